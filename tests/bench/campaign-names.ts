// `npm run campaign:names [-- --short] [-- --count N]`: hostile names through every call that starts a program.
import { resolve } from "node:path";
import { CALL_SITES, foundCallSites, HANDING_ON } from "../unit/electron/platform/every-call/call-sites.ts";
import { CASES } from "../unit/electron/platform/every-call/cases.ts";
import { faultsForReal, faultsInAll } from "../unit/electron/platform/every-call/judging.ts";
import { ProgramRecorder } from "../unit/electron/platform/every-call/program-recorder.ts";
import { everyHostileName } from "../unit/electron/platform/hostile-names.ts";
import { close, trials } from "./lib/campaign.ts";

/** Each name in the place of real programs: recorders, started by the code that starts the real ones. */
const names = everyHostileName().slice(0, trials(40, 500));
const recorder = new ProgramRecorder();
const faults: string[] = [];
try {
  for (const one of CASES) {
    // One call after the other: a recorder's starts already run side by side.
    // oxlint-disable-next-line no-await-in-loop
    const found = [...(await faultsInAll(one, names)), ...(await faultsForReal(one, names, recorder))];
    faults.push(...found.map((fault) => `${one.title}: ${fault}`));
  }
  faults.push(...recorder.trapped());
} finally {
  recorder.remove();
}
for (const fault of faults.slice(0, 20)) process.stderr.write(`${fault}\n`);
const sites = foundCallSites(resolve("."));
const known = Object.keys(CALL_SITES).length + HANDING_ON.length;
close("names", [
  {
    what: `${names.length} hostile names through ${CASES.length} ways to a program`,
    figures: `${recorder.starts} real starts, ${faults.length} faults`,
    holds: faults.length === 0 && recorder.starts > names.length,
  },
  {
    what: "files that ask for programs",
    figures: `${sites.size} found, ${known} in the table`,
    holds: sites.size === known,
  },
]);
