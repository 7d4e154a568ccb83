import { ok } from "../../../shared/lib/result.ts";
import type { ProxySetting } from "../../../shared/model/facts/local-facts.ts";
import type { Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { withoutCredentials } from "../proxy/proxy-text.ts";
import { ask } from "../readings/reading.ts";

/** What gsettings needs of the person's session to find their settings. */
const SESSION_VARIABLES = [
  "HOME",
  "XDG_CONFIG_HOME",
  "XDG_RUNTIME_DIR",
  "XDG_DATA_DIRS",
  "XDG_CURRENT_DESKTOP",
  "DBUS_SESSION_BUS_ADDRESS",
] as const;

/** What gsettings needs to find this person's settings; null without a session or on another desktop. */
export function gnomeSession(environment: MachineDeps["environment"]): Readonly<Record<string, string>> | null {
  const session = environment["DBUS_SESSION_BUS_ADDRESS"] ?? environment["XDG_RUNTIME_DIR"];
  if (session === undefined || /kde|lxqt/i.test(environment["XDG_CURRENT_DESKTOP"] ?? "")) return null;
  const env = Object.fromEntries(
    SESSION_VARIABLES.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  // Without this an unreachable session bus is started anew.
  return { ...env, GIO_USE_VFS: "local" };
}

/** GNOME's proxy settings; none without a session, without gsettings or on another desktop. */
export async function gnomeProxies(deps: MachineDeps, signal: AbortSignal): Reading<readonly ProxySetting[]> {
  const env = gnomeSession(deps.environment);
  if (env === null) return ok([]);
  const output = await ask(deps.run, {
    program: "gsettings",
    args: ["list-recursively", "org.gnome.system.proxy"],
    env,
    signal,
  });
  if (output.ok) return ok(parseGnomeProxies(output.value.stdout));
  // No gsettings, or no such schema (exit 1): no GNOME here.
  return output.error.code === "no-tool" || output.error.code === "unexpected-output" ? ok([]) : output;
}

/** The settings in `gsettings list-recursively org.gnome.system.proxy`: `schema key value` a line, texts in quotes. */
export function parseGnomeProxies(text: string): readonly ProxySetting[] {
  const values = new Map<string, string>(
    [...text.matchAll(/^org\.gnome\.system\.proxy(\.\w+)? ([\w-]+) (.*)$/gm)].map(
      ([, part = "", key = "", value = ""]) => [`${part.slice(1)}/${key}`, value] as const,
    ),
  );
  const textOf = (key: string) => unquoted(values.get(key) ?? "");
  const shared = {
    source: "gnome" as const,
    host: null,
    port: null,
    pacUrl: null,
    scheme: "all" as const,
    bypass: [...(values.get("/ignore-hosts") ?? "").matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, a, b]) => a ?? b ?? ""),
  };
  const mode = textOf("/mode");
  if (mode === "auto") {
    const pacUrl = withoutCredentials(textOf("/autoconfig-url"));
    const where = "org.gnome.system.proxy autoconfig-url";
    return [pacUrl === "" ? { ...shared, kind: "auto-detect", where } : { ...shared, kind: "pac", pacUrl, where }];
  }
  if (mode !== "manual") return [];
  return (["http", "https", "socks"] as const).flatMap((scheme) => {
    const host = textOf(`${scheme}/host`);
    const port = Number(values.get(`${scheme}/port`)?.replace(/^u?int32 /, ""));
    if (host === "" || !(port > 0)) return [];
    return [{ ...shared, kind: "manual" as const, host, port, scheme, where: `org.gnome.system.proxy.${scheme}` }];
  });
}

function unquoted(value: string): string {
  return value.replace(/^(['"])(.*)\1$/, "$2");
}
