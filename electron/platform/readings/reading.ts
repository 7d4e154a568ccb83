import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { ProgramFailure, ProgramOutput, ProgramRequest, RunProgram } from "../exec.ts";
import type { Reading, ReadingError } from "../machine.ts";

/** Limits of the system's own tools. They answer in milliseconds; a hanging D-Bus or netsh must not hold us up. */
export const READING_LIMITS = {
  /** Linux and macOS tools. */
  toolMs: 2_000,
  /** PowerShell needs up to some seconds for its first start on a slow disk. */
  powershellMs: 8_000,
  /** Far more than the longest real output (a full routing table of a busy server stays below 1 MB). */
  outputBytes: 2 * 1024 * 1024,
} as const;

/** A tool to ask; limits are filled in. */
export type Question = Pick<ProgramRequest, "program" | "args" | "signal"> &
  Partial<Pick<ProgramRequest, "input" | "env" | "timeoutMs">>;

/** What the tool printed; a non-zero exit is an error unless `anyExit`. */
export async function ask(run: RunProgram, question: Question, anyExit = false): Reading<ProgramOutput> {
  const result = await run({
    timeoutMs: READING_LIMITS.toolMs,
    maxOutputBytes: READING_LIMITS.outputBytes,
    ...question,
  });
  if (!result.ok) return fail(readingErrorOf(result.error));
  if (result.value.exitCode !== 0 && !anyExit) {
    return fail({ code: "unexpected-output", detail: `exit code ${result.value.exitCode}` });
  }
  return result;
}

/** The reading error a program's failure amounts to. */
export function readingErrorOf(failure: ProgramFailure): ReadingError {
  const { detail } = failure;
  switch (failure.code) {
    case "not-found":
      return { code: "no-tool", detail };
    case "refused":
    case "not-permitted":
      return { code: "not-permitted", detail };
    case "timed-out":
    case "cancelled":
      return { code: failure.code, detail };
    case "too-much-output":
    case "signal":
    case "failed":
      return { code: "unexpected-output", detail: detail === "" ? failure.code : detail };
  }
}

/** The reading of output nobody can make sense of. */
export function unexpected(detail: string): { readonly ok: false; readonly error: ReadingError } {
  return fail({ code: "unexpected-output", detail });
}

/** Runs a reading; a crash in it becomes an error like any other, and nothing starts after a cancel. */
export async function guarded<Value>(signal: AbortSignal, read: () => Reading<Value>): Reading<Value> {
  if (signal.aborted) return fail({ code: "cancelled", detail: "" });
  try {
    return await read();
  } catch (error) {
    return unexpected(error instanceof Error ? error.name : "");
  }
}

/** Applies a parser to a good reading; the parser says null when the text is not what it should be. */
export function parsed<From, To>(
  reading: Result<From, ReadingError>,
  parse: (value: From) => To | null,
): Result<To, ReadingError> {
  if (!reading.ok) return reading;
  const value = parse(reading.value);
  return value === null ? unexpected("not understood") : ok(value);
}
