import type { Evidence } from "../../../shared/model/verdict.ts";
import { saw, say } from "./evidence.ts";
import type { Candidate } from "./rule.ts";
import { type Attempt, leadsNowhere } from "./signals/signals-http.ts";
import type { Signals } from "./signals/signals.ts";

/** What is wrong with an answer; `context` picks the words of the verdict. */
interface Fault {
  readonly context: string;
  readonly fact: Evidence["fact"];
}

/**
 * An answer that no browser can show: it broke off, is no web answer, or leads to a place that cannot be opened. What
 * made the server send it is not seen, so nothing is said about that.
 */
export function brokenAnswer(s: Signals): Candidate | null {
  const main = s.http.main;
  if (main === null || s.lookupFails) return null;
  const dead = deadEnd(s, main);
  const fault = dead ?? redirectFault(s, main) ?? brokenFault(main);
  if (fault === null) return null;
  const again = s.http.spaced.filter((item) => item.outcome === main.outcome && main.outcome !== "response").length;
  return {
    side: "site-origin",
    // The next site may be in trouble by itself; that it is led to is all that is this site's.
    base: dead === null ? "high" : "medium",
    values: { context: fault.context, ...(dead === null ? {} : { place: dead.place }) },
    evidence: [
      saw("http", fault.fact),
      ...(again >= 2 ? [saw("repeat", say("same-failure-times", { count: again }))] : []),
    ],
  };
}

function redirectFault(s: Signals, main: Attempt): Fault | null {
  if (main.outcome !== "response") return null;
  if (s.http.redirects === "to-private") return { context: "redirect", fact: say("redirects-inside") };
  if (s.http.redirects === "bad-location") return { context: "redirect", fact: say("redirects-nowhere") };
  const status = main.status ?? 0;
  return s.http.redirects === "final" && leadsNowhere(main.exchange)
    ? { context: "redirect", fact: say("redirects-without-place", { status }) }
    : null;
}

/** The page leads on to another host or port, and that one is what fails. */
function deadEnd(s: Signals, main: Attempt): (Fault & { readonly place: string }) | null {
  const place = placeOf(main.exchange.url);
  const typed = placeOf(s.target.url);
  if (s.http.redirectCount === 0 || s.http.fellBackToHttp || place === null || place === typed) return null;
  const fact = deadEndFact(main, place);
  return fact === null ? null : { context: "dead-end", fact, place };
}

function deadEndFact({ outcome }: Attempt, place: string): Evidence["fact"] | null {
  if (outcome === "dns-failed") return say("redirect-target-unknown", { place });
  if (outcome === "connect-refused") return say("redirect-target-refuses", { place });
  if (outcome === "connect-timeout" || outcome === "connect-unreachable")
    return say("redirect-target-silent", { place });
  return null;
}

/** `host:port`, the port always named, since a redirect may lead to another port of the same host. */
function placeOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port === "" ? (protocol === "http:" ? 80 : 443) : port}`;
}

function brokenFault({ outcome, exchange }: Attempt): Fault | null {
  if (outcome === "empty-reply") return { context: "empty", fact: say("empty-reply") };
  if (outcome === "reset") return { context: "reset", fact: say("connection-reset") };
  if (outcome === "not-http") return { context: "not-http", fact: say("not-http") };
  if (outcome === "bad-encoding") return { context: "cut", fact: say("bad-encoding") };
  if (outcome === "body-timeout") return { context: "cut", fact: say("answer-stalls") };
  if (outcome === "cut-short") return { context: "cut", fact: say("cut-short") };
  // Our own limit; servers and browsers give up far earlier (8 to 16 KB a line, 64 KB in all are common).
  if (outcome === "error" && exchange.errno === "HEADERS_TOO_LARGE")
    return { context: "headers", fact: say("headers-too-large") };
  return null;
}
