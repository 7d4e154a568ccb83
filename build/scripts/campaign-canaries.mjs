// `npm run campaign:canaries [-- --short]`: looks for secrets of made-up machines in every format of their reports.
import { runScript } from "./lib/run-script.mjs";

await runScript("tests/bench/campaign-canaries.ts");
