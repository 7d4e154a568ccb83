import type { CheckId } from "../../shared/model/check-id.ts";
import type { CheckResult, CheckResults, CheckStatus } from "../../shared/model/check.ts";
import { CHECK_IDS } from "../../shared/model/check-id.ts";
import type { Checkup } from "../../shared/model/checkup.ts";
import type { CheckFacts } from "../../shared/model/facts/check-facts.ts";
import type { HttpExchange } from "../../shared/model/facts/http-facts.ts";
import type { Message } from "../../shared/model/message.ts";
import { PATH_NODES, type PathNode, type PathState } from "../../shared/model/path.ts";
import type { RepairId, RepairProposal } from "../../shared/model/repair.ts";
import { VERDICT_SIDES, type VerdictCode } from "../../shared/model/verdict-code.ts";
import type { Verdict } from "../../shared/model/verdict.ts";
import { TARGET } from "./fake-main.ts";

/** A sentence that stands for itself: the window shows a key it has no words for as it is. */
export function says(key: string): Message {
  return { key, values: {} };
}

export function exchange(status: number | null, over: Partial<HttpExchange> = {}): HttpExchange {
  return {
    method: "GET",
    url: TARGET.url,
    outcome: status === null ? "headers-timeout" : "response",
    address: "203.0.113.7",
    family: "v4",
    proxy: null,
    httpVersion: "1.1",
    status,
    statusText: status === 502 ? "Bad Gateway" : "OK",
    headers: [
      ["server", "nginx"],
      ["content-type", "text/html"],
    ],
    bodySample:
      "<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<center><h1>502 Bad Gateway</h1></center>\n</body>\n</html>",
    bodyBytes: 150,
    bodyTruncated: false,
    bodyHash: "0123456789abcdef",
    tls: null,
    timings: { lookup: 12, connect: 31, tls: 70, firstByte: 128, total: 131 },
    errno: null,
    ...over,
  };
}

/** One check's result with the facts given; without facts it is skipped. */
export function result<Id extends CheckId>(id: Id, status: CheckStatus, facts: CheckFacts[Id] | null): CheckResult<Id> {
  const skipped = facts === null && status === "skipped";
  return {
    id,
    status,
    startedMs: 20,
    durationMs: skipped ? 0 : 131,
    summary: says(`What was learnt from ${id}`),
    facts,
    skipped: skipped ? "not-needed" : null,
    error: null,
  };
}

function checks(status: number, over: Partial<Record<CheckId, CheckStatus>> = {}): CheckResults {
  const all = Object.fromEntries(
    CHECK_IDS.map((id) => [id, result(id, over[id] ?? (id === "dns-dnssec" ? "skipped" : "pass"), null)]),
  ) as CheckResults;
  const gateway =
    status < 500
      ? null
      : ({
          signatureId: "nginx-502",
          vendor: "nginx",
          hop: "reverse-proxy",
          faultSide: "site-origin",
          kind: "backend-unusable",
          confidence: "high",
          meaning: "The web server could not use the program behind it.",
        } as const);
  return {
    ...all,
    http: result("http", status < 500 ? "pass" : "fail", {
      chain: [exchange(status)],
      redirects: "final",
      gateway,
      fellBackToHttp: false,
    }),
    repeat: result("repeat", status < 500 ? "pass" : "fail", {
      attempts: [
        { varied: "none", value: "", exchange: exchange(status), gateway },
        { varied: "address", value: "203.0.113.8", exchange: exchange(null), gateway: null },
        { varied: "family", value: "v6", exchange: exchange(status, { family: "v6" }), gateway },
      ],
      spacingMs: 400,
    }),
    vantage: { ...result("vantage", "skipped", null), skipped: "not-asked" },
  };
}

/** No proxy is set, and nobody looks inside the browser. */
const NOT_LOOKED_AT: readonly PathNode[] = ["browser", "proxy"];

/** A path that is fine up to the fault and unknown behind it. */
export function pathTo(fault: PathNode | null): readonly PathState[] {
  const at = fault === null ? PATH_NODES.length : PATH_NODES.indexOf(fault);
  return PATH_NODES.map((node, index) => {
    if (index === at) return { node, state: "fault" };
    return { node, state: index < at && !NOT_LOOKED_AT.includes(node) ? "ok" : "unknown" };
  });
}

function repair(id: RepairId, over: Partial<RepairProposal> = {}): RepairProposal {
  return { id, likelihood: "likely", risk: "none", needsAdmin: false, undoable: false, mode: "guided", ...over };
}

export function verdict(code: VerdictCode, over: Partial<Verdict> = {}): Verdict {
  return {
    code,
    faultSide: VERDICT_SIDES[code][0],
    confidence: "high",
    evidence: [],
    ruledOut: [],
    leftOpen: [],
    wouldChange: [],
    values: { host: TARGET.host, status: 502, vendor: "nginx", count: 3 },
    httpStatus: null,
    retryAfterSeconds: null,
    gateway: null,
    ...over,
  };
}

/** A whole check-up that reached the given verdict. */
export function checkup(code: VerdictCode, over: Partial<Checkup["judgement"]> = {}, status = 200): Checkup {
  return {
    id: "run-1",
    startedAt: "2026-06-01T09:41:00.000Z",
    durationMs: 2340,
    observations: { target: TARGET, answers: {}, checks: checks(status), stopped: "no" },
    judgement: { verdict: verdict(code), findings: [], path: pathTo(null), repairs: [], ...over },
    requestsToSite: 4,
    outsideEndpoints: ["192.0.2.1:80", "resolver.example:443"],
  };
}

/** Results worth looking at, by name. */
export const SAMPLES: Readonly<Record<string, Checkup>> = {
  "gateway-error": checkup(
    "gateway-error",
    {
      verdict: verdict("gateway-error", {
        evidence: [
          { checkId: "http", fact: says("The site answered 502 Bad Gateway in 0.1 s; the page is nginx’s own.") },
          { checkId: "repeat", fact: says("Three more requests, spaced apart, ended the same way.") },
          { checkId: "references", fact: says("Four other places on the internet answer you at once.") },
        ],
        ruledOut: [
          {
            code: "proxy-error",
            because: says("no proxy is set on this computer"),
          },
          {
            code: "captive-portal",
            because: says("two pages with a known content came back as they should"),
          },
          { code: "no-internet", because: says("other places on the internet answer") },
        ],
        wouldChange: [says("whether the same page loads on a phone with Wi-Fi switched off")],
        httpStatus: 502,
      }),
      findings: [
        {
          code: "resolver-slow",
          severity: "warning",
          side: "resolver",
          summary: says("Your resolver takes 0.7 s for an answer that others give in 0.02 s."),
          checkId: "dns-configured",
          dependsOn: [],
        },
      ],
      path: pathTo("site-origin"),
      repairs: [repair("retry-politely"), repair("watch"), repair("contact-site", { likelihood: "possible" })],
    },
    502,
  ),
  healthy: checkup("healthy", {
    verdict: verdict("healthy", {
      evidence: [{ checkId: "repeat", fact: says("Three requests, spaced apart, were answered well.") }],
    }),
    repairs: [
      repair("private-window", { likelihood: "possible" }),
      repair("other-browser", { likelihood: "possible" }),
    ],
  }),
  "clock-wrong": checkup("clock-wrong", {
    verdict: verdict("clock-wrong", {
      evidence: [
        { checkId: "clock", fact: says("This computer’s clock is 2 years behind what two other servers say.") },
        { checkId: "tls", fact: says("The site’s certificate is “not yet valid” by this clock.") },
      ],
    }),
    path: PATH_NODES.map((node) => ({ node, state: node === "device" ? "fault" : "unknown" })),
    repairs: [repair("set-clock", { needsAdmin: true, risk: "low" })],
  }),
  "name-not-found": checkup("name-not-found", { path: pathTo("site-dns") }),
  inconclusive: checkup("inconclusive", {
    verdict: verdict("inconclusive", {
      confidence: "low",
      leftOpen: [
        { code: "site-unreachable", wouldDecide: says("whether anybody else can reach the site right now") },
        { code: "provider-block", wouldDecide: says("whether the page loads over another connection") },
      ],
    }),
    path: PATH_NODES.map((node) => ({
      node,
      state: PATH_NODES.indexOf(node) < 5 && !NOT_LOOKED_AT.includes(node) ? "ok" : "unknown",
    })),
    repairs: [
      repair("other-device", { likelihood: "possible" }),
      repair("restart-network", { likelihood: "unlikely", risk: "low" }),
    ],
  }),
};
