/**
 * What a person does with the first screen before the program behind it is there: the page is shown as the build wrote
 * it, and comes to life a moment later. Typed text stays in the field by itself; a press of Enter or of the button is
 * kept here.
 */
let sent = false;

function keep(event: Event): void {
  event.preventDefault();
  sent = true;
}

/** Begins to listen. */
export function hearEarly(): void {
  document.addEventListener("submit", keep);
}

/** What was typed so far, and whether it was sent. From now on the program hears for itself. */
export function takeEarly(root: Element): { readonly typed: string; readonly sent: boolean } {
  document.removeEventListener("submit", keep);
  return { typed: root.querySelector("input")?.value ?? "", sent };
}
