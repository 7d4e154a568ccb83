import { lookup, type LookupAddress } from "node:dns";
import { getSystemErrorName } from "node:util";
import type { SystemLookupObservation, SystemLookupOutcome } from "../../../shared/model/facts/dns-facts.ts";
import { elapsedMs, onDeadline } from "../deadline.ts";
import { errnoOf } from "../errno.ts";
import { LIMITS } from "../limits.ts";
import type { ProbeOptions } from "../probes.ts";
import { createSlots, LOOKUP_SLOTS, type Slots } from "./lookup-slots.ts";

/** The system's look-up: all addresses in the system's order (RFC 6724), or its error. */
export type AskSystem = (
  name: string,
  answered: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

/** Looks up through the operating system; see {@link createSystemLookup}. */
export type SystemLookup = (name: string, options: ProbeOptions) => Promise<SystemLookupObservation>;

/** Set as errno when the time-out came while waiting behind look-ups that the system had not answered yet. */
export const LOOKUPS_STUCK = "LOOKUPS_STUCK";

const askSystem: AskSystem = (name, answered) => {
  lookup(name, { all: true, verbatim: true }, answered);
};

/** getaddrinfo's errors that mean something to us (POSIX; EAI_NODATA is a name without addresses). */
const OUTCOME_OF: ReadonlyMap<string, SystemLookupOutcome> = new Map([
  ["EAI_NONAME", "not-found"],
  ["EAI_NODATA", "not-found"],
  ["ENOTFOUND", "not-found"],
  ["EAI_AGAIN", "temporary-failure"],
]);

/** getaddrinfo's own error name: Node's `code` folds several into ENOTFOUND, the number behind it does not. */
function lookupErrno(error: NodeJS.ErrnoException): string {
  const { errno } = error;
  if (errno === undefined || errno >= 0) return errnoOf(error);
  const name = getSystemErrorName(errno);
  return name.startsWith("EAI_") ? name : errnoOf(error);
}

/**
 * Makes the look-up probe. A look-up cannot be cancelled: at the limit (`LIMITS.systemLookupMs`) or on abort we stop
 * waiting, but its slot stays taken until the system lets go. Look-ups are never shared or remembered: the one after a
 * repair must not see what one from before it brings.
 */
export function createSystemLookup(ask: AskSystem = askSystem, slots: Slots = createSlots(LOOKUP_SLOTS)): SystemLookup {
  return async (name, options) => {
    const startedAt = performance.now();
    const ended = (
      outcome: SystemLookupOutcome,
      errno: string | null,
      addresses: readonly string[] = [],
    ): SystemLookupObservation => ({ name, outcome, addresses, errno, ms: elapsedMs(startedAt) });
    // Node answers an empty name with "no address" and no error.
    if (name === "") return ended("error", "ERR_INVALID_NAME");
    if (options.signal.aborted) return ended("cancelled", null);

    return new Promise((resolve) => {
      let started = false;
      const release = onDeadline(options.signal, options.timeoutMs ?? LIMITS.systemLookupMs, (why) => {
        withdraw();
        resolve(ended(why, why === "timeout" && !started ? LOOKUPS_STUCK : null));
      });
      const answered = (error: NodeJS.ErrnoException | null, found: readonly LookupAddress[]): void => {
        slots.free();
        release();
        if (error !== null) {
          const errno = lookupErrno(error);
          resolve(ended(OUTCOME_OF.get(errno) ?? "error", errno));
          return;
        }
        const addresses = [...new Set(found.map((entry) => entry.address))];
        resolve(addresses.length > 0 ? ended("answer", null, addresses) : ended("not-found", "EAI_NODATA"));
      };
      const withdraw = slots.take(() => {
        started = true;
        try {
          ask(name, answered);
        } catch (error) {
          // Names that Node refuses before asking (a NUL inside, for one).
          slots.free();
          release();
          resolve(ended("error", errnoOf(error)));
        }
      });
    });
  };
}

/** The operating system's own look-up (getaddrinfo); one set of slots for the whole process. Never throws. */
export const systemLookup: SystemLookup = createSystemLookup();
