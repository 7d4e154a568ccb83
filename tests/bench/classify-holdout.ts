import { resolve } from "node:path";
import { readHoldout, score } from "../unit/electron/gateway/holdout.ts";

/*
 * How the classifier does on pages that were collected without looking at its rules:
 *   npx tsx tests/bench/classify-holdout.ts [FILE.json ...]
 * Without a file: the sets kept in tests/fixtures/gateway/holdout. Says every page it gets wrong; exit 1 when anybody
 * is accused who should not be.
 */
const folder = resolve(import.meta.dirname, "../fixtures/gateway/holdout");
const given = process.argv.slice(2);
const files = given.length > 0 ? given : ["first", "second", "third"].map((name) => resolve(folder, `${name}.json`));

let accused = 0;
for (const file of files) {
  const total = score(readHoldout(file));
  for (const line of total.lines) process.stdout.write(`${line}\n`);
  accused += total.accused;
  process.stdout.write(
    `${file}\n` +
      `side    right ${total.side.right}, wrong ${total.side.wrong}, unknown ${total.side.unknown} of ${total.pages}\n` +
      `vendor  right ${total.vendor.right}, wrong ${total.vendor.wrong}, none ${total.vendor.unknown}\n` +
      `hop     right ${total.hop.right}, wrong ${total.hop.wrong}, unknown ${total.hop.unknown}\n` +
      `fine pages ${total.fine}, of them accused ${total.fineAccused}; accused across the border ${total.accused}\n`,
  );
}
process.exitCode = accused === 0 ? 0 : 1;
