// `npm run campaign:guard [-- --trials=N] [-- --restarts=N]`: how soon the guard of a DNS switch puts things back.
import { runScript } from "./lib/run-script.mjs";

await runScript("tests/bench/campaign-kill/guard.ts");
