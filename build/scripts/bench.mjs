// `npm run bench`: how fast and how right (tests/bench).
import { runScript } from "./lib/run-script.mjs";

await runScript("tests/bench/run.ts");
