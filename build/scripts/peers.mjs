// Lets a browser, curl and a how-to script face the lab's scenarios beside the product, and writes tests/lab/PEERS.md.
import { runScript } from "./lib/run-script.mjs";

await runScript("tests/lab/peers/run.ts");
