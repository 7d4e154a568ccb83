import { app } from "electron";
import { askOnceOrTwice } from "../probes/lookup/resolver-tries.ts";
import { handOver } from "./handed.ts";
import { handedFile, terminalWords } from "./launch.ts";

askOnceOrTwice(process.env);
// Awaited on purpose: Electron holds "ready" back until this module has been evaluated, so a terminal command ends
// before a window could open, and the window's scheme is registered in time.
const words = terminalWords(process.argv, app.isPackaged);
const report = handedFile(words);
if (report !== null) handOver(report);
if (words === null || report !== null) (await import("./start-app.ts")).startApp();
else if (words[0] === "print-pdf") (await import("./pdf.ts")).startPrinting(words);
else await (await import("./terminal-mode.ts")).runInTerminal(words);
