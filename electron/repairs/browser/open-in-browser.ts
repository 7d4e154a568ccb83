import type { ActionEnd, ActionStep } from "../../../shared/model/repair-action.ts";
import { openAddress, type OpenFailure } from "../../browsers/open/open-address.ts";
import { type OpenMode, openCommand } from "../../browsers/open/open-arguments.ts";
import { privateAllowed, readPolicies } from "../../browsers/read/policies.ts";
import { openableAddress } from "../../browsers/open/web-address.ts";
import type { ActionContext, RepairAction } from "../action.ts";
import type { BrowserActionDeps } from "./browser-action-deps.ts";
import {
  type BrowsersSeen,
  choiceOf,
  type ChosenBrowser,
  chosenBy,
  commandText,
  refused,
  say,
  seeBrowsers,
} from "./browser-choices.ts";

/** The address in a private window of one of the browsers here. Safari's has to be opened by hand. */
export function privateWindow(deps: BrowserActionDeps): RepairAction {
  return openingAction(deps, { id: "private-window", mode: "private", byHand: privateByHand, others: false });
}

/** The address in another browser than the one the person uses. */
export function otherBrowser(deps: BrowserActionDeps): RepairAction {
  return openingAction(deps, { id: "other-browser", mode: "plain", byHand: () => [], others: true });
}

interface Opening {
  readonly id: "private-window" | "other-browser";
  readonly mode: OpenMode;
  /** What to do by hand in a browser that cannot be told. */
  readonly byHand: (address: string) => readonly ActionStep[];
  /** The browser that opens links comes last: it is most likely the one that fails. */
  readonly others: boolean;
}

function openingAction(deps: BrowserActionDeps, opening: Opening): RepairAction {
  return {
    id: opening.id,
    offer: async (context, signal) => {
      const address = openableAddress(context.target.url);
      if (address === null) return null;
      const all = ordered(await seeBrowsers(deps, signal), opening.others);
      const browsers = opening.mode === "private" ? await allowedPrivate(deps, all, signal) : all;
      const choices = browsers.flatMap((chosen) => {
        const command = openCommand(chosen.browser, opening.mode, address);
        if (command !== null) {
          return [choiceOf(chosen, "auto", [{ kind: "command", text: commandText(command) }])];
        }
        const steps = opening.byHand(address);
        return steps.length === 0 ? [] : [choiceOf(chosen, "guided", steps)];
      });
      return choices.length === 0 ? null : { repair: opening.id, choices };
    },
    apply: async (context, choiceId, signal) => {
      if (signal.aborted) return refused("cancelled");
      const chosen = chosenBy(await seeBrowsers(deps, signal), choiceId);
      if (chosen.found === null) return chosen.end;
      return openFor(deps, chosen.found, opening.mode, context);
    },
  };
}

/** Opens the target's address; what the person has to do by hand counts as opened, for it is they who look. */
export async function openFor(
  deps: BrowserActionDeps,
  { browser }: ChosenBrowser,
  mode: OpenMode,
  { target }: ActionContext,
): Promise<ActionEnd> {
  if (browser.kind.family === "safari" && mode === "private") return { kind: "opened" };
  const opened = await openAddress(deps.browsers, browser, mode, { address: target.url });
  return opened.ok ? { kind: "opened" } : openRefused(opened.error);
}

/** What a browser that did not open amounts to. */
export function openRefused({ code, detail }: OpenFailure): ActionEnd {
  if (code === "not-an-address" || code === "no-way") return refused("not-supported", code);
  return refused(code, detail);
}

/** Without those where an administrator forbade private windows: they would open an ordinary one, which proves nothing. */
async function allowedPrivate(
  deps: BrowserActionDeps,
  browsers: readonly ChosenBrowser[],
  signal: AbortSignal,
): Promise<readonly ChosenBrowser[]> {
  const policies = await Promise.all(browsers.map(({ browser }) => readPolicies(deps.browsers, browser, signal)));
  return browsers.filter((_, index) => privateAllowed(policies[index] ?? []));
}

/** One browser alone is no "other" one, but where nothing tells which of several is in use all of them are offered. */
function ordered({ browsers }: BrowsersSeen, others: boolean): readonly ChosenBrowser[] {
  if (!others) return browsers;
  if (browsers.length < 2) return [];
  return [
    ...browsers.filter(({ isDefault }) => isDefault !== true),
    ...browsers.filter((one) => one.isDefault === true),
  ];
}

function privateByHand(address: string): readonly ActionStep[] {
  return [
    { kind: "click", what: say("step.private-safari") },
    { kind: "command", text: address },
  ];
}
