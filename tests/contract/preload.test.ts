import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Api } from "../../shared/contract/calls.ts";
import { CALLS, EVENTS } from "../../shared/contract/channels.ts";

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listeners: new Map<string, ((event: unknown, data: unknown) => void)[]>(),
}));

vi.mock("electron", () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void electron.exposed.set(name, value) },
  ipcRenderer: {
    invoke: async (...words: unknown[]) => {
      electron.invoked.push(words);
      return { ok: true, value: null };
    },
    on: (name: string, listener: () => void) =>
      void electron.listeners.set(name, [...(electron.listeners.get(name) ?? []), listener]),
    off: (name: string, listener: () => void) =>
      void electron.listeners.set(
        name,
        (electron.listeners.get(name) ?? []).filter((one) => one !== listener),
      ),
  },
}));

let api: Api;

beforeEach(async () => {
  vi.resetModules();
  electron.exposed.clear();
  electron.invoked.length = 0;
  electron.listeners.clear();
  await import("../../electron/preload/index.ts");
  api = electron.exposed.get("api") as Api;
});

describe("the preload", () => {
  it("gives the page two functions and nothing else", () => {
    expect([...electron.exposed.keys()]).toEqual(["api"]);
    expect(Object.entries(api).map(([key, value]) => `${key}: ${typeof value}`)).toEqual([
      "call: function",
      "on: function",
    ]);
  });

  it("passes on every call of the contract", async () => {
    for (const name of CALLS) await api.call(name, { any: "input" } as never);
    expect(electron.invoked).toEqual(CALLS.map((name) => [name, { any: "input" }]));
  });

  it.each(["shell.open", "", "__proto__", "constructor", "checkup.event"])("refuses the call %j", async (name) => {
    expect(await api.call(name as never, undefined as never)).toEqual({ ok: false, error: { code: "refused" } });
    expect(electron.invoked).toEqual([]);
  });

  it("passes an event's data on, without Electron's own event, until the listener is taken away", () => {
    const heard: unknown[][] = [];
    const [name] = EVENTS;
    const stop = api.on(name, (...words) => heard.push(words));
    electron.listeners.get(name)?.[0]?.({ sender: "secret" }, { kind: "path" });
    expect(heard).toEqual([[{ kind: "path" }]]);
    stop();
    expect(electron.listeners.get(name)).toEqual([]);
  });

  it("does not listen to anything that is not in the contract", () => {
    api.on("ELECTRON_BROWSER" as never, () => undefined)();
    expect([...electron.listeners.keys()]).toEqual([]);
  });
});
