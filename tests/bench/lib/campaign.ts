import { writeFileSync } from "node:fs";

/** One line of a campaign's end: what was tried, how often, what must hold. */
export interface Line {
  readonly what: string;
  readonly figures: string;
  readonly holds: boolean;
}

/** The short form, as `npm test` runs it. */
export const SHORT = process.argv.includes("--short");

/** How many trials: the short form's, the long form's, or what `--count N` says. */
export function trials(short: number, long: number): number {
  const at = process.argv.indexOf("--count");
  const wished = at === -1 ? Number.NaN : Number(process.argv[at + 1]);
  if (Number.isSafeInteger(wished) && wished > 0) return wished;
  return SHORT ? short : long;
}

/** Prints the lines, hands the counts to whoever named a file for them, and sets the exit code. */
export function close(name: string, lines: readonly Line[]): void {
  for (const { what, figures, holds } of lines) {
    process.stdout.write(`${holds ? "holds" : "FAILS"}  ${name}: ${what}: ${figures}\n`);
  }
  const failed = lines.filter(({ holds }) => !holds).length;
  const file = process.env["GG_RESULT_FILE"] ?? "";
  if (file !== "") writeFileSync(file, JSON.stringify({ passed: lines.length - failed, failed, skipped: 0 }));
  if (failed > 0) process.exitCode = 1;
}
