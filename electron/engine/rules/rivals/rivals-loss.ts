import { say } from "../evidence.ts";
import { HOLDS, open, out, type Rival } from "../rule.ts";
import { wasSilence } from "../signals/signals-http.ts";

/** Loss on the way to everybody. */
export const lossyPath: Rival = {
  code: "lossy-path",
  decide: (s) => {
    if (s.place === "loopback") return null;
    const failures = s.http.spaced.filter((item) => item.ending !== "fine");
    if (failures.length > 0 && failures.every((item) => item.ending === "bad"))
      return out(say("because-failures-are-answers"));
    if (s.outside.lossy === "yes") return HOLDS;
    // Requests that merely stalled, and packets that were seen to get lost: five samples cannot tell the two apart.
    if (s.outside.lossSigns > 0 && failures.every(wasSilence)) return HOLDS;
    return s.outside.lossy === "no" ? out(say("because-no-loss")) : open(say("would-measure-loss"));
  },
};

/** So much is lost that silence proves nothing about a name server. Light loss is no excuse for one that never answers. */
export const lossyLine: Rival = {
  code: "lossy-path",
  decide: (s) => (s.place === "outside" && s.outside.heavyLoss ? HOLDS : null),
};

/**
 * Some addresses were merely slow to say anything, and packets were seen to get lost: on such a line a request in a
 * hundred stalls at any address. An error, a refusal or a wrong certificate cannot be explained that way.
 */
export const lostOnTheWay: Rival = {
  code: "lossy-path",
  decide: (s) => {
    const wires = [...s.tcp.failed, ...(s.tls.state === "some" ? s.tls.failed : [])];
    const failures = [...s.http.spaced, ...s.http.varied].filter((item) => item.ending !== "fine");
    if (!wires.every(({ outcome }) => outcome === "timeout") || !failures.every(wasSilence)) return null;
    return s.place === "outside" && s.outside.lossSigns > 0 ? HOLDS : null;
  },
};

/** A name server that gave no error, only silence for this name, while packets were seen to get lost. */
export const lostQueries: Rival = {
  code: "lossy-path",
  decide: (s) => {
    const silent = s.dns.configured.resolvers.every((item) => item.state !== "failing" || item.medianMs === null);
    return s.place === "outside" && silent && s.outside.lossSigns > 0 ? HOLDS : null;
  },
};
