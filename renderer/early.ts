/**
 * What a person does with the first screen before the program behind it is there: the page is shown as the build wrote
 * it, and comes to life a moment later. What is typed stays in its field; the last thing pressed is kept here.
 */
let again: (() => void) | null = null;
/** A button that went down and has not come up yet. */
let held: Element | null = null;

function keepSent(event: Event): void {
  event.preventDefault();
  const form = event.target;
  if (form instanceof HTMLFormElement) again = () => form.requestSubmit();
}

function keepHeld({ target }: Event): void {
  held = buttonAt(target);
}

function keepPressed({ target }: Event): void {
  const button = buttonAt(target);
  held = null;
  if (button !== null) again = () => button.click();
}

function buttonAt(target: EventTarget | null): HTMLButtonElement | null {
  return target instanceof Element ? target.closest("button") : null;
}

/** Begins to listen, and lets the person type at once. */
export function hearEarly(): void {
  document.addEventListener("pointerdown", keepHeld);
  // A press of the form's own button is heard as a press first, and then as what it does.
  document.addEventListener("click", keepPressed);
  document.addEventListener("submit", keepSent);
  document.querySelector("input")?.focus();
}

/** Stops listening: from now on the program hears for itself. Returns what does the last press over again, if there was one. */
export function takeEarly(): () => void {
  document.removeEventListener("pointerdown", keepHeld);
  document.removeEventListener("click", keepPressed);
  document.removeEventListener("submit", keepSent);
  letGo();
  const taken = again;
  again = null;
  return () => taken?.();
}

/**
 * A button that is still held comes up in the program's time, which knows nothing of its going down and takes no notice.
 * A form's own button needs nothing: the browser sends the form.
 */
function letGo(): void {
  const button = held;
  held = null;
  if (!(button instanceof HTMLButtonElement) || button.type === "submit") return;
  const released = ({ target }: Event): void => {
    if (buttonAt(target) === button) setTimeout(() => button.click());
  };
  // Whatever comes first ends it: the press itself, or another one.
  document.addEventListener("click", released, { capture: true, once: true });
  document.addEventListener("pointerdown", () => document.removeEventListener("click", released, { capture: true }), {
    capture: true,
    once: true,
  });
}
