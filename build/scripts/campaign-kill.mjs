// `npm run campaign:kill [-- --short] [-- --only=VARIANT,...]`: kills the DNS switch at every call that touches state.
import { runScript } from "./lib/run-script.mjs";

await runScript("tests/bench/campaign-kill/main.ts");
