import { posix, win32 } from "node:path";
import { ok } from "../../../../shared/lib/result.ts";
import type { BrowserDeps } from "../../../../electron/browsers/browser-deps.ts";
import type { BrowserFiles, FileKind } from "../../../../electron/browsers/browser-files.ts";
import type { LaunchRequest, ProgramRequest } from "../../../../electron/platform/exec.ts";

/** What lies at a path of an invented machine: a text, a link, a file held by a program, or a folder one may not look into. */
export type Entry = string | { readonly link: string } | { readonly held: true } | { readonly denied: true };

/** An invented machine: its files, what its programs print, and what was started on it. */
export interface World {
  readonly deps: BrowserDeps;
  readonly tree: Map<string, Entry>;
  readonly launched: LaunchRequest[];
  readonly asked: ProgramRequest[];
}

/** What a program prints, by the beginning of its key and arguments; exit code 1 and nothing when not listed. */
export type Printed = Readonly<Record<string, string>>;

/** A machine of one system with these files. Folders are there when something lies in them. */
export function worldOf(
  os: BrowserDeps["os"],
  files: Readonly<Record<string, Entry>>,
  options: {
    readonly printed?: Printed;
    readonly exitCode?: number | null;
    readonly env?: Record<string, string>;
  } = {},
): World {
  const tree = new Map(Object.entries(files));
  const launched: LaunchRequest[] = [];
  const asked: ProgramRequest[] = [];
  const deps: BrowserDeps = {
    os,
    files: filesOf(tree, os),
    run: async (request) => {
      asked.push(request);
      const line = [request.program, ...request.args].join(" ");
      const printed = Object.entries(options.printed ?? {}).find(([start]) => line.startsWith(start));
      return ok({ exitCode: printed === undefined ? 1 : 0, stdout: printed?.[1] ?? "", stderr: "" });
    },
    launch: async (request) => {
      launched.push(request);
      const code = options.exitCode === undefined ? 0 : options.exitCode;
      return ok({ pid: 4711, exited: Promise.resolve(code) });
    },
    environment: options.env ?? {},
    home: os === "windows" ? "C:\\Users\\Ann" : os === "macos" ? "/Users/ann" : "/home/ann",
    hostName: "ann-pc",
  };
  return { deps, tree, launched, asked };
}

function filesOf(tree: Map<string, Entry>, os: BrowserDeps["os"]): BrowserFiles {
  const { sep } = os === "windows" ? win32 : posix;
  const below = (path: string): readonly string[] =>
    [...tree.keys()].filter((one) => one.startsWith(path.endsWith(sep) ? path : path + sep));
  const denied = (path: string): boolean =>
    [...tree].some(
      ([one, entry]) => typeof entry === "object" && "denied" in entry && (path === one || path.startsWith(one + sep)),
    );
  const resolve = (path: string, depth = 0): string | null => {
    const entry = tree.get(path);
    if (entry === undefined) return below(path).length > 0 ? path : null;
    if (typeof entry === "string" || !("link" in entry)) return path;
    return depth > 5 ? null : resolve(posix.resolve(posix.dirname(path), entry.link), depth + 1);
  };
  const kind = (path: string): FileKind => {
    if (denied(path)) return "denied";
    const entry = tree.get(path);
    if (entry === undefined) return below(path).length > 0 ? "folder" : "absent";
    return typeof entry === "object" && "link" in entry ? "link" : "file";
  };
  return {
    kind: async (path) => kind(path),
    readText: async (path, maxBytes = Number.MAX_SAFE_INTEGER) => {
      const real = denied(path) ? null : resolve(path);
      const entry = real === null ? undefined : tree.get(real);
      return typeof entry === "string" && entry.length <= maxBytes ? entry : null;
    },
    list: async (path) => {
      if (denied(path)) return [];
      const from = path.endsWith(sep) ? path.length : path.length + 1;
      return [...new Set(below(path).map((one) => one.slice(from).split(sep)[0] ?? ""))].toSorted();
    },
    linkTarget: async (path) => {
      const entry = tree.get(path);
      return typeof entry === "object" && "link" in entry ? entry.link : null;
    },
    realPath: async (path) => resolve(path),
    held: async (path) => {
      const entry = tree.get(path);
      if (entry === undefined) return "absent";
      if (denied(path)) return "unknown";
      return typeof entry === "object" && "held" in entry ? "held" : "free";
    },
    stat: async (path) => {
      const entry = tree.get(path);
      if (entry !== undefined)
        return { bytes: typeof entry === "string" ? entry.length : 0, inode: [...tree.keys()].indexOf(path) + 1 };
      return below(path).length > 0 ? { bytes: 0, inode: 0 } : null;
    },
  };
}

/** A signal that never comes. */
export const NEVER = new AbortController().signal;
