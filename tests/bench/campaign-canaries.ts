// `npm run campaign:canaries [-- --short]`: no secret of a made-up machine may be found in any format of its report.
import { hunt, type Leak } from "./campaign-canaries/hunt.ts";

/** Least share of diagnostic fields that must come through. */
const KEPT = 0.98;
const machines = process.argv.includes("--short") ? 50 : 1000;
const began = Date.now();
const haul = hunt(1, machines);

process.stdout.write(
  `machines ${haul.machines}, kinds of secret ${haul.kinds}, looks ${haul.looked}, leaks ${haul.leaks.length}; ` +
    `diagnostic fields kept: strict ${percent(haul.kept.strict)}, standard ${percent(haul.kept.standard)}; ` +
    `${((Date.now() - began) / 1000).toFixed(0)} s\n`,
);
for (const leak of haul.leaks.slice(0, 20)) process.stdout.write(`${line(leak)}\n`);
const good = haul.leaks.length === 0 && haul.kinds >= 25 && haul.kept.strict >= KEPT && haul.kept.standard >= KEPT;
process.exitCode = good ? 0 : 1;

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function line({ machine, level, format, kind, value }: Leak): string {
  return `LEAK machine ${machine}, ${level}, ${format}: ${kind} ${JSON.stringify(value)}`;
}
