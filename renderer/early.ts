/**
 * What a person does with the first screen before the program behind it is there: the page is shown as the build wrote
 * it, and comes to life a moment later. What is typed stays in its field; the last thing pressed is kept here.
 */
let again: (() => void) | null = null;

function keepSent(event: Event): void {
  event.preventDefault();
  const form = event.target;
  if (form instanceof HTMLFormElement) again = () => form.requestSubmit();
}

function keepPressed({ target }: Event): void {
  const button = target instanceof Element ? target.closest("button") : null;
  if (button !== null) again = () => button.click();
}

/** Begins to listen, and lets the person type at once. */
export function hearEarly(): void {
  // A press of the form's own button is heard as a press first, and then as what it does.
  document.addEventListener("click", keepPressed);
  document.addEventListener("submit", keepSent);
  document.querySelector("input")?.focus();
}

/** Stops listening: from now on the program hears for itself. Returns what does the last press over again, if there was one. */
export function takeEarly(): () => void {
  document.removeEventListener("click", keepPressed);
  document.removeEventListener("submit", keepSent);
  const taken = again;
  again = null;
  return () => taken?.();
}
