import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { findProgram, programsOf } from "../../../../../../electron/platform/programs.ts";

const ROOT = resolve(import.meta.dirname, "../../../../../..");

/** Runs inside a session of its own: real dconf, nothing of the machine's settings. */
const SCRIPT = `
import { gnomeKeeper } from "${ROOT}/electron/platform/proxy/places/gnome-keeper.ts";
import { realDeps } from "${ROOT}/electron/platform/machine-deps.ts";
const keeper = gnomeKeeper(realDeps());
const { signal } = new AbortController();
const list = async () => { const read = await keeper.list(signal); if (!read.ok) throw new Error(read.error.code); return read.value[0]; };
const first = await list();
const written = await keeper.write(first, first.off, signal);
const second = await list();
await keeper.write(second, first.state, signal);
const third = await list();
console.log(JSON.stringify({ first, written, second, third }));
`;

/** A session bus of one's own, and GNOME's schemas. */
function missing(): string | null {
  const found = findProgram(programsOf("linux"), "gsettings");
  if (!found.found || !existsSync("/usr/bin/dbus-run-session")) return "gsettings and dbus-run-session";
  const schemas = execFileSync(found.path, ["list-schemas"], { encoding: "utf8" });
  return schemas.includes("org.gnome.system.proxy") ? null : "GNOME's schemas";
}

test.skipIf(missing() !== null)(
  "GNOME's real settings are switched by their mode alone, and come back",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "gg-gnome-"));
    try {
      const script = join(folder, "try.mts");
      writeFileSync(script, SCRIPT);
      const set = (part: string, key: string, value: string) =>
        `gsettings set org.gnome.system.proxy${part} ${key} '${value}' && `;
      const line =
        set("", "mode", "manual") +
        set(".http", "host", "127.0.0.1") +
        set(".http", "port", "9") +
        `exec '${process.execPath}' '${ROOT}/node_modules/tsx/dist/cli.mjs' '${script}'`;
      const env = {
        PATH: "/usr/bin:/bin",
        HOME: folder,
        XDG_CONFIG_HOME: join(folder, "config"),
        XDG_CURRENT_DESKTOP: "GNOME",
        XDG_RUNTIME_DIR: folder,
      };
      const printed = execFileSync("/usr/bin/dbus-run-session", ["--", "/bin/sh", "-c", line], {
        encoding: "utf8",
        env,
        stdio: ["ignore", "pipe", "ignore"],
      });
      const { first, written, second, third } = JSON.parse(printed.trim().split("\n").at(-1) ?? "") as Record<
        "first" | "second" | "third",
        { state: Record<string, string>; leads: unknown[]; locked: boolean }
      > & { written: { ok: boolean } };
      expect(first).toMatchObject({
        state: { mode: "'manual'", "http.host": "'127.0.0.1'" },
        leads: [{ kind: "manual", host: "127.0.0.1", port: 9 }],
        locked: false,
      });
      expect(written.ok).toBe(true);
      expect(second.state).toEqual({ ...first.state, mode: "'none'" });
      expect(second.leads).toEqual([]);
      expect(third.state).toEqual(first.state);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
