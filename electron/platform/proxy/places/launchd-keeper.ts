import { fail, ok } from "../../../../shared/lib/result.ts";
import type { MachineDeps } from "../../machine-deps.ts";
import { ask } from "../../readings/reading.ts";
import { leadOf, PROXY_VARIABLES, type ProxyKeeper } from "./place.ts";

/** Variables that launchd gives to every program started from the Dock. */
export function launchdKeeper(deps: MachineDeps): ProxyKeeper {
  const launchctl = (args: readonly string[], signal: AbortSignal) =>
    ask(deps.run, { program: "launchctl", args, signal });
  return {
    async list(signal) {
      const values = await Promise.all(
        PROXY_VARIABLES.map(async (name) => ({ name, seen: await launchctl(["getenv", name], signal) })),
      );
      const bad = values.find(({ seen }) => !seen.ok);
      if (bad?.seen.ok === false) return bad.seen.error.code === "no-tool" ? ok([]) : bad.seen;
      // Absent and empty are printed alike, and mean the same to programs.
      const state = Object.fromEntries(
        values.map(({ name, seen }) => [name, seen.ok ? seen.value.stdout.replace(/\n$/u, "") || null : null] as const),
      );
      const set = PROXY_VARIABLES.filter((name) => state[name] !== null);
      return ok([
        {
          id: "launchd",
          label: set.join(", "),
          state,
          off: Object.fromEntries(PROXY_VARIABLES.map((name) => [name, null])),
          leads: set.flatMap((name) => leadOf(state[name] ?? "")),
          needsAdmin: false,
          locked: false,
          commands: set.map((name) => `launchctl unsetenv ${name}`),
        },
      ]);
    },
    async write(place, to, signal) {
      for (const name of PROXY_VARIABLES) {
        const value = to[name] ?? null;
        if (value === (place.state[name] ?? null)) continue;
        // One after the other, so that the first failure ends it.
        // oxlint-disable-next-line no-await-in-loop
        const set = await launchctl(value === null ? ["unsetenv", name] : ["setenv", name, String(value)], signal);
        if (!set.ok) return fail({ code: set.error.code === "timed-out" ? "timed-out" : "failed", detail: name });
      }
      return ok(undefined);
    },
  };
}
