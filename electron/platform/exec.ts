import { spawn, type ChildProcess } from "node:child_process";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { decodeOutput } from "./decode.ts";
import { fixedEnvironment, fixedFolder, personEnvironment } from "./process-environment.ts";
import { findProgram, knownOs, programsOf, type ProgramId, type ProgramTable } from "./programs.ts";

/** One program to run. No shell is involved anywhere: every argument arrives as it stands. */
export interface ProgramRequest {
  /** A key of the table of programs, or an absolute path. A bare name is refused. */
  // The union documents itself; string swallows it for the type checker.
  // oxlint-disable-next-line typescript/no-redundant-type-constituents
  readonly program: ProgramId | string;
  readonly args: readonly string[];
  /** The program and everything it started are killed after this. */
  readonly timeoutMs: number;
  /** Cap on stdout and stderr together; beyond it the program is killed. */
  readonly maxOutputBytes: number;
  /** Written to its stdin, which is then closed; without it stdin is empty. */
  readonly input?: string;
  /** Added to the fixed environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** A program that ran to its end by itself; whether the exit code is good is the caller's business. */
export interface ProgramOutput {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Why a program did not run to its end. `signal`: somebody else killed it (or it crashed). */
export interface ProgramFailure {
  readonly code:
    | "refused"
    | "not-found"
    | "not-permitted"
    | "timed-out"
    | "too-much-output"
    | "cancelled"
    | "signal"
    | "failed";
  /** The error's code or the signal's name; may be empty. */
  readonly detail: string;
  /** What it had printed until then. */
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run ended: what it printed, whatever its exit code, or why it did not run to its end. */
export type ProgramResult = Result<ProgramOutput, ProgramFailure>;

/** Runs one program; never throws, never rejects. */
export type RunProgram = (request: ProgramRequest) => Promise<ProgramResult>;

/** How long a killed program may take to go, and how long its pipes may stay open after it has gone. */
const GRACE_MS = 500;

/** A runner over a table of programs; tests give a table with fakes, so that the same code path is what they test. */
export function createRunner(table: ProgramTable): RunProgram {
  return async (request) => {
    const program = findProgram(table, request.program);
    if (!program.found) return failure(program.why, "");
    if (request.signal.aborted) return failure("cancelled", "");
    return start(program.path, request);
  };
}

/** The runner over this system's own programs. */
export const runProgram: RunProgram = createRunner(programsOf(knownOs(process.platform)));

function failure(code: ProgramFailure["code"], detail: string): ProgramResult {
  return fail({ code, detail, stdout: "", stderr: "" });
}

function start(path: string, request: ProgramRequest): Promise<ProgramResult> {
  let child: ChildProcess;
  try {
    child = spawn(path, [...request.args], {
      cwd: fixedFolder(process.platform, process.env),
      env: { ...fixedEnvironment(process.platform, process.env), ...request.env },
      shell: false,
      windowsHide: true,
      // A group of its own, so that a time-out also ends what the program started. Windows: taskkill /T does that.
      detached: process.platform !== "win32",
      stdio: [request.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
  } catch (error) {
    // Arguments the system cannot carry (a NUL byte), or no processes left.
    return Promise.resolve(failureOf(error));
  }
  return new Promise((resolve) => {
    follow(child, request, resolve);
  });
}

function failureOf(error: unknown): ProgramResult {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return failure("not-found", code);
  if (code === "EACCES" || code === "EPERM") return failure("not-permitted", code);
  if (code === "ERR_INVALID_ARG_VALUE") return failure("refused", code);
  return failure("failed", code);
}

/** Watches a started program until it is over, one way or another, and settles exactly once. */
function follow(child: ChildProcess, request: ProgramRequest, settle: (result: ProgramResult) => void): void {
  const output = { stdout: [] as Buffer[], stderr: [] as Buffer[], bytes: 0 };
  let stopped: { readonly code: ProgramFailure["code"]; readonly detail: string } | null = null;
  let ended = false;
  let exit: { readonly code: number | null; readonly signal: NodeJS.Signals | null } | null = null;
  let grace: NodeJS.Timeout | undefined;

  const finish = (result?: ProgramResult): void => {
    if (ended) return;
    ended = true;
    clearTimeout(limit);
    clearTimeout(grace);
    request.signal.removeEventListener("abort", onAbort);
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
    child.unref();
    settle(result ?? resultOf(output, exit, stopped));
  };
  const stop = (code: ProgramFailure["code"]): void => {
    if (stopped !== null || exit !== null) return;
    stopped = { code, detail: "" };
    killTree(child);
    // A program of another user (elevated) cannot be killed: we stop waiting all the same.
    grace = setTimeout(finish, GRACE_MS);
  };
  const onAbort = (): void => stop("cancelled");
  const limit = setTimeout(() => stop("timed-out"), request.timeoutMs);
  const collect = (into: Buffer[]) => (chunk: Buffer) => {
    output.bytes += chunk.length;
    if (output.bytes > request.maxOutputBytes) stop("too-much-output");
    else into.push(chunk);
  };

  request.signal.addEventListener("abort", onAbort, { once: true });
  child.stdout?.on("data", collect(output.stdout));
  child.stderr?.on("data", collect(output.stderr));
  // A program may end without reading what it was given; that is its right and shows in its exit code.
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(request.input);
  child.once("error", (error) => finish(failureOf(error)));
  child.once("exit", (code, signal) => {
    exit = { code, signal };
    // Something it left behind may hold the pipes open for ever.
    clearTimeout(grace);
    grace = setTimeout(() => {
      killTree(child);
      finish();
    }, GRACE_MS);
  });
  child.once("close", () => finish());
}

function resultOf(
  output: { readonly stdout: readonly Buffer[]; readonly stderr: readonly Buffer[] },
  exit: { readonly code: number | null; readonly signal: NodeJS.Signals | null } | null,
  stopped: { readonly code: ProgramFailure["code"]; readonly detail: string } | null,
): ProgramResult {
  const stdout = decodeOutput(Buffer.concat(output.stdout));
  const stderr = decodeOutput(Buffer.concat(output.stderr));
  if (stopped !== null) return fail({ ...stopped, stdout, stderr });
  if (exit?.code === null || exit === null) return fail({ code: "signal", detail: exit?.signal ?? "", stdout, stderr });
  return ok({ exitCode: exit.code, stdout, stderr });
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    killTreeOnWindows(child);
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The group is gone already, or belongs to another user.
  }
}

function killTreeOnWindows(child: ChildProcess): void {
  const taskkill = findProgram(programsOf("windows"), "taskkill");
  if (!taskkill.found) {
    child.kill();
    return;
  }
  const killer = spawn(taskkill.path, ["/PID", String(child.pid), "/T", "/F"], { windowsHide: true, stdio: "ignore" });
  // Only afterwards: taskkill finds the descendants through their living parent.
  killer.once("exit", () => child.kill());
  killer.once("error", () => child.kill());
  killer.unref();
}

/** A program for the person to use: it lives on by itself, with the environment a click on its icon would give it. */
export interface LaunchRequest {
  /** An absolute path. */
  readonly program: string;
  readonly args: readonly string[];
  /** Added to the person's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A program that was started. */
export interface Launched {
  readonly pid: number;
  /** Its exit code once it ends (null when a signal ended it). A second start of a browser hands over and ends at once. */
  readonly exited: Promise<number | null>;
}

/** Starts a program and lets it go; never rejects. */
export type LaunchProgram = (request: LaunchRequest) => Promise<Result<Launched, ProgramFailure["code"]>>;

/** Starts a program of this system for the person. No shell: every argument arrives as it stands. */
export const launchProgram: LaunchProgram = ({ program, args, env }) => {
  const found = findProgram({}, program);
  if (!found.found) return Promise.resolve(fail(found.why));
  return new Promise((resolve) => {
    try {
      const child = spawn(found.path, [...args], {
        cwd: fixedFolder(process.platform, process.env),
        env: { ...personEnvironment(process.env), ...env },
        shell: false,
        // Its window is what was asked for.
        windowsHide: false,
        detached: true,
        stdio: "ignore",
      });
      const exited = new Promise<number | null>((settle) => {
        child.once("exit", settle);
      });
      child.once("spawn", () => {
        child.unref();
        resolve(child.pid === undefined ? fail("failed") : ok({ pid: child.pid, exited }));
      });
      child.once("error", (error) => {
        const failed = failureOf(error);
        resolve(fail(failed.ok ? "failed" : failed.error.code));
      });
    } catch (error) {
      const failed = failureOf(error);
      resolve(fail(failed.ok ? "failed" : failed.error.code));
    }
  });
};
