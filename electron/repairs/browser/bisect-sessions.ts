import type { ActionChoice, ActionEnd } from "../../../shared/model/repair-action.ts";
import { answerBisect, type Bisect, startBisect, stepsLeft, switchedOff } from "../../browsers/bisect.ts";
import { internalPages } from "../../browsers/internal-pages.ts";
import { readProfiles } from "../../browsers/read/read-profiles.ts";
import type { BrowserActionDeps } from "./browser-action-deps.ts";
import { type BrowsersSeen, choiceId, choiceOf, type ChosenBrowser, refused, say } from "./browser-choices.ts";
import { pasteSteps } from "./guided-in-browser.ts";

/** Searches for the extension at fault, one for each profile, as choices that a person answers. */
export interface BisectSessions {
  /** What may be answered now: for each profile with extensions that are on, "works" and "fails". */
  choices(seen: BrowsersSeen): Promise<readonly ActionChoice[]>;
  /** Takes one answer ("works", "fails") and tells what it means. */
  answer(browser: string, profile: string, answer: string): ActionEnd;
}

interface Session {
  readonly bisect: Bisect;
  /** Names by id; two extensions may have the same name. */
  readonly names: ReadonlyMap<string, string>;
}

/** Searches live as long as the program: they are a matter of minutes. */
export function createBisectSessions(deps: BrowserActionDeps): BisectSessions {
  const sessions = new Map<string, Session>();
  return {
    choices: async (seen) => {
      const all = await Promise.all(
        seen.browsers.map(async (chosen) => {
          const profiles = await readProfiles(deps.browsers, chosen.browser, seen.programs);
          return profiles.flatMap((profile) => {
            // Those that an administrator put there cannot be switched off.
            const on = profile.extensions.filter(({ enabled, forced }) => enabled && !forced);
            const key = keyOf(chosen.browser.key, profile.id);
            const running = sessions.get(key);
            if (running === undefined && on.length === 0) return [];
            const fresh = (): Session => ({
              bisect: startBisect(on.map(({ id }) => id)),
              names: new Map(on.map(({ id, name }) => [id, name])),
            });
            const session = running?.bisect.state === "searching" ? running : fresh();
            sessions.set(key, session);
            const label = profiles.length > 1 ? `${chosen.browser.name} · ${profile.name}` : chosen.browser.name;
            return answersOf(chosen, profile.id, label, session);
          });
        }),
      );
      return all.flat();
    },
    answer: (browser, profile, answer) => {
      const key = keyOf(browser, profile);
      const session = sessions.get(key);
      if (session === undefined) return refused("changed-since");
      if (answer !== "works" && answer !== "fails") return refused("not-supported");
      const bisect = answerBisect(session.bisect, answer === "works");
      const next = { ...session, bisect };
      if (bisect.state === "searching") sessions.set(key, next);
      else sessions.delete(key);
      return { kind: "done", undoId: null, facts: [outcomeOf(next)] };
    },
  };
}

function keyOf(browser: string, profile: string): string {
  return `${browser}~${profile}`;
}

function answersOf(chosen: ChosenBrowser, profile: string, label: string, session: Session): readonly ActionChoice[] {
  const pages = internalPages(chosen.browser.id);
  if (pages === null) return [];
  const names = namesOf(session, switchedOff(session.bisect));
  const steps: ActionChoice["steps"] = [
    ...pasteSteps(pages.extensions),
    { kind: "click", what: say("step.switch-off", { names }) },
    { kind: "click", what: say("step.reload-page") },
  ];
  return (["works", "fails"] as const).map((answer) =>
    choiceOf(chosen, "guided", steps, {
      id: choiceId(chosen.browser, profile, answer),
      label,
      facts: [say(`fact.bisect-${answer}`), say("fact.steps-left", { count: stepsLeft(session.bisect) })],
    }),
  );
}

function outcomeOf(session: Session) {
  const { bisect } = session;
  switch (bisect.state) {
    case "searching":
      return say("done.bisect-on", { names: namesOf(session, switchedOff(bisect)), count: stepsLeft(bisect) });
    case "found":
      return say("done.bisect-found", { names: namesOf(session, bisect.culprits), count: bisect.culprits.length });
    case "none":
      return say("done.bisect-none");
    case "contradictory":
      return say("done.bisect-contradictory");
  }
}

function namesOf({ names }: Session, ids: readonly string[]): string {
  return ids.map((id) => names.get(id) ?? id).join(", ");
}
