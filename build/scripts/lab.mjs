// `npm run lab`: the small internet in network namespaces (tests/lab).
import { runScript } from "./lib/run-script.mjs";

await runScript("tests/lab/run.ts");
