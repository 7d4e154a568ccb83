import { ask } from "../platform/readings/reading.ts";
import type { BrowserDeps } from "./browser-deps.ts";

/** One running program. */
export interface RunningProgram {
  readonly pid: number;
  /** Absolute path of the program, or only its name where the system tells no more (Windows). */
  readonly path: string;
}

/** All running programs that may be looked at; null when the system could not be asked. */
export async function runningPrograms(
  deps: BrowserDeps,
  signal: AbortSignal,
): Promise<readonly RunningProgram[] | null> {
  if (deps.os === "linux") return linuxPrograms(deps);
  if (deps.os === "macos") {
    const said = await ask(deps.run, { program: "ps", args: ["-axo", "pid=,comm="], signal });
    return said.ok ? parsePs(said.value.stdout) : null;
  }
  const said = await ask(deps.run, { program: "tasklist", args: ["/FO", "CSV", "/NH"], signal });
  return said.ok ? parseTasklist(said.value.stdout) : null;
}

async function linuxPrograms({ files }: BrowserDeps): Promise<readonly RunningProgram[] | null> {
  const pids = (await files.list("/proc")).filter((name) => /^\d+$/.test(name));
  // /proc of a container without it, or not mounted.
  if (pids.length === 0) return null;
  const programs = await Promise.all(
    pids.map(async (pid) => {
      const exe = await files.linkTarget(`/proc/${pid}/exe`);
      // Updated while it runs: the old file is still in use.
      if (exe !== null) return { pid: Number(pid), path: exe.replace(/ \(deleted\)$/, "") };
      const comm = (await files.readText(`/proc/${pid}/comm`, 4_096))?.trim() ?? "";
      return { pid: Number(pid), path: comm };
    }),
  );
  return programs.filter(({ path }) => path !== "");
}

/** `ps -axo pid=,comm=`: the number, then the whole path, blanks included. */
function parsePs(text: string): readonly RunningProgram[] {
  return [...text.matchAll(/^\s*(\d+)\s+(\S.*?)\s*$/gm)].map(([, pid, path = ""]) => ({ pid: Number(pid), path }));
}

/** `tasklist /FO CSV /NH`: `"name.exe","pid",...`; only these two columns are never translated. */
function parseTasklist(text: string): readonly RunningProgram[] {
  return [...text.matchAll(/^"([^"]+)","(\d+)"/gm)].map(([, path = "", pid]) => ({ pid: Number(pid), path }));
}
