import { beforeEach, expect, it, vi } from "vitest";
import { answer } from "../../electron/ipc/answer.ts";
import { openDoor } from "../../electron/ipc/register.ts";
import { CALLS } from "../../shared/contract/channels.ts";
import { fakeHandlers } from "./fake-handlers.ts";

type Listener = (event: { senderFrame: unknown }, input: unknown) => Promise<unknown>;
const listeners = vi.hoisted(() => new Map<string, unknown>());

vi.mock("electron", () => ({
  ipcMain: { handle: (name: string, listener: unknown) => void listeners.set(name, listener) },
}));

const own = { url: "app://goodgateway/index.html", origin: "app://goodgateway", parent: null };

beforeEach(() => {
  listeners.clear();
  const door = {
    gate: { origin: "app://goodgateway", ownFrame: () => own },
    handlers: fakeHandlers(),
    report: vi.fn(),
  };
  openDoor(async () => (name, call) => answer(door, name, call));
});

it("listens to exactly the calls of the contract", () => {
  expect([...listeners.keys()].toSorted()).toEqual([...CALLS].toSorted());
});

it("looks at the frame that called, and answers", async () => {
  const listener = listeners.get("app.info") as Listener;
  expect(await listener({ senderFrame: own }, undefined)).toMatchObject({ ok: true });
  expect(await listener({ senderFrame: { ...own } }, undefined)).toEqual({ ok: false, error: { code: "refused" } });
});
