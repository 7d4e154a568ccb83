import { expect, it } from "vitest";
import { createEmit, type Receiver } from "../../electron/ipc/events.ts";
import type { CheckupEvent } from "../../shared/model/checkup.ts";

const ORIGIN = "app://goodgateway";
const EVENT: CheckupEvent = { kind: "path", id: "one", path: [] };

function receiver(changes: Partial<Receiver> = {}): Receiver & { readonly got: unknown[][] } {
  const got: unknown[][] = [];
  return {
    url: `${ORIGIN}/index.html`,
    origin: ORIGIN,
    parent: null,
    send: (...words) => void got.push(words),
    ...changes,
    got,
  };
}

it("sends an event to our own page", () => {
  const page = receiver();
  createEmit({ origin: ORIGIN, ownFrame: () => page })("checkup.event", EVENT);
  expect(page.got).toEqual([["checkup.event", EVENT]]);
});

it("sends nothing to a window that shows something else, and nothing without a window", () => {
  const elsewhere = receiver({ origin: "app://goodgateway.evil", url: "app://goodgateway.evil/" });
  createEmit({ origin: ORIGIN, ownFrame: () => elsewhere })("checkup.event", EVENT);
  expect(elsewhere.got).toEqual([]);
  expect(() => createEmit({ origin: ORIGIN, ownFrame: () => null })("checkup.event", EVENT)).not.toThrow();
});
