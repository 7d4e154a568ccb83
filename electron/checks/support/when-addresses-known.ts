import type { CheckResults } from "../../../shared/model/check.ts";

/** Normal answers are all in by then; whoever is later is slow or dead (ms since the start). */
const USUAL_MS = 700;

/** A look-up slower than this does not hold up the rest (ms since the start). */
const SLOW_MS = 1_500;

/**
 * Lets checks of the site start before the last resolver has answered: soon when the system itself has an answer, a
 * little later with anybody's answer, so that a dead resolver does not hold up the rest.
 */
export const whenAddressesKnown = {
  atMs: [USUAL_MS, SLOW_MS],
  when: (results: CheckResults, elapsedMs: number): boolean => {
    if (elapsedMs < USUAL_MS) return false;
    if ((results["dns-system"]?.facts?.lookup.addresses.length ?? 0) > 0) return true;
    if (elapsedMs < SLOW_MS) return false;
    const resolvers = [
      ...(results["dns-configured"]?.facts?.resolvers ?? []),
      ...(results["dns-public"]?.facts?.resolvers ?? []),
    ];
    return resolvers.some(({ target }) => target.some(({ addresses }) => addresses.length > 0));
  },
};
