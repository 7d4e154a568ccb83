// `npm run bench [-- PART ...] [--write] [--long]`: how fast, beside something that runs in the same call.
// PART: sizes, start, browsers, lab, many, dns; none: all. --write keeps the results (RESULTS.md here); --long: a ratio
// that grew by more than 15 % since the kept ones fails the run. Needs root for the lab; `npm run package` for sizes.
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
  many: async () => (await import("./speed/many.ts")).manyRows(),
  dns: async () => (await import("./speed/dns-in-lab.ts")).dnsRows(),
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
  rows.push(...(await measured(part)));
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
  "How often a check-up of a healthy https page goes to and fro: the name (1), the connection (1), the handshake (1), the",
  "page (1) make the first finding; two further requests on connections of their own (3 each) make three answers, started",
  "at least 450 ms apart, never two at once. What a request takes is part of the space to the next one, so that from the",
  "second on only the last one's three round trips are felt on a short way; on a way of 150 ms the requests themselves",
  "take as long as the pauses. Everything else (public resolvers, reference points, line quality) runs beside that.",
  "",
].join("\n");
process.stdout.write(`${page}\n`);
for (const line of back) process.stdout.write(`STEP BACK ${line}\n`);
if (words.includes("--write") && wanted.length > 0) {
  process.stderr.write("only a run of all parts is kept\n");
} else if (words.includes("--write")) {
  writeFileSync(join(import.meta.dirname, "RESULTS.md"), page);
  writeFileSync(KEPT, `${JSON.stringify(Object.fromEntries(rows.map(({ id, ratio }) => [id, ratio])), null, 1)}\n`);
}
const isBack = words.includes("--long") && back.length > 0;
process.exitCode = rows.every(({ holds }) => holds) && !isBack ? 0 : 1;

/** One part's rows; a part that broke is a row that fails, so that the others are not lost with it. */
async function measured(part: string): Promise<readonly Row[]> {
  try {
    return (await PARTS[part]?.()) ?? [];
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    const ours = "could not be measured";
    return [{ id: part, what: `the part "${part}"`, ours, beside: "", ratio: null, bar: "", holds: false }];
  }
}

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
