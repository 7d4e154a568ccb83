import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { BrowserProfile } from "../../../shared/model/browser.ts";
import type { ActionChoice, ActionEnd, ActionUndone } from "../../../shared/model/repair-action.ts";
import { cacheFolders } from "../../browsers/cache/cache-folders.ts";
import { sizeOf } from "../../browsers/cache/folder-size.ts";
import {
  areOurMoves,
  liesAside,
  moveAside,
  moveBack,
  movesSchema,
  plannedMoves,
} from "../../browsers/cache/move-aside.ts";
import { readProfiles } from "../../browsers/read/read-profiles.ts";
import type { RepairAction } from "../action.ts";
import type { BrowserActionDeps } from "./browser-action-deps.ts";
import {
  type BrowsersSeen,
  choiceId,
  choiceOf,
  type ChosenBrowser,
  chosenBy,
  refused,
  restOfId,
  say,
  seeBrowsers,
} from "./browser-choices.ts";
import { cacheMenuSteps } from "./cache-menu-steps.ts";
import { settleBrowserCaches } from "./settle-caches.ts";

/** Time for counting what profiles keep before they are shown (ms). */
const COUNTING_MS = 500;

/** What the journal keeps of a cache that was moved aside. */
const cacheChangeSchema = z.object({
  kind: z.literal("browser-cache"),
  browser: z.string().max(100),
  profile: z.string().max(1_000),
  moves: movesSchema,
});

/**
 * The cache of a profile: moved aside by us when that profile is closed, so that it can be brought back; by hand when it
 * is open. Never history, passwords, cookies or what sites stored.
 */
export function clearBrowserCache(deps: BrowserActionDeps): RepairAction {
  return {
    id: "clear-browser-cache",
    offer: async (_context, signal) => {
      settleBrowserCaches(deps.journal);
      const seen = await seeBrowsers(deps, signal);
      const until = Date.now() + COUNTING_MS;
      const choices = await Promise.all(
        seen.browsers.map(async (chosen) => {
          const profiles = await profilesOf(deps, seen, chosen);
          const several = profiles.length > 1;
          return Promise.all(
            profiles.map((profile) => choiceFor(deps, chosen, { profile, several }, { until, signal })),
          );
        }),
      );
      const all = choices.flat();
      return all.length === 0 ? null : { repair: "clear-browser-cache", choices: all };
    },
    apply: async (_context, id, signal) => {
      if (signal.aborted) return refused("cancelled");
      const seen = await seeBrowsers(deps, signal);
      const chosen = chosenBy(seen, id);
      if (chosen.found === null) return chosen.end;
      const [profileId, mode] = restOfId(id);
      const profile = (await profilesOf(deps, seen, chosen.found)).find((one) => one.id === profileId);
      if (profile === undefined) return refused("no-longer-there");
      if (mode === "guided") return { kind: "opened" };
      return moveCacheAside(deps, chosen.found, profile);
    },
    undo: (undoId, signal) => bringBack(deps, undoId, signal),
  };
}

async function profilesOf(deps: BrowserActionDeps, seen: BrowsersSeen, { browser }: ChosenBrowser) {
  return readProfiles(deps.browsers, browser, seen.programs);
}

async function choiceFor(
  deps: BrowserActionDeps,
  chosen: ChosenBrowser,
  { profile, several }: { readonly profile: BrowserProfile; readonly several: boolean },
  { until, signal }: { readonly until: number; readonly signal: AbortSignal },
): Promise<ActionChoice> {
  const { browser } = chosen;
  const folders = (await cacheFolders(deps.browsers, browser, profile)).map(({ path }) => path);
  const size = await sizeOf(deps.browsers, folders, { until, now: Date.now, signal });
  // Safari guards its files from every other program.
  const auto = profile.running === "no" && browser.kind.family !== "safari";
  const megabytes = Math.ceil(size.bytes / 1_000_000);
  const label = several ? `${browser.name} · ${profile.name}` : browser.name;
  const facts =
    browser.kind.family === "safari" ? [] : [say(size.complete ? "fact.size" : "fact.size-more", { megabytes })];
  const steps: ActionChoice["steps"] = auto
    ? [...folders.map((text) => ({ kind: "command", text }) as const), { kind: "click", what: say("step.moved-aside") }]
    : cacheMenuSteps(browser, deps.browsers.os);
  return choiceOf(chosen, auto ? "auto" : "guided", steps, {
    id: choiceId(browser, profile.id, auto ? "auto" : "guided"),
    label,
    facts: [...facts, say(auto ? "fact.closed" : "fact.open-profile"), say("fact.cache-only")],
    undoable: auto,
    seconds: auto ? 5 : null,
  });
}

async function moveCacheAside(
  deps: BrowserActionDeps,
  { browser }: ChosenBrowser,
  profile: BrowserProfile,
): Promise<ActionEnd> {
  // Seen a moment ago as closed; a browser that was started since would lose what it writes.
  if (profile.running !== "no") return refused("still-running");
  const folders = (await cacheFolders(deps.browsers, browser, profile)).map(({ path }) => path);
  if (folders.length === 0) return { kind: "done", undoId: null, facts: [say("done.nothing-kept")] };
  const moves = plannedMoves(folders, randomBytes(4).toString("hex"));
  const label = `${browser.name} · ${profile.name}`;
  const planned = deps.journal.begin("clear-browser-cache", label, {
    kind: "browser-cache",
    browser: browser.key,
    profile: profile.folder,
    moves,
  });
  if (!planned.ok) return refused("failed", planned.error.detail);
  const moved = moveAside(moves);
  if (!moved.ok) {
    const back = !liesAside(moves);
    if (back) deps.journal.mark(planned.value, "undone");
    return refused(
      ["EACCES", "EPERM"].includes(moved.error) ? "not-permitted" : "failed",
      moved.error,
      back ? "nothing" : "maybe",
    );
  }
  deps.journal.mark(planned.value, "applied");
  return { kind: "done", undoId: planned.value, facts: [say("done.moved-aside", { browser: label })] };
}

async function bringBack(deps: BrowserActionDeps, undoId: string, signal: AbortSignal): Promise<ActionUndone> {
  const change = deps.journal.get(undoId);
  const data = cacheChangeSchema.safeParse(change?.data);
  if (change?.repair !== "clear-browser-cache" || !data.success || !areOurMoves(data.data.moves)) {
    return refused("no-longer-there");
  }
  if (change.state === "undone" || !liesAside(data.data.moves)) return refused("no-longer-there");
  const seen = await seeBrowsers(deps, signal);
  const chosen = seen.browsers.find(({ browser }) => browser.key === data.data.browser);
  const profiles = chosen === undefined ? [] : await profilesOf(deps, seen, chosen);
  const profile = profiles.find(({ folder }) => folder === data.data.profile);
  if (profile !== undefined && profile.running !== "no") return refused("still-running");
  const back = moveBack(data.data.moves);
  if (!back.ok) return refused("failed", back.error, "maybe");
  deps.journal.mark(undoId, "undone");
  return { kind: "undone" };
}
