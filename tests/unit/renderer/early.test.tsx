import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { hearEarly, takeEarly } from "../../../renderer/early.ts";

beforeEach(() => {
  document.body.innerHTML =
    '<form><input /><button type="submit">Check</button></form><button type="button">Other</button>';
});

afterEach(() => {
  takeEarly();
  document.body.replaceChildren();
});

function press(words: string): void {
  const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === words);
  if (button === undefined) throw new Error(`no button ${words}`);
  button.click();
}

/** Hears, as the program does once it is there, what is pressed. */
function hear(): { readonly sent: () => number; readonly pressed: () => number } {
  const sent = vi.fn((event: Event) => event.preventDefault());
  const pressed = vi.fn();
  document.querySelector("form")?.addEventListener("submit", sent);
  document.querySelector("body > button")?.addEventListener("click", pressed);
  return { sent: () => sent.mock.calls.length, pressed: () => pressed.mock.calls.length };
}

it("lets a person type at once", () => {
  hearEarly();
  expect(document.activeElement).toBe(document.querySelector("input"));
});

it("sends again what was sent before the program was there", () => {
  hearEarly();
  press("Check");
  const heard = hear();
  takeEarly()();
  expect([heard.sent(), heard.pressed()]).toEqual([1, 0]);
});

it("presses again what was pressed before the program was there", () => {
  hearEarly();
  press("Other");
  const heard = hear();
  takeEarly()();
  expect([heard.sent(), heard.pressed()]).toEqual([0, 1]);
});

it("does only the last press over again, once", () => {
  hearEarly();
  press("Check");
  press("Other");
  const heard = hear();
  takeEarly()();
  takeEarly()();
  expect([heard.sent(), heard.pressed()]).toEqual([0, 1]);
});

it("keeps the browser from sending the form itself", () => {
  hearEarly();
  const event = new Event("submit", { cancelable: true, bubbles: true });
  expect(document.querySelector("form")?.dispatchEvent(event)).toBe(false);
});

it("does nothing when nothing was pressed", () => {
  hearEarly();
  const heard = hear();
  takeEarly()();
  expect([heard.sent(), heard.pressed()]).toEqual([0, 0]);
});

it("leaves everything to the program once that is there", () => {
  hearEarly();
  takeEarly();
  const heard = hear();
  press("Other");
  takeEarly()();
  expect(heard.pressed()).toBe(1);
});

it("presses a button that came up after the program was there", async () => {
  hearEarly();
  document.querySelector("body > button")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  takeEarly()();
  const heard = hear();
  press("Other"); // of which the program takes no notice, as it did not see the button go down
  await new Promise((resolve) => setTimeout(resolve));
  expect(heard.pressed()).toBe(2);
  press("Other");
  await new Promise((resolve) => setTimeout(resolve));
  expect(heard.pressed()).toBe(3);
});

it("presses nothing for a person who let go elsewhere", async () => {
  hearEarly();
  document.querySelector("body > button")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  takeEarly()();
  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  const heard = hear();
  press("Other");
  await new Promise((resolve) => setTimeout(resolve));
  expect(heard.pressed()).toBe(1);
});

it("leaves a form's button that is still held to the browser", async () => {
  hearEarly();
  document.querySelector("form > button")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  takeEarly()();
  const heard = hear();
  press("Check");
  await new Promise((resolve) => setTimeout(resolve));
  expect(heard.sent()).toBe(1);
});

it("does no harm on a page without a field", () => {
  document.body.replaceChildren();
  expect(() => hearEarly()).not.toThrow();
});
