import { z } from "zod";
import type { Checkup } from "../model/checkup.ts";
import { type GuidedSession, SEEN_ANSWERS } from "../model/guided.ts";
import { REPAIR_IDS } from "../model/repair.ts";

z.config({ jitless: true });

const id = z.string().min(1).max(64);
const taken = z.object({ taken: z.boolean() });

/**
 * The calls of the guided flow. One session at a time; its progress comes as `guided.event`, the whole of it each time.
 * A call that does not fit where the session stands changes nothing and says `taken: false`.
 */
export const guidedCalls = {
  /** Begins with a check-up that has ended, or goes on where it was left. `step`: straight to that one. */
  "guided.start": {
    input: z.strictObject({ checkupId: id, step: z.enum(REPAIR_IDS).nullable() }),
    output: z.custom<GuidedSession>(),
  },
  /** The session that is open, with the check-up it is about now; null: none. */
  "guided.current": {
    input: z.undefined(),
    output: z.custom<{ readonly session: GuidedSession; readonly checkup: Checkup } | null>(),
  },
  /** Takes up the open session after a new start of the program. */
  "guided.resume": { input: z.undefined(), output: taken },
  /** Does the open step by one of the offered choices ("": the step has none). */
  "guided.begin": { input: z.strictObject({ choiceId: z.string().max(500) }), output: taken },
  /** The person has done their part, and says what they see; null: they were not asked. */
  "guided.done": { input: z.strictObject({ answer: z.enum(SEEN_ANSWERS).nullable() }), output: taken },
  /** The plug of modem or router is out: what is gone from now on is looked for. */
  "guided.pulled": { input: z.undefined(), output: taken },
  "guided.decide": { input: z.strictObject({ keep: z.boolean() }), output: taken },
  "guided.move": { input: z.strictObject({ to: z.enum(["next", "back", "skip", "again"]) }), output: taken },
  "guided.stop": { input: z.undefined(), output: taken },
  /** The session is over; what was tried stays on record. */
  "guided.end": { input: z.undefined(), output: taken },
};

/** The events of the guided flow. */
export const guidedEvents = { "guided.event": z.custom<GuidedSession>() };
