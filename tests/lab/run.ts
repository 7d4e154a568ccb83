// `npm run lab`: a small internet in network namespaces, scenarios in it, and the built product as the one who is asked.
import { randomBytes } from "node:crypto";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ensureBuild } from "../../build/scripts/ensure-build.mjs";
import { SCENARIOS } from "../scenarios/all.ts";
import { casesOf } from "./cases.ts";
import { missingNeeds } from "./needs.ts";
import { type LabOptions, readOptions } from "./options.ts";
import { barsOf } from "./report/bars.ts";
import { type CaseResult, grade } from "./report/result.ts";
import { confusion, lineOf, rowsOf } from "./report/table.ts";
import { type Bench, runCases } from "./run-cases.ts";
import { makeCertificates } from "./servers/certificates.ts";
import { cleanLeftovers, RunState } from "./support/state.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(options: LabOptions): Promise<number> {
  const missing = await missingNeeds();
  if (missing.length > 0) {
    say(`the lab needs ${missing.join(", ")}`);
    await writeResult({ passed: 0, failed: 0, skipped: 1 });
    // Whoever takes the counts decides what a skip is worth.
    return process.env["GG_RESULT_FILE"] === undefined ? 1 : 0;
  }
  const cleaned = await cleanLeftovers();
  if (cleaned > 0) say(`cleaned up after ${cleaned} earlier run(s)`);
  await ensureBuild();
  const state = new RunState(randomBytes(2).toString("hex"));
  let stopped = false;
  const stop = (): void => {
    say("stopping; taking the lab down");
    stopped = true;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  try {
    const bench = await prepare(state, options, () => stopped);
    if (options.lossy > 0) return await lossyRun(bench, options);
    return await scenarioRun(bench, options);
  } finally {
    await state.clean();
  }
}

async function prepare(state: RunState, { lanes }: LabOptions, stopped: () => boolean): Promise<Bench> {
  const certificates = await makeCertificates(join(state.folder, "certificates"));
  // A copy of its own: the project's may be built anew while the lab runs.
  const out = join(state.folder, "product");
  await cp(join(import.meta.dirname, "../../out"), out, { recursive: true });
  await cp(join(import.meta.dirname, "../../package.json"), join(state.folder, "package.json"));
  const product = { cli: join(out, "cli/index.js"), authority: certificates.authority };
  return { state, certificates, product, lanes, stopped };
}

async function scenarioRun(bench: Bench, options: LabOptions): Promise<number> {
  const chosen = SCENARIOS.filter(
    ({ id, short }) =>
      (options.only.length === 0 || options.only.some((part) => id.includes(part))) &&
      (!options.short || short === true),
  );
  if (chosen.length === 0) throw new Error("no scenario has such an id");
  const cases = casesOf(chosen, !options.noTwins);
  const started = Date.now();
  const results = await runCases(bench, cases, (result) => {
    say(lineOf(result));
    if (options.verbose && grade(result) !== "right") say(result.said?.document ?? "");
  });
  return await conclude(results, options, { wanted: cases.length, seconds: (Date.now() - started) / 1000 });
}

async function lossyRun(bench: Bench, options: LabOptions): Promise<number> {
  const { lossyCases, lossyVerdict } = await import("./lossy.ts");
  const cases = lossyCases(options.lossy, options.seed).filter(
    ({ id }) => options.only.length === 0 || options.only.includes(id),
  );
  const results = await runCases(bench, cases, (result) => {
    if (result.said?.code !== "healthy") say(lineOf(result));
    if (options.verbose && grade(result) !== "right") say(result.said?.document ?? "");
  });
  if (options.table !== null) await writeFile(options.table, `${JSON.stringify(rowsOf(results), null, 1)}\n`);
  const { text, holds } = lossyVerdict(results, cases.length);
  say(text);
  return holds ? 0 : 1;
}

async function conclude(
  results: readonly CaseResult[],
  options: LabOptions,
  { wanted, seconds }: { readonly wanted: number; readonly seconds: number },
): Promise<number> {
  if (options.table !== null) await writeFile(options.table, `${JSON.stringify(rowsOf(results), null, 1)}\n`);
  const bars = [
    // The short run is made on machines that do other work as well: what it measures is said, and decides nothing.
    ...barsOf(results).map((bar) => (options.short && bar.speed ? { ...bar, holds: true } : bar)),
    { text: `check-ups made: ${results.length} of ${wanted}`, holds: results.length === wanted, speed: false },
  ];
  const wrong = results.filter((one) => grade(one) !== "right");
  say(`\nsides: expected (rows), named (columns)\n${confusion(results)}\n`);
  if (wrong.length > 0) say(`not as expected:\n${wrong.map(lineOf).join("\n")}\n`);
  for (const { text, holds } of bars) say(`${holds ? "holds" : "FAILS"}  ${text}`);
  say(`${results.length} check-ups in ${seconds.toFixed(0)} s`);
  await writeResult({ passed: results.length - wrong.length, failed: wrong.length, skipped: 0 });
  return bars.every(({ holds }) => holds) ? 0 : 1;
}

async function writeResult(counts: Readonly<Record<string, number>>): Promise<void> {
  const file = process.env["GG_RESULT_FILE"] ?? "";
  if (file !== "") await writeFile(file, JSON.stringify(counts));
}

process.exitCode = await main(readOptions(process.argv.slice(2)));
