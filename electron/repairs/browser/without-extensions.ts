import type { ActionChoice, ActionEnd, ActionStep } from "../../../shared/model/repair-action.ts";
import { openAddress } from "../../browsers/open/open-address.ts";
import { openCommand } from "../../browsers/open/open-arguments.ts";
import {
  makeTemporaryProfile,
  removeTemporaryProfile,
  sweepTemporaryProfiles,
  temporaryRoots,
} from "../../browsers/open/temporary-profile.ts";
import { openableAddress } from "../../browsers/open/web-address.ts";
import type { ActionContext, ActionMemory, RepairAction } from "../action.ts";
import type { BrowserActionDeps } from "./browser-action-deps.ts";
import { createBisectSessions } from "./bisect-sessions.ts";
import {
  choiceOf,
  type ChosenBrowser,
  chosenBy,
  commandText,
  refused,
  restOfId,
  say,
  seeBrowsers,
} from "./browser-choices.ts";
import { openRefused } from "./open-in-browser.ts";

/**
 * The address in a new, empty profile (no extension, cookie or setting of the person's), which is taken away when that
 * window is closed; then the search by halves for the extension at fault.
 */
export function noExtensions(deps: BrowserActionDeps): RepairAction {
  const serving = new Set<string>();
  const sessions = createBisectSessions(deps);
  const own = ownMemory();
  return {
    id: "no-extensions",
    offer: async (context, signal) => {
      sweep(deps, null, serving);
      const address = openableAddress(context.target.url);
      if (address === null) return null;
      const seen = await seeBrowsers(deps, signal);
      const fresh = seen.browsers.flatMap((chosen) => freshChoice(chosen, address));
      const choices = [...fresh, ...(await sessions.choices(seen, context.memory ?? own))];
      return choices.length === 0 ? null : { repair: "no-extensions", choices };
    },
    apply: async (context, id, signal) => {
      if (signal.aborted) return refused("cancelled");
      const seen = await seeBrowsers(deps, signal);
      const chosen = chosenBy(seen, id);
      if (chosen.found === null) return chosen.end;
      const rest = restOfId(id);
      const [profile, answer = ""] = rest;
      const browser = chosen.found.browser.key;
      if (profile !== undefined) return sessions.answer({ browser, profile }, answer, context.memory ?? own);
      return openFresh(deps, chosen.found, context, serving);
    },
  };
}

/** For whoever keeps nothing: forgotten with the program. */
function ownMemory(): ActionMemory {
  let kept: unknown = null;
  return { read: () => kept, keep: (value) => void (kept = value) };
}

function modeOf({ browser }: ChosenBrowser): "troubleshoot" | "no-extensions" {
  return browser.kind.family === "firefox" ? "troubleshoot" : "no-extensions";
}

/** The person's own profile with its extensions off: Firefox's troubleshoot mode, and what comes nearest elsewhere. */
export function safeMode(deps: BrowserActionDeps): RepairAction {
  return {
    id: "safe-mode",
    offer: async (context, signal) => {
      const address = openableAddress(context.target.url);
      if (address === null) return null;
      const { browsers } = await seeBrowsers(deps, signal);
      const choices = browsers.flatMap((chosen) => {
        const command = openCommand(chosen.browser, modeOf(chosen), address);
        if (command === null) return [];
        // An open browser takes the address from us and ignores the switch.
        const open = chosen.running !== "no";
        const ask: readonly ActionStep[] =
          chosen.browser.kind.family === "firefox" ? [{ kind: "click", what: say("step.troubleshoot-open") }] : [];
        const blockedBy = open ? say("blocked.close-first", { browser: chosen.browser.name }) : null;
        return [choiceOf(chosen, "auto", [{ kind: "command", text: commandText(command) }, ...ask], { blockedBy })];
      });
      return choices.length === 0 ? null : { repair: "safe-mode", choices };
    },
    apply: async (context, id, signal) => {
      if (signal.aborted) return refused("cancelled");
      const chosen = chosenBy(await seeBrowsers(deps, signal), id);
      if (chosen.found === null) return chosen.end;
      if (chosen.found.running === "yes") return refused("still-running");
      const { browser } = chosen.found;
      const opened = await openAddress(deps.browsers, browser, modeOf(chosen.found), { address: context.target.url });
      return opened.ok ? { kind: "opened" } : openRefused(opened.error);
    },
  };
}

function freshChoice(chosen: ChosenBrowser, address: string): readonly ActionChoice[] {
  const command = openCommand(chosen.browser, "fresh", address, "EMPTY-PROFILE");
  if (command === null) return [];
  const steps: readonly ActionStep[] = [
    { kind: "command", text: commandText(command) },
    { kind: "click", what: say("step.fresh-profile") },
  ];
  return [choiceOf(chosen, "auto", steps)];
}

async function openFresh(
  deps: BrowserActionDeps,
  { browser }: ChosenBrowser,
  { target }: ActionContext,
  serving: Set<string>,
): Promise<ActionEnd> {
  sweep(deps, browser, serving);
  const folder = makeTemporaryProfile(deps.browsers, deps.dataFolder, browser);
  if (folder === null) return refused("failed", "no folder");
  serving.add(folder);
  const opened = await openAddress(deps.browsers, browser, "fresh", { address: target.url, folder });
  if (!opened.ok) {
    serving.delete(folder);
    removeTemporaryProfile(folder);
    return openRefused(opened.error);
  }
  void takeAwayAfter(opened.value.ended, folder, serving);
  return { kind: "opened" };
}

/** Leftovers of a run that ended before the browser did. Those of browsers that still run are tried at the next one. */
function sweep(deps: BrowserActionDeps, browser: ChosenBrowser["browser"] | null, serving: ReadonlySet<string>): void {
  for (const root of temporaryRoots(deps.browsers, deps.dataFolder, browser)) {
    sweepTemporaryProfiles(root, (folder) => serving.has(folder));
  }
}

async function takeAwayAfter(ended: Promise<void>, folder: string, serving: Set<string>): Promise<void> {
  await ended;
  serving.delete(folder);
  removeTemporaryProfile(folder);
}
