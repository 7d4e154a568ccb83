// `npm run campaign:NAME [-- --short] [-- --count N]`: many hostile or damaged inputs of one kind (tests/bench/campaign-NAME.ts).
import { runScript } from "./lib/run-script.mjs";

const NAMES = ["bench", "dns", "urls", "hostile", "ipc", "watch", "soak", "hostile-report", "names"];
const [name = ""] = process.argv.splice(2, 1);
if (NAMES.includes(name)) await runScript(`tests/bench/campaign-${name}.ts`);
else {
  process.stderr.write(`There is no campaign "${name}". Try: ${NAMES.join(", ")}.\n`);
  process.exitCode = 2;
}
