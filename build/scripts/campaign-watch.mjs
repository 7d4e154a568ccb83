// `npm run campaign:watch [-- --short] [-- --seed=N]`: a hundred simulated hours of a site that fails in every way.
import { runScript } from "./lib/run-script.mjs";

await runScript("tests/bench/campaign-watch/main.ts");
