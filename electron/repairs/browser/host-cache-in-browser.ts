import { setTimeout as wait } from "node:timers/promises";
import type { ActionChoice, ActionEnd, ActionStep } from "../../../shared/model/repair-action.ts";
import { connectionsOf } from "../../browsers/connections.ts";
import { internalPages } from "../../browsers/internal-pages.ts";
import { runningPrograms } from "../../browsers/processes.ts";
import { processesOf } from "../../browsers/running.ts";
import type { ActionContext, RepairAction } from "../action.ts";
import type { BrowserActionDeps } from "./browser-action-deps.ts";
import { choiceOf, type ChosenBrowser, chosenBy, refused, say, seeBrowsers } from "./browser-choices.ts";
import { pasteSteps } from "./guided-in-browser.ts";
import { openFor } from "./open-in-browser.ts";

/** The id of our own window's choice; browsers' ids hold a "~". */
const OWN = "own";

/** How long to watch for a connection after the page was opened, and how often to look (ms). */
const WATCH_MS = 15_000;
const LOOK_EVERY_MS = 250;

/**
 * The memory of names: our own window's by call, a browser's by hand on its own page. Afterwards the page is opened in
 * that browser and its connections are watched: one to an address that the site has now is the proof.
 */
export function clearHostCache(deps: BrowserActionDeps): RepairAction {
  return {
    id: "clear-host-cache",
    offer: async (_context, signal) => {
      const { browsers } = await seeBrowsers(deps, signal);
      const choices = [
        ...browsers.flatMap((chosen) => choiceFor(chosen)),
        ...(deps.hostCache === null ? [] : [ownChoice()]),
      ];
      return choices.length === 0 ? null : { repair: "clear-host-cache", choices };
    },
    apply: async (context, choiceId, signal) => {
      if (signal.aborted) return refused("cancelled");
      if (choiceId === OWN) return clearOwn(deps);
      const chosen = chosenBy(await seeBrowsers(deps, signal), choiceId);
      if (chosen.found === null) return chosen.end;
      return proveInBrowser(deps, chosen.found, context, signal);
    },
  };
}

function choiceFor(chosen: ChosenBrowser): readonly ActionChoice[] {
  const pages = internalPages(chosen.browser.id);
  // Safari keeps no names of its own; and what does not run remembers nothing.
  if (pages === null || chosen.running === "no") return [];
  const button = chosen.browser.kind.family === "firefox" ? "firefox" : "chromium";
  const sockets: readonly ActionStep[] =
    pages.sockets === null ? [] : [...pasteSteps(pages.sockets), { kind: "click", what: say("step.flush-sockets") }];
  return [
    choiceOf(chosen, "guided", [
      ...pasteSteps(pages.names),
      { kind: "click", what: say(`step.clear-names-${button}`) },
      ...sockets,
      { kind: "click", what: say("step.then-opened", { browser: chosen.browser.name }) },
    ]),
  ];
}

function ownChoice(): ActionChoice {
  return {
    id: OWN,
    label: "GoodGateway",
    facts: [],
    steps: [{ kind: "click", what: say("step.own-window") }],
    mode: "auto",
    needsAdmin: false,
    undoable: false,
    seconds: 1,
    blockedBy: null,
  };
}

async function clearOwn({ hostCache }: BrowserActionDeps): Promise<ActionEnd> {
  if (hostCache === null) return refused("no-longer-there");
  return (await hostCache.clear())
    ? { kind: "done", undoId: null, facts: [say("done.own-cleared")] }
    : refused("failed");
}

async function proveInBrowser(
  deps: BrowserActionDeps,
  chosen: ChosenBrowser,
  context: ActionContext,
  signal: AbortSignal,
): Promise<ActionEnd> {
  const wanted = presentAddresses(context);
  const opened = await openFor(deps, chosen, "plain", context);
  if (opened.kind !== "opened" || wanted.length === 0) return opened;
  const address = await seenAt(deps, chosen, { wanted, port: context.target.port }, signal);
  if (signal.aborted) return opened;
  const { name } = chosen.browser;
  return {
    kind: "done",
    undoId: null,
    facts: [
      address === null ? say("done.not-seen", { browser: name }) : say("done.seen-at", { browser: name, address }),
    ],
  };
}

/**
 * The addresses that DNS servers gave for the site in the check-up; empty without one. What the system itself said is
 * left out: its memory may be as old as the browser's.
 */
function presentAddresses({ checkup }: ActionContext): readonly string[] {
  const checks = checkup?.observations.checks;
  const resolvers = [
    ...(checks?.["dns-configured"]?.facts?.resolvers ?? []),
    ...(checks?.["dns-public"]?.facts?.resolvers ?? []),
  ];
  return [...new Set(resolvers.flatMap(({ target }) => target.flatMap(({ addresses }) => addresses)))];
}

/** The first address of the site that the browser is seen connected to; null when none was within the time. */
async function seenAt(
  deps: BrowserActionDeps,
  { browser }: ChosenBrowser,
  { wanted, port }: { readonly wanted: readonly string[]; readonly port: number },
  signal: AbortSignal,
): Promise<string | null> {
  const until = Date.now() + WATCH_MS;
  while (!signal.aborted && Date.now() < until) {
    // One look after the other.
    /* oxlint-disable no-await-in-loop */
    const own = await processesOf(deps.browsers, browser, await runningPrograms(deps.browsers, signal));
    const pids = (own ?? []).map(({ pid }) => pid);
    const open = (await connectionsOf(deps.browsers, pids, signal)) ?? [];
    const hit = open.find((one) => one.port === port && wanted.includes(one.address));
    if (hit !== undefined) return hit.address;
    // Called off in the middle of the wait: the loop's own question sees it.
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    /* oxlint-enable no-await-in-loop */
  }
  return null;
}
