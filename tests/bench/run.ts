// `npm run bench [-- PART ...] [-- --write]`: how fast, beside something that runs in the same call. PART: start, sizes, browsers, lab, dns.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release } from "node:os";
import { join } from "node:path";
import type { Row } from "./speed/row.ts";

const PARTS: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  sizes: async () => (await import("./speed/sizes.ts")).sizeRows(),
  start: async () => (await import("./speed/start.ts")).startRows(),
  browsers: async () => (await import("./speed/browsers.ts")).browserRows(),
  lab: async () => (await import("./speed/in-lab.ts")).labRows(),
};

/** A ratio that grew by more than this since the results that are kept is a step back. */
const REGRESSION = 1.15;
const KEPT = join(import.meta.dirname, "results.json");

const words = process.argv.slice(2);
const wanted = Object.keys(PARTS).filter((part) => words.includes(part));
const rows: Row[] = [];
for (const part of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
  process.stderr.write(`measuring: ${part}\n`);
  // oxlint-disable-next-line no-await-in-loop -- nothing else may run beside a measurement
  rows.push(...((await PARTS[part]?.()) ?? []));
}

const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
const machine = `${cpus().length} x ${cpus()[0]?.model ?? "?"}, ${process.platform} ${release()}`;
const back = regressions(rows);
const page = [
  "# Measured",
  "",
  `Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${machine}.`,
  "",
  "| what | ours | beside | ratio | bar | |",
  "| --- | ---: | ---: | ---: | --- | --- |",
  ...rows.map(
    ({ what, ours, beside, ratio, bar, holds }) =>
      `| ${what} | ${ours} | ${beside} | ${ratio === null ? "" : ratio.toFixed(2)} | ${bar} | ${holds ? "holds" : "FAILS"} |`,
  ),
  "",
].join("\n");
process.stdout.write(`${page}\n`);
for (const line of back) process.stdout.write(`STEP BACK ${line}\n`);
if (words.includes("--write")) {
  writeFileSync(join(import.meta.dirname, "RESULTS.md"), page);
  writeFileSync(KEPT, `${JSON.stringify(Object.fromEntries(rows.map(({ id, ratio }) => [id, ratio])), null, 1)}\n`);
}
process.exitCode = rows.every(({ holds }) => holds) && back.length === 0 ? 0 : 1;

function regressions(now: readonly Row[]): readonly string[] {
  const before = kept();
  return now.flatMap(({ id, ratio }) => {
    const old = before[id];
    if (ratio === null || typeof old !== "number" || ratio <= old * REGRESSION) return [];
    return [`${id}: ${ratio.toFixed(2)} was ${old.toFixed(2)}`];
  });
}

function kept(): Readonly<Record<string, number | null>> {
  try {
    // Our own file.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return JSON.parse(readFileSync(KEPT, "utf8")) as Record<string, number | null>;
  } catch {
    // The first run has nothing to be held against.
    return {};
  }
}
