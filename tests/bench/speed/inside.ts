// Runs inside the lab's client: the engine as the window's main process has it, a program that is open already.
// usage: inside.ts MODE REFERENCES_FILE ROUNDS URL... ; MODE: single (one after the other) or many (all at once).
import { readFileSync } from "node:fs";
import { startLiveCheckup } from "../../../electron/engine/live-checkup.ts";
import { parseReferences } from "../../../electron/engine/references.ts";
import { parseTarget } from "../../../electron/engine/target.ts";
import { askOnceOrTwice } from "../../../electron/probes/lookup/resolver-tries.ts";
import type { InsideRun } from "./inside-run.ts";

askOnceOrTwice(process.env);
const [mode = "", file = "", rounds = "0", ...urls] = process.argv.slice(2);
const references = parseReferences(readFileSync(file, "utf8"));
if (!references.ok) throw new Error(references.error.code);

async function check(url: string): Promise<InsideRun> {
  const target = parseTarget(url);
  if (!target.ok) throw new Error(`${url}: ${target.error}`);
  const started = performance.now();
  const ends: Record<string, number> = {};
  const { done } = startLiveCheckup({
    target: target.value,
    references: references.ok ? references.value : (undefined as never),
    privateMode: false,
    askVantage: false,
    answers: {},
    timeoutMs: null,
    onEvent: (event) => {
      if (event.kind === "check-ended") ends[event.result.id] = performance.now() - started;
    },
  });
  const { judgement, observations } = await done;
  const wholeMs = performance.now() - started;
  const repeat = observations.checks.repeat?.facts ?? null;
  const requests = (observations.checks.http?.facts?.chain.length ?? 0) + (repeat?.attempts.length ?? 0);
  const pausesMs = (repeat?.spacingMs ?? 0) * (repeat?.attempts.length ?? 0);
  return { url, code: judgement.verdict.code, wholeMs, ends, requests, pausesMs };
}

for (let round = 0; round < Number(rounds); round += 1) {
  if (mode === "many") {
    const began = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- one round after the other
    const runs = await Promise.all(urls.map(check));
    process.stdout.write(`${JSON.stringify({ allMs: performance.now() - began, runs })}\n`);
    continue;
  }
  for (const url of urls) {
    // oxlint-disable-next-line no-await-in-loop -- by turns
    const run = await check(url);
    process.stdout.write(`${JSON.stringify(run)}\n`);
  }
}
process.exit(0);
