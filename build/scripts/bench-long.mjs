// `npm run bench:long [-- --minutes N]`: what takes minutes to measure (tests/bench).
import { runScript } from "./lib/run-script.mjs";

await runScript("tests/bench/bench-long.ts");
