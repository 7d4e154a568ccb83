import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createRunner } from "../../../../electron/platform/exec.ts";
import type { MachineDeps } from "../../../../electron/platform/machine-deps.ts";
import type { ProgramId, ProgramTable } from "../../../../electron/platform/programs.ts";
import { systemFiles } from "../../../../electron/platform/system-files.ts";

/** What a fake program does for one kind of arguments. */
export interface FakeAnswer {
  /** A part of the arguments, joined by blanks; absent: any. */
  readonly when?: string;
  readonly stdout?: string | Uint8Array;
  readonly stderr?: string;
  readonly exit?: number;
  /** Prints what it has and then sleeps for ever. */
  readonly hangs?: boolean;
  /** Prints without end. */
  readonly floods?: boolean;
}

/** Fake programs at absolute paths, started through the same code path as the real ones. */
export interface Fakes {
  readonly table: ProgramTable;
  readonly folder: string;
  /** Arguments of every start of a program, in order. */
  calls(program: ProgramId): readonly (readonly string[])[];
  remove(): void;
}

export function makeFakes(answers: Partial<Record<ProgramId, readonly FakeAnswer[]>>): Fakes {
  const folder = mkdtempSync(join(tmpdir(), "gg-platform-"));
  const table: Partial<Record<ProgramId, readonly string[]>> = {};
  for (const [program, list] of Object.entries(answers) as [ProgramId, readonly FakeAnswer[]][]) {
    const path = join(folder, program);
    writeFileSync(path, scriptOf(path, list), { mode: 0o755 });
    table[program] = [path];
  }
  return {
    table,
    folder,
    calls: (program) => {
      try {
        const starts = readFileSync(join(folder, `${program}.log`), "utf8")
          .split("\u0001\n")
          .slice(0, -1);
        return starts.map((start) => start.split("\0").slice(0, -1));
      } catch {
        return [];
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function scriptOf(path: string, answers: readonly FakeAnswer[]): string {
  const branches = answers.map((answer, index) => {
    writeFileSync(`${path}.${index}.out`, answer.stdout ?? "");
    writeFileSync(`${path}.${index}.err`, answer.stderr ?? "");
    const pattern = answer.when === undefined ? "*" : `*'${answer.when}'*`;
    const ending = answer.hangs === true ? "exec /bin/sleep 600" : `exit ${answer.exit ?? 0}`;
    const flood = answer.floods === true ? "while :; do printf '%01024d' 7; done;" : "";
    return `${pattern}) /bin/cat '${path}.${index}.out'; /bin/cat '${path}.${index}.err' >&2; ${flood} ${ending};;`;
  });
  return `#!/bin/sh
{ for argument; do printf '%s\\0' "$argument"; done; printf '\\001\\n'; } >> '${path}.log'
case "$*" in
${branches.join("\n")}
esac
exit 97
`;
}

/** Dependencies over fakes: an empty root folder and an empty environment unless told otherwise. */
export function fakeDeps(fakes: Fakes, over: Partial<MachineDeps> = {}): MachineDeps {
  return {
    run: createRunner(fakes.table),
    files: systemFiles(join(fakes.folder, "root")),
    environment: {},
    homeFolder: "/home/person",
    nodeInterfaces: () => ({}),
    nodeServers: () => [],
    ...over,
  };
}

const FIXTURES = resolve(import.meta.dirname, "../../../fixtures/platform");

/** A captured output, as text. */
export function fixture(path: string): string {
  return readFileSync(join(FIXTURES, path), "utf8");
}

/** A captured output, byte for byte (old code pages). */
export function fixtureBytes(path: string): Uint8Array {
  return readFileSync(join(FIXTURES, path));
}

/** A signal that never fires. */
export function never(): AbortSignal {
  return new AbortController().signal;
}

/** Puts files below the fakes' root folder. */
export function putFiles(fakes: Fakes, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const full = join(fakes.folder, "root", path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

/** The value of a reading that must be good. */
export async function value<Value>(
  reading: Promise<
    { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: { readonly code: string } }
  >,
): Promise<Value> {
  const result = await reading;
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
