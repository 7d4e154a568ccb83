import type { Message } from "../../../shared/model/message.ts";
import type { ActionChoice, ActionEnd, ActionStep } from "../../../shared/model/repair-action.ts";
import { defaultHandler, isDefaultBrowser } from "../../browsers/default-browser.ts";
import { findBrowsers, type InstalledBrowser } from "../../browsers/find-browsers.ts";
import type { OpenCommand } from "../../browsers/open/open-arguments.ts";
import { type RunningProgram, runningPrograms } from "../../browsers/processes.ts";
import { isRunning } from "../../browsers/running.ts";
import type { BrowserActionDeps } from "./browser-action-deps.ts";

/** A browser as a choice needs it. */
export interface ChosenBrowser {
  readonly browser: InstalledBrowser;
  /** It opens the links of this computer; null when the system did not say. */
  readonly isDefault: boolean | null;
  readonly running: "yes" | "no" | "unknown";
}

/** What was seen of the browsers of this computer at one moment. */
export interface BrowsersSeen {
  /** The likeliest to be the person's own first: the default one, then those that run, then by the table. */
  readonly browsers: readonly ChosenBrowser[];
  /** All running programs; null when the system could not be asked. */
  readonly programs: readonly RunningProgram[] | null;
}

/** Looks for browsers and sees which run. */
export async function seeBrowsers(deps: BrowserActionDeps, signal: AbortSignal): Promise<BrowsersSeen> {
  const [found, handler, programs] = await Promise.all([
    findBrowsers(deps.browsers, signal),
    defaultHandler(deps.browsers, signal),
    runningPrograms(deps.browsers, signal),
  ]);
  const chosen = await Promise.all(
    found.map(async (browser) => ({
      browser,
      isDefault: isDefaultBrowser(browser, handler),
      running: await isRunning(deps.browsers, browser, programs),
    })),
  );
  return { browsers: chosen.toSorted((a, b) => rank(a) - rank(b)), programs };
}

function rank({ isDefault, running }: ChosenBrowser): number {
  return (isDefault === true ? 0 : 2) + (running === "yes" ? 0 : 1);
}

/** A sentence of these repairs. */
export function say(key: string, values: Message["values"] = {}): Message {
  return { key: `browser-action.${key}`, values };
}

/** What is worth knowing of a browser before it is chosen. */
export function factsOf({ isDefault, running }: ChosenBrowser): readonly Message[] {
  return [...(isDefault === true ? [say("fact.default")] : []), ...(running === "yes" ? [say("fact.running")] : [])];
}

/** A command as a person could type it: only what a shell would split or change is put in quotes. */
export function commandText({ program, args }: OpenCommand): string {
  return [program, ...args].map((part) => (/^[\w./:=\\@%+,~-]+$/.test(part) ? part : `"${part}"`)).join(" ");
}

/** The parts of a choice that these repairs share. */
export function choiceOf(
  chosen: ChosenBrowser,
  mode: ActionChoice["mode"],
  steps: readonly ActionStep[],
  more: Partial<ActionChoice> = {},
): ActionChoice {
  return {
    id: choiceId(chosen.browser),
    label: chosen.browser.name,
    facts: factsOf(chosen),
    steps,
    mode,
    needsAdmin: false,
    undoable: false,
    seconds: mode === "auto" ? 5 : null,
    blockedBy: null,
    ...more,
  };
}

/** Names a browser and where it lies, so that another program under the same name is noticed. */
export function choiceId(browser: InstalledBrowser, ...more: readonly string[]): string {
  return [browser.key, browser.program, ...more].map(encodeURIComponent).join("~");
}

/** The parts of a choice's id after browser and program. */
export function restOfId(id: string): readonly string[] {
  return partsOf(id).slice(2);
}

function partsOf(id: string): readonly string[] {
  try {
    return id.split("~").map(decodeURIComponent);
  } catch {
    // Not an id of ours.
    return [];
  }
}

/** The browser an id names, or why it is not to be had. */
export function chosenBy(
  seen: BrowsersSeen,
  id: string,
): { readonly found: ChosenBrowser } | { readonly found: null; readonly end: ActionEnd } {
  const [key, program] = partsOf(id);
  const found = seen.browsers.find(({ browser }) => browser.key === key);
  if (found === undefined) return { found: null, end: refused("no-longer-there") };
  if (found.browser.program !== program) return { found: null, end: refused("changed-since") };
  return { found };
}

/** A repair that did nothing. */
export function refused(
  code: Extract<ActionEnd, { kind: "refused" }>["code"],
  detail = "",
  changed: "nothing" | "maybe" = "nothing",
): Extract<ActionEnd, { kind: "refused" }> {
  return { kind: "refused", code, detail, changed };
}
