import { contextBridge, ipcRenderer } from "electron";
import type { Api, EventData } from "../../shared/contract/calls.ts";
import { CALLS, EVENTS, type EventName } from "../../shared/contract/channels.ts";

const calls: ReadonlySet<string> = new Set(CALLS);
const events: ReadonlySet<string> = new Set(EVENTS);

// Nothing of Electron crosses: two functions that take a name from the contract and plain data.
const api: Api = {
  call: async (name, input) =>
    calls.has(name) ? ipcRenderer.invoke(name, input) : { ok: false, error: { code: "refused" } },
  on: <K extends EventName>(name: K, listener: (data: EventData<K>) => void) => {
    if (!events.has(name)) return () => undefined;
    const pass = (_event: unknown, data: EventData<K>): void => listener(data);
    ipcRenderer.on(name, pass);
    return () => void ipcRenderer.off(name, pass);
  },
};

contextBridge.exposeInMainWorld("api", api);
