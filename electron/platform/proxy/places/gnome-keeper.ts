import { fail, ok } from "../../../../shared/lib/result.ts";
import { gnomeSession, parseGnomeProxies } from "../../linux/gnome-proxies.ts";
import type { MachineDeps } from "../../machine-deps.ts";
import { ask } from "../../readings/reading.ts";
import type { PlaceState, ProxyKeeper, ProxyLead, ProxyPlace } from "./place.ts";

const SCHEMA = "org.gnome.system.proxy";

/** GNOME's settings: switched by their mode alone, so addresses and exceptions stay for later. */
export function gnomeKeeper(deps: MachineDeps): ProxyKeeper {
  return {
    async list(signal) {
      const env = gnomeSession(deps.environment);
      if (env === null) return ok([]);
      const all = await ask(deps.run, { program: "gsettings", args: ["list-recursively", SCHEMA], env, signal });
      if (!all.ok) {
        // No gsettings, or no such schema (exit 1): no GNOME here.
        const absent = all.error.code === "no-tool" || all.error.code === "unexpected-output";
        return absent ? ok([]) : all;
      }
      const state = stateIn(all.value.stdout);
      if (state["mode"] === undefined) return ok([]);
      const writable = await ask(deps.run, { program: "gsettings", args: ["writable", SCHEMA, "mode"], env, signal });
      const locked = writable.ok && writable.value.stdout.trim() === "false";
      return ok([placeOf(state, leadsIn(all.value.stdout), locked)]);
    },
    async write(_place, to, signal) {
      const env = gnomeSession(deps.environment);
      const mode = String(to["mode"]).replaceAll("'", "");
      if (env === null || !/^(?:none|manual|auto)$/u.test(mode)) return fail({ code: "failed", detail: "mode" });
      const set = await ask(deps.run, { program: "gsettings", args: ["set", SCHEMA, "mode", mode], env, signal });
      if (set.ok) return ok(undefined);
      return fail({ code: set.error.code === "timed-out" ? "timed-out" : "failed", detail: set.error.detail });
    },
  };
}

function placeOf(state: PlaceState, leads: readonly ProxyLead[], locked: boolean): ProxyPlace {
  return {
    id: "gnome",
    label: "GNOME",
    state,
    off: { ...state, mode: "'none'" },
    leads,
    needsAdmin: false,
    locked,
    commands: [`gsettings set ${SCHEMA} mode none`],
  };
}

/** Every key with its value as gsettings writes it; those of the parts as `http.host`. */
function stateIn(text: string): PlaceState {
  const rows = text.matchAll(/^org\.gnome\.system\.proxy(?:\.(\w+))? ([\w-]+) (.*)$/gmu);
  return Object.fromEntries(
    [...rows].map(([, part, key = "", value = ""]) => [part === undefined ? key : `${part}.${key}`, value]),
  );
}

function leadsIn(text: string): readonly ProxyLead[] {
  return parseGnomeProxies(text).flatMap(({ kind, host, port, pacUrl }): readonly ProxyLead[] => {
    if (kind === "pac" && pacUrl !== null) return [{ kind, url: pacUrl }];
    return kind === "manual" && host !== null && port !== null ? [{ kind, host, port }] : [];
  });
}
