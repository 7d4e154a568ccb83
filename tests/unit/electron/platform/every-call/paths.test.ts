import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix, resolve, win32 } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programsOf } from "../../../../../electron/platform/programs.ts";
import { macosDnsScript } from "../../../../../electron/platform/macos/dns/script/script.ts";
import { MACOS_DNS_PLACES } from "../../../../../electron/platform/macos/dns/places.ts";
import { DNS_SCRIPT } from "../../../../../electron/platform/linux/dns/script/script.ts";
import { CASES } from "./cases.ts";
import { made, wordsOf } from "./judging.ts";

const ROOT = resolve(".");
const TABLES = (["linux", "macos", "windows"] as const).map((os) => [os, programsOf(os, {})] as const);
const NAMES = [...new Set(TABLES.flatMap(([, table]) => Object.keys(table)))];

let trap: string;
beforeAll(() => {
  trap = mkdtempSync(join(tmpdir(), "gg-trap-"));
  // Every program of every table, with and without the ending of Windows, and the shells.
  for (const name of [...NAMES, "sh", "cmd", "open", "flatpak", "sysctl"].flatMap((one) => [one, `${one}.exe`])) {
    writeFileSync(join(trap, name), `#!/bin/sh\n: >'${trap}/ran-${name}'\n`);
    chmodSync(join(trap, name), 0o755);
  }
});
afterAll(() => rmSync(trap, { recursive: true, force: true }));

const ran = () => readdirSync(trap).filter((name) => name.startsWith("ran-"));

describe("a program of the same name, first in PATH and in the current folder", { timeout: 120_000 }, () => {
  it.each(TABLES)("is never the one that the table of %s names", (os, table) => {
    const { isAbsolute } = os === "windows" ? win32 : posix;
    const paths = Object.values(table).flat();
    expect(paths.length).toBeGreaterThan(8);
    expect(paths.filter((path) => !isAbsolute(path))).toEqual([]);
    // No program is looked for by any other way than its absolute path.
    expect(paths.filter((path) => path.startsWith(trap))).toEqual([]);
  });

  it("is never run, whatever is started by its key or its bare name", () => {
    // A worker cannot change its folder, so a process of its own stands in the trap's.
    const script = `
      const { createRunner, launchProgram } = await import(${JSON.stringify(join(ROOT, "electron/platform/exec.ts"))});
      const { programsOf } = await import(${JSON.stringify(join(ROOT, "electron/platform/programs.ts"))});
      const limits = { args: ["--version"], timeoutMs: 20000, maxOutputBytes: 100000, signal: new AbortController().signal };
      const outcomes = {};
      const say = (code) => { outcomes[code] = (outcomes[code] ?? 0) + 1; };
      for (const os of ["linux", "macos", "windows"]) {
        const table = programsOf(os, {});
        // Programs of this system that really exist are not run for this: "found" is enough.
        const missing = Object.fromEntries(Object.entries(table).map(([name, paths]) => [name, paths.map((path) => path + ".not-there")]));
        for (const name of ${JSON.stringify(NAMES)}) {
          for (const program of [name, "./" + name, name + ".exe", ".\\\\" + name + ".exe"]) {
            const result = await createRunner(missing)({ program, ...limits });
            say(result.ok ? "ran" : result.error.code);
            const launched = await launchProgram({ program, args: [] });
            say(launched.ok ? "ran" : launched.error);
          }
        }
      }
      console.log(JSON.stringify(outcomes));`;
    const output = execFileSync(
      process.execPath,
      ["--import", join(ROOT, "node_modules/tsx/dist/esm/index.mjs"), "--input-type=module", "-e", script],
      { cwd: trap, encoding: "utf8", env: { ...process.env, PATH: `${trap}:${process.env["PATH"]}` } },
    );
    const outcomes = JSON.parse(output) as Record<string, number>;
    expect(Object.keys(outcomes).toSorted()).toEqual(["not-found", "refused"]);
    expect(ran()).toEqual([]);
  });

  it("is never run by a real program's own search either: it gets the system's folders only", () => {
    const script = `
      const { runProgram } = await import(${JSON.stringify(join(ROOT, "electron/platform/exec.ts"))});
      const limits = { timeoutMs: 20000, maxOutputBytes: 100000, signal: new AbortController().signal };
      const names = ${JSON.stringify(NAMES)};
      const asked = 'for name in "$@"; do command -v "$name"; done; pwd';
      const found = await runProgram({ program: "/bin/sh", args: ["-c", asked, "sh", ...names], ...limits });
      console.log(found.ok ? found.value.stdout : found.error.code);`;
    const output = execFileSync(
      process.execPath,
      ["--import", join(ROOT, "node_modules/tsx/dist/esm/index.mjs"), "--input-type=module", "-e", script],
      { cwd: trap, encoding: "utf8", env: { ...process.env, PATH: `${trap}:${process.env["PATH"]}` } },
    );
    expect(output).not.toContain(trap);
    expect(output.trim().endsWith("/")).toBe(true);
    expect(existsSync(join(trap, "ran-sh"))).toBe(false);
  });
});

/** Every script that runs as the administrator, as the cases and the DNS back ends make them. */
async function elevatedScripts(): Promise<readonly (readonly [string, string])[]> {
  const made_ = await Promise.all(CASES.map(async (one) => [one.title, (await made(one, "en0")).seen] as const));
  const own = made_.flatMap(([title, { requests }]) =>
    requests.flatMap((request) =>
      request.program === "powershell" || request.args.includes("goodgateway")
        ? wordsOf(request).scripts.map((text) => [title, text] as const)
        : [],
    ),
  );
  return [...own, ["the DNS script of Linux", DNS_SCRIPT], ["that of macOS", macosDnsScript(MACOS_DNS_PLACES)]];
}

/** Bare names of programs would be searched for, by PowerShell too; its own commands have a dash in them. */
const BARE = new RegExp(`(?:^|[;{|&(]\\s*)(?:${NAMES.join("|")}|w32tm|cmd|schtasks|sc)(?:\\.exe)?(?=\\s)`, "im");

function powershellFault(text: string): string | null {
  const bare = BARE.exec(text)?.[0];
  if (bare !== undefined) return `searches for ${bare}`;
  const command = text.search(/\b(?:Get|Set|Invoke|Start|New|Import|Export)-[A-Z]/);
  const modules = text.search(/\$env:PSModulePath = /);
  return command === -1 || (modules >= 0 && modules < command) ? null : "may load a module of the person's";
}

function shellFault(text: string): string | null {
  const path = text.search(/^PATH=(?:\/[\w./-]+:?)+$/m);
  if (path === -1) return "no PATH of its own";
  const before = text.slice(0, path).replaceAll(/^(?:#.*|\s*|[A-Z_]+=(?:'[^']*')?|set -u -f|umask \d+)$/gm, "");
  return before.trim() === "" ? null : `before its PATH: ${before}`;
}

describe("a script that runs as the administrator", () => {
  it("says where programs are before it uses one, and names those of Windows by their whole path", async () => {
    const scripts = await elevatedScripts();
    expect(scripts.length).toBeGreaterThan(10);
    const faults = scripts.map(([title, text]) => [
      title,
      /\$ErrorActionPreference|\$env:/.test(text) ? powershellFault(text) : shellFault(text),
    ]);
    expect(faults.filter(([, fault]) => fault !== null)).toEqual([]);
  });

  it("is never run from a file that the person can write to", () => {
    const files = ["elevated/run-elevated.ts", "elevated/edit-hosts.ts", "windows/start-elevated.ts"];
    for (const file of files) {
      const text = readFileSync(join(ROOT, "electron/platform", file), "utf8");
      expect([file, /from "node:(?:fs|os)|-File\b|ReadAllText/.test(text)]).toEqual([file, false]);
    }
  });
});
