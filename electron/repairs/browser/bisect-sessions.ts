import { z } from "zod";
import type { ActionChoice, ActionEnd } from "../../../shared/model/repair-action.ts";
import { answerBisect, type Bisect, startBisect, stepsLeft, switchedOff } from "../../browsers/bisect.ts";
import { internalPages } from "../../browsers/internal-pages.ts";
import { readProfiles } from "../../browsers/read/read-profiles.ts";
import type { ActionMemory } from "../action.ts";
import type { BrowserActionDeps } from "./browser-action-deps.ts";
import { type BrowsersSeen, choiceId, choiceOf, type ChosenBrowser, refused, say } from "./browser-choices.ts";
import { pasteSteps } from "./guided-in-browser.ts";

/** Searches for the extension at fault, one for each profile, as choices that a person answers. */
export interface BisectSessions {
  /** What may be answered now: for each profile with extensions that are on, "works" and "fails". */
  choices(seen: BrowsersSeen, memory: ActionMemory): Promise<readonly ActionChoice[]>;
  /** Takes one answer ("works", "fails") and tells what it means. */
  answer(at: AnsweredAt, answer: string, memory: ActionMemory): ActionEnd;
}

/** The profile that an answer is about. */
export interface AnsweredAt {
  readonly browser: string;
  readonly profile: string;
}

const idList = z.array(z.string());
const sessionSchema = z.object({
  bisect: z.object({
    all: idList,
    culprits: idList,
    suspects: idList,
    parked: idList,
    asked: z.number().int().nonnegative(),
    state: z.enum(["searching", "found", "none", "contradictory"]),
    phase: z.enum(["all", "half", "confirm"]),
  }),
  /** By id; two extensions may have the same name. */
  names: z.record(z.string(), z.string()),
});

interface Session {
  readonly bisect: Bisect;
  readonly names: Readonly<Record<string, string>>;
}

/** The searches that were begun; what was kept by another version, or by nobody, begins anew. */
function begun(memory: ActionMemory): Readonly<Record<string, Session>> {
  const kept = z.record(z.string(), sessionSchema).safeParse(memory.read());
  return kept.success ? kept.data : {};
}

/** The searches are kept with the step that they belong to, so that they outlive the program. */
export function createBisectSessions(deps: BrowserActionDeps): BisectSessions {
  return {
    choices: async (seen, memory) => {
      const known = begun(memory);
      const now = new Map(Object.entries(known));
      const all = await Promise.all(
        seen.browsers.map(async (chosen) => {
          const profiles = await readProfiles(deps.browsers, chosen.browser, seen.programs);
          return profiles.flatMap((profile) => {
            // Those that an administrator put there cannot be switched off.
            const on = profile.extensions.filter(({ enabled, forced }) => enabled && !forced);
            const key = keyOf({ browser: chosen.browser.key, profile: profile.id });
            const running = known[key];
            if (running === undefined && on.length === 0) return [];
            const fresh = (): Session => ({
              bisect: startBisect(on.map(({ id }) => id)),
              names: Object.fromEntries(on.map(({ id, name }) => [id, name])),
            });
            const session = running?.bisect.state === "searching" ? running : fresh();
            now.set(key, session);
            const label = profiles.length > 1 ? `${chosen.browser.name} · ${profile.name}` : chosen.browser.name;
            return answersOf(chosen, profile.id, label, session);
          });
        }),
      );
      memory.keep(Object.fromEntries(now));
      return all.flat();
    },
    answer: (at, answer, memory) => {
      const { [keyOf(at)]: session, ...others } = begun(memory);
      if (session === undefined) return refused("changed-since");
      if (answer !== "works" && answer !== "fails") return refused("not-supported");
      const bisect = answerBisect(session.bisect, answer === "works");
      const next = { ...session, bisect };
      memory.keep(bisect.state === "searching" ? { ...others, [keyOf(at)]: next } : others);
      return { kind: "done", undoId: null, facts: [outcomeOf(next)] };
    },
  };
}

function keyOf({ browser, profile }: AnsweredAt): string {
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
  return ids.map((id) => names[id] ?? id).join(", ");
}
