import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, win32 } from "node:path";
import { describe, expect, it } from "vitest";
import { programsOf } from "../../../electron/platform/programs.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** Something that may stand in certain files only, or nowhere. */
interface Border {
  /** The item of the checklist in SECURITY.md. */
  readonly item: string;
  readonly what: string;
  readonly pattern: RegExp;
  /** The files in which it may stand; empty for none. */
  readonly only: readonly string[];
  /** A line that must be found: a pattern that finds nothing proves nothing. */
  readonly breach: string;
}

const BORDERS: readonly Border[] = [
  {
    item: "E4",
    what: "no page comes from the file system",
    pattern: /\bloadFile\(|["'`]file:\/\//u,
    only: ["electron/engine/target-scheme.ts"],
    breach: 'window.loadFile("x.html")',
  },
  {
    item: "E9",
    what: "calls are taken in one place",
    pattern: /\bipcMain\b/u,
    only: ["electron/ipc/register.ts"],
    breach: 'ipcMain.on("x", () => {})',
  },
  {
    item: "E10",
    what: "nothing opens outside the program but through one function",
    pattern:
      /\bshell\.open(External|Path)\b|\bshell\.showItemInFolder\b|\bshell\b[^}]*\}\s*(from\s*["'`]electron["'`]|=\s*await import)/u,
    only: ["electron/main/open-outside.ts"],
    breach: "shell.openExternal(url)",
  },
  {
    item: "E12",
    what: "no text becomes code or markup",
    pattern:
      /\bexecuteJavaScript\b|\beval\(|new Function\(|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write\(|dangerouslySetInnerHTML|createContextualFragment|setHTMLUnsafe|parseFromString|srcDoc\b|srcdoc\b|@electron\/remote/u,
    only: [],
    breach: "element.innerHTML = text",
  },
  {
    item: "P1",
    what: "processes start in one place",
    pattern: /["']node:child_process["']|["']child_process["']/u,
    only: ["electron/platform/exec.ts"],
    breach: 'import { exec } from "node:child_process"',
  },
  {
    item: "P1",
    what: "never through a shell",
    pattern: /\bshell:\s*(true|["'`])|\bexecSync\(|windowsVerbatimArguments/u,
    only: [],
    breach: "spawn(program, args, { shell: true })",
  },
  {
    item: "P3",
    what: "nothing that runs elevated lies in a folder that anybody may write to",
    pattern: /\btmpdir\(|os\.tmpdir/u,
    only: ["electron/cli/pdf-runtime.ts", "electron/main/pdf.ts"],
    breach: 'join(tmpdir(), "script.sh")',
  },
  {
    item: "P4",
    what: "no part of the program waits for connections (the lock between its two faces is a socket of this user's)",
    pattern: /\.listen\(|\bcreateServer\b/u,
    only: ["electron/storage/machine-lock.ts"],
    breach: "createServer().listen(0)",
  },
  {
    item: "N1",
    what: "nobody's certificate checks are switched off",
    pattern:
      /NODE_TLS_REJECT_UNAUTHORIZED|setCertificateVerifyProc|rejectUnauthorized:\s*false|ignore-certificate-errors["'`]\s*\)/u,
    only: [],
    breach: "{ rejectUnauthorized: false }",
  },
];

/** The practice network is servers by nature; they are on loopback, and live as long as the practice does. */
const PRACTICE = "electron/practice/";

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** Lines of code, without the comments, that hold the pattern. */
function breaches({ pattern, only }: Border, files: readonly string[]): readonly string[] {
  return files
    .filter((file) => !only.includes(file) && !file.startsWith(PRACTICE))
    .flatMap((file) =>
      readFileSync(join(ROOT, file), "utf8")
        .split("\n")
        .flatMap((line, index) => (isCode(line) && pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
}

function isCode(line: string): boolean {
  return !/^\s*(\/\/|\/?\*)/u.test(line);
}

describe("the checklist, as far as the sources show it", () => {
  const files = ["electron", "renderer", "shared"].flatMap(sources);

  it("looks at the whole program", () => {
    expect(files.length).toBeGreaterThan(400);
  });

  it.each(BORDERS.map((border) => [border.item, border.what, border] as const))("%s: %s", (_item, _what, border) => {
    expect(breaches(border, files)).toEqual([]);
    expect(border.pattern.test(border.breach)).toBe(true);
  });

  it("allows only files that exist", () => {
    expect(BORDERS.flatMap(({ only }) => only).filter((file) => !files.includes(file))).toEqual([]);
  });

  it("N1: the two handshakes that only look at a certificate send nothing", () => {
    const session = readFileSync(join(ROOT, "electron/probes/tls/tls-session.ts"), "utf8");
    // `use` is the purpose of every connection that carries a request.
    expect(session.match(/rejectUnauthorized:[^\n]*/gu)).toEqual(['rejectUnauthorized: plan.purpose === "use",']);
  });

  it("P1: every program of the system is called by its absolute path", () => {
    const absolute = { windows: win32.isAbsolute, macos: posix.isAbsolute, linux: posix.isAbsolute };
    for (const os of ["windows", "macos", "linux"] as const) {
      const paths = Object.values(programsOf(os, {})).flat();
      expect(paths.length).toBeGreaterThan(5);
      expect(paths.filter((path) => !absolute[os](path))).toEqual([]);
    }
  });
});
