import { createHash } from "node:crypto";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { fail, ok, type Result } from "../../../../shared/lib/result.ts";
import type { ElevationFailure } from "../../elevated/run-elevated.ts";
import { parseKdeProxies } from "../../linux/kde-proxies.ts";
import type { MachineDeps } from "../../machine-deps.ts";
import { ask } from "../../readings/reading.ts";
import type { PlaceState, ProxyKeeper, ProxyLead } from "./place.ts";

/** Its section in the file; keys and values are never translated. */
const SECTION = "[Proxy Settings]";
const TYPE = /^ProxyType(?<marks>\[\$\w+\])?[^\S\n]*=(?<value>.*)$/mu;

/**
 * KDE's settings in kioslaverc: switched by the one line that names the kind of proxy; every other byte stays. The
 * file is replaced as a whole.
 */
export function kdeKeeper(deps: MachineDeps): ProxyKeeper {
  const path = `${deps.environment["XDG_CONFIG_HOME"] ?? `${deps.homeFolder}/.config`}/kioslaverc`;
  return {
    async list() {
      const { environment } = deps;
      if (!/kde/iu.test(environment["XDG_CURRENT_DESKTOP"] ?? "") && environment["KDE_FULL_SESSION"] !== "true") {
        return ok([]);
      }
      const text = await read(path);
      if (text === null || sectionOf(text) === null) return ok([]);
      const state = stateOf(text);
      return ok([
        {
          id: "kde",
          label: "KDE",
          state,
          off: { ...state, type: "0" },
          leads: leadsIn(text),
          needsAdmin: false,
          locked: isLocked(text),
          commands: ["kwriteconfig6 --file kioslaverc --group 'Proxy Settings' --key ProxyType 0"],
        },
      ]);
    },
    async write(_place, to, signal) {
      const written = await replaceType(path, to["type"] ?? null);
      // Programs that run look at the file only when they are told; one that is not there cannot be.
      if (written.ok) {
        const args = [
          "--user",
          "emit",
          "/KIO/Scheduler",
          "org.kde.KIO.Scheduler",
          "reparseSlaveConfiguration",
          "s",
          "",
        ];
        await ask(deps.run, { program: "busctl", args, env: session(deps), signal });
      }
      return written;
    },
  };
}

function session({ environment }: MachineDeps): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ["XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"].flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** Null when there is no such file, or it cannot be read. */
async function read(path: string): Promise<string | null> {
  // Bytes as Latin-1 characters: what is no text of ours comes back as it was.
  return readFile(path, "latin1").catch(() => null);
}

interface Section {
  readonly from: number;
  readonly to: number;
}

/** Where the section's lines stand; null when there is none. */
function sectionOf(text: string): Section | null {
  const heading = /^\[Proxy Settings\](?:\[\$\w+\])?[^\S\n]*(?:\n|$)/mu.exec(text);
  if (heading === null) return null;
  const from = heading.index + heading[0].length;
  const next = text.slice(from).search(/^\[/mu);
  return { from, to: next === -1 ? text.length : from + next };
}

function stateOf(text: string): PlaceState {
  const { from, to } = sectionOf(text) ?? { from: 0, to: 0 };
  const section = text.slice(from, to);
  const rest = section
    .replace(TYPE, "")
    .replaceAll(/\n{2,}/gu, "\n")
    .trim();
  return {
    type: TYPE.exec(section)?.groups?.["value"]?.trim() ?? null,
    rest: createHash("sha256").update(rest).digest("hex"),
  };
}

function isLocked(text: string): boolean {
  const { from, to } = sectionOf(text) ?? { from: 0, to: 0 };
  const marks = TYPE.exec(text.slice(from, to))?.groups?.["marks"] ?? "";
  return marks.includes("i") || /^(?:\[\$i\]|\[Proxy Settings\]\[\$i\])/mu.test(text);
}

function leadsIn(text: string): readonly ProxyLead[] {
  return parseKdeProxies(text).flatMap(({ kind, host, port, pacUrl }): readonly ProxyLead[] => {
    if (kind === "pac" && pacUrl !== null && pacUrl !== "") return [{ kind, url: pacUrl }];
    return kind === "manual" && host !== null && port !== null ? [{ kind, host, port }] : [];
  });
}

/** `null`: the line was not there, and goes again. */
async function replaceType(path: string, type: PlaceState[string]): Promise<Result<void, ElevationFailure>> {
  const text = await read(path);
  const place = text === null ? null : sectionOf(text);
  if (text === null || place === null) return fail({ code: "no-link", detail: SECTION });
  const section = text.slice(place.from, place.to);
  if (type !== null && !/^\d$/u.test(String(type))) return fail({ code: "failed", detail: "type" });
  const changed =
    type === null
      ? section.replace(/^ProxyType[^\S\n]*=.*(?:\n|$)/mu, "")
      : TYPE.test(section)
        ? section.replace(TYPE, (line) => `${line.slice(0, line.indexOf("=") + 1)}${type}`)
        : `ProxyType=${type}\n${section}`;
  return replaceFile(path, text.slice(0, place.from) + changed + text.slice(place.to));
}

/** Whole or not at all; a link stays a link, and the file's rights stay. */
async function replaceFile(path: string, text: string): Promise<Result<void, ElevationFailure>> {
  let temporary: string | null = null;
  try {
    const real = await realpath(path);
    const { mode } = await stat(real);
    temporary = `${real}.goodgateway`;
    const file = await open(temporary, "w", mode & 0o777);
    try {
      await file.writeFile(text, "latin1");
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, real);
    return ok(undefined);
  } catch (error) {
    if (temporary !== null) await rm(temporary, { force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOSPC" || code === "EDQUOT") return fail({ code: "no-space", detail: code });
    return fail({ code: code === "EACCES" || code === "EPERM" ? "not-authorized" : "failed", detail: code });
  }
}
