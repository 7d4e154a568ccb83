import type { ConnectOutcome } from "../../../shared/model/facts/connect-facts.ts";

/**
 * What the system's error names mean for a connect. Seen on Linux: a blackhole route on this machine says EINVAL,
 * `unreachable` EHOSTUNREACH, `prohibit` EACCES, no default route ENETUNREACH, a local packet filter EPERM, a family
 * that is switched off EADDRNOTAVAIL or EAFNOSUPPORT. Over IPv6 a router's "administratively prohibited" arrives as
 * EACCES too (Linux net/ipv6/icmp.c); such a refusal takes a round trip, this machine's own none.
 */
const OUTCOME_OF: ReadonlyMap<string, ConnectOutcome> = new Map([
  ["ECONNREFUSED", "refused"],
  ["ECONNRESET", "reset"],
  ["ECONNABORTED", "reset"],
  ["EPIPE", "reset"],
  ["ETIMEDOUT", "timeout"],
  ["EHOSTUNREACH", "unreachable"],
  ["ENETUNREACH", "unreachable"],
  ["EHOSTDOWN", "unreachable"],
  ["ENETDOWN", "unreachable"],
  ["ENONET", "unreachable"],
  ["EINVAL", "unreachable"],
  ["EADDRNOTAVAIL", "unreachable"],
  ["EAFNOSUPPORT", "unreachable"],
  ["EACCES", "prohibited"],
  ["EPERM", "prohibited"],
]);

/** The outcome a failed connect's error name stands for; `error` for names that say nothing about the way. */
export function connectOutcomeOf(errno: string): ConnectOutcome {
  return OUTCOME_OF.get(errno) ?? "error";
}
