import { setTimeout as wait } from "node:timers/promises";
import { isRunning } from "../../browsers/running.ts";
import { runningPrograms } from "../../browsers/processes.ts";
import type { InstalledBrowser } from "../../browsers/find-browsers.ts";
import type { RepairAction } from "../action.ts";
import type { BrowserActionDeps } from "./browser-action-deps.ts";
import { choiceOf, chosenBy, refused, say, seeBrowsers } from "./browser-choices.ts";
import { openFor } from "./open-in-browser.ts";

/** How often to look whether a browser has gone (ms), and for how long before saying that it still runs. */
const LOOK_EVERY_MS = 500;
const LOOK_FOR_MS = 120_000;

/** A new session: every window closed, then the page again. */
export function newSession(deps: BrowserActionDeps): RepairAction {
  return restart(deps, "new-session");
}

/** The browser ended as a whole, which also empties its memory of names, and started with the page. */
export function restartBrowser(deps: BrowserActionDeps): RepairAction {
  return restart(deps, "restart-browser");
}

/** The person closes it, for open forms and downloads are theirs; we see it go and open it again. */
function restart(deps: BrowserActionDeps, id: "new-session" | "restart-browser"): RepairAction {
  return {
    id,
    offer: async (_context, signal) => {
      const { browsers } = await seeBrowsers(deps, signal);
      const running = browsers.filter((chosen) => chosen.running !== "no");
      const choices = running.map((chosen) =>
        choiceOf(chosen, "guided", [
          { kind: "click", what: say("step.save-forms") },
          { kind: "click", what: say(`step.quit-${deps.browsers.os}`, { browser: chosen.browser.name }) },
          { kind: "click", what: say("step.opened-again", { browser: chosen.browser.name }) },
        ]),
      );
      return choices.length === 0 ? null : { repair: id, choices };
    },
    apply: async (context, choiceId, signal) => {
      const chosen = chosenBy(await seeBrowsers(deps, signal), choiceId);
      if (chosen.found === null) return chosen.end;
      const gone = await seeGone(deps, chosen.found.browser, signal);
      if (gone === "cancelled") return refused("cancelled");
      if (gone === "running") return refused("still-running");
      return openFor(deps, chosen.found, "plain", context);
    },
  };
}

/** Waits until no process of a browser is left. `unknown` counts as gone: then only the person can tell. */
async function seeGone(
  deps: BrowserActionDeps,
  browser: InstalledBrowser,
  signal: AbortSignal,
  lookForMs = LOOK_FOR_MS,
): Promise<"gone" | "running" | "cancelled"> {
  const until = Date.now() + lookForMs;
  for (;;) {
    if (signal.aborted) return "cancelled";
    // One look after the other.
    // oxlint-disable-next-line no-await-in-loop
    const running = await isRunning(deps.browsers, browser, await runningPrograms(deps.browsers, signal));
    if (running !== "yes") return signal.aborted ? "cancelled" : "gone";
    if (Date.now() >= until) return "running";
    // Called off in the middle of the wait: the loop's own question sees it.
    // oxlint-disable-next-line no-await-in-loop
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
