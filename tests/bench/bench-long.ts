// `npm run bench:long [-- --minutes N]`: what takes minutes to measure. Ends with 1 when a bar is not held.
import { watchRows } from "./speed/watches.ts";

const at = process.argv.indexOf("--minutes");
const minutes = at === -1 ? 10 : Number(process.argv[at + 1]);
if (!(minutes > 0)) throw new Error("--minutes takes a number");

const rows = await watchRows(minutes * 60_000);
for (const { what, ours, bar, holds } of rows) {
  process.stdout.write(`${holds ? "holds" : "FAILS"}  ${what}: ${ours}; bar: ${bar}\n`);
}
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
