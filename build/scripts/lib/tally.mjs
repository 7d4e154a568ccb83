import { readFile, rm } from "node:fs/promises";

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number, note: string }} Step */

/** What happened so far, step by step; the closing line is made from it. */
export class Tally {
  /** @type {Step[]} */
  steps = [];

  /**
   * Runs one step and notes how it went. A step that throws counts as one failure.
   * @param {string} name
   * @param {() => Promise<Partial<Step>>} work
   */
  async step(name, work) {
    process.stdout.write(`\n--- ${name}\n`);
    const started = Date.now();
    /** @type {Partial<Step>} */
    const result = await work().catch((error) => ({
      failed: 1,
      note: error instanceof Error ? error.message : String(error),
    }));
    const seconds = (Date.now() - started) / 1000;
    const step = { name, passed: 0, failed: 0, skipped: 0, note: "", ...result, seconds };
    this.steps.push(step);
    if (step.note !== "") process.stdout.write(`${name}: ${step.note}\n`);
    return step.failed === 0;
  }

  /** @param {"passed" | "failed" | "skipped"} what */
  sum(what) {
    return this.steps.reduce((sum, step) => sum + step[what], 0);
  }

  /** Prints the table and, last of all, the closing line. */
  close() {
    const width = Math.max(...this.steps.map(({ name }) => name.length), 4);
    const rows = this.steps.map(({ name, passed, failed, skipped, seconds, note }) =>
      `${name.padEnd(width)} ${cell(passed)} ${cell(failed)} ${cell(skipped)} ${seconds.toFixed(1).padStart(7)} s  ${note}`.trimEnd(),
    );
    const head = `${"step".padEnd(width)} ${"passed".padStart(7)} ${"failed".padStart(7)} ${"skipped".padStart(7)}    time`;
    process.stdout.write(`\n${head}\n${rows.join("\n")}\n\n`);
    process.stdout.write(
      `${this.sum("passed")} passed, ${this.sum("failed")} failed, ${this.sum("skipped")} skipped\n`,
    );
  }
}

/** @param {number} count */
function cell(count) {
  return String(count).padStart(7);
}

/**
 * Counts out of a result file: vitest's JSON or our own `{passed, failed, skipped}`. A file that is missing means that
 * the tests did not get as far as reporting, which is a failure.
 * @param {string} file
 * @param {number} code the program's exit code
 * @returns {Promise<Partial<Step>>}
 */
export async function countsFrom(file, code) {
  const text = await readFile(file, "utf8").catch(() => null);
  await rm(file, { force: true });
  if (text === null) return { failed: 1, note: `ended with ${code} and without a result` };
  const result = JSON.parse(text);
  const passed = result.numPassedTests ?? result.passed ?? 0;
  const skipped = (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0) + (result.skipped ?? 0);
  const failed = result.numFailedTests ?? result.failed ?? 0;
  // A file that could not even be loaded has no failed tests in it, yet nothing in it ran.
  if (code !== 0 && failed === 0) return { passed, skipped, failed: 1, note: `ended with ${code}` };
  return { passed, skipped, failed, note: "" };
}
