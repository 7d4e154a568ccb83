/**
 * The search for the extensions that break a page, by halves: some are off at each step, and the person says whether
 * the page works then. Holds at every step: with `parked` and `suspects` off the page works, with only `parked` off it
 * fails. So the last suspect alone decides, also where two break the page only together, or each by itself.
 */
export interface Bisect {
  /** Extensions that can be switched off, in the order they were given. */
  readonly all: readonly string[];
  /** Found so far: they stay off from now on. */
  readonly culprits: readonly string[];
  readonly suspects: readonly string[];
  /** Off for the rest of this round, because the page still failed when they went. */
  readonly parked: readonly string[];
  /** Answers given so far. */
  readonly asked: number;
  /** `contradictory`: the answers cannot all be right; something else changes meanwhile. */
  readonly state: "searching" | "found" | "none" | "contradictory";
  /** What the question at hand checks: that all off helps, a half, or that the culprits alone are enough. */
  readonly phase: "all" | "half" | "confirm";
}

/** Begins a search; the first question is whether the page works with all of them off. */
export function startBisect(names: readonly string[]): Bisect {
  const all = [...new Set(names)];
  const state = all.length === 0 ? "none" : "searching";
  return { all, culprits: [], suspects: all, parked: [], asked: 0, state, phase: "all" };
}

/** What has to be off for the question at hand, in the order they were given; everything else on. */
export function switchedOff(bisect: Bisect): readonly string[] {
  const { all, culprits, parked, phase } = bisect;
  if (bisect.state !== "searching" || phase === "confirm") return culprits;
  if (phase === "all") return all;
  const off = new Set([...culprits, ...parked, ...halfOf(bisect)]);
  return all.filter((one) => off.has(one));
}

function halfOf({ suspects }: Bisect): readonly string[] {
  return suspects.slice(0, Math.ceil(suspects.length / 2));
}

/** The search after an answer. `works`: the page works with {@link switchedOff} off. */
export function answerBisect(bisect: Bisect, works: boolean): Bisect {
  if (bisect.state !== "searching") return bisect;
  const next = { ...bisect, asked: bisect.asked + 1 };
  switch (bisect.phase) {
    case "all":
      // All off and it still fails: no extension is the reason.
      return works ? narrowed({ ...next, phase: "half" }) : { ...next, state: "none" };
    case "half": {
      const half = halfOf(bisect);
      if (works) return narrowed({ ...next, suspects: half });
      const rest = bisect.suspects.filter((one) => !half.includes(one));
      return narrowed({ ...next, suspects: rest, parked: [...bisect.parked, ...half] });
    }
    case "confirm":
      return works ? { ...next, state: "found" } : another(next);
  }
}

function narrowed(bisect: Bisect): Bisect {
  const [only, second] = bisect.suspects;
  if (only === undefined) return { ...bisect, state: "contradictory" };
  if (second !== undefined) return bisect;
  return { ...bisect, culprits: [...bisect.culprits, only], parked: [], phase: "confirm" };
}

/** The page fails with the known culprits off: there is one more among the others. */
function another(bisect: Bisect): Bisect {
  const suspects = bisect.all.filter((one) => !bisect.culprits.includes(one));
  // All are off now, and with all off it worked at the first question.
  if (suspects.length === 0) return { ...bisect, state: "contradictory" };
  return narrowed({ ...bisect, suspects, parked: [], phase: "half" });
}

/** Answers still to come at most, for one more culprit. */
export function stepsLeft({ state, phase, suspects }: Bisect): number {
  if (state !== "searching") return 0;
  if (phase === "confirm") return 1;
  return Math.ceil(Math.log2(suspects.length)) + (phase === "all" ? 2 : 1);
}
