import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import { CONFIDENCES } from "../../../../shared/model/confidence.ts";
import type { CheckId } from "../../../../shared/model/check-id.ts";
import type { Judgement } from "../../../../shared/model/checkup.ts";
import type { CheckFacts } from "../../../../shared/model/facts/check-facts.ts";
import { VERDICT_SIDES } from "../../../../shared/model/verdict-code.ts";
import {
  connect,
  deadRouter,
  type FactsMap,
  failing,
  gateway,
  http,
  lookup,
  netInterface,
  observe,
  OLD_V4,
  ONLINE,
  portal,
  proxyThat,
  publicResolvers,
  references,
  repeats,
  resolver,
  router,
  SITE_V4,
  tls,
} from "./build-observations.ts";

/** What one layer may show; null: not asked. Every combination of the layers is judged. */
type Layer<Id extends CheckId> = Readonly<Record<string, CheckFacts[Id] | null>>;

const interfaces: Layer<"interfaces"> = {
  up: { interfaces: [netInterface()] },
  down: { interfaces: [netInterface({ carrier: false })] },
  unknown: null,
};
const route: Layer<"default-route"> = { there: ONLINE["default-route"]!, none: { routes: [] }, unknown: null };
const routers: Layer<"router"> = { alive: router(), gone: deadRouter(), unknown: null };
const refs: Layer<"references"> = {
  works: references("works"),
  "v4-only": references("works", "fails"),
  fails: references("fails"),
  unknown: null,
};
const portals: Layer<"captive-portal"> = {
  none: portal("as-expected", "as-expected"),
  caught: portal("intercepted", "intercepted"),
  unknown: null,
};
const configured: Layer<"dns-configured"> = {
  answers: { resolvers: [resolver()], upstreamsKnown: false },
  other: { resolvers: [resolver({ addresses: [OLD_V4] })], upstreamsKnown: false },
  nxdomain: { resolvers: [resolver({ outcome: "nxdomain" })], upstreamsKnown: false },
  fails: { resolvers: [resolver({ outcome: "servfail" })], upstreamsKnown: false },
  dead: { resolvers: [resolver({ outcome: "timeout" })], upstreamsKnown: false },
  unknown: null,
};
const publics: Layer<"dns-public"> = {
  answers: publicResolvers(),
  nxdomain: publicResolvers({ outcome: "nxdomain" }),
  fails: publicResolvers({ outcome: "servfail" }),
  dead: publicResolvers({ outcome: "timeout" }),
  unknown: null,
};
const proxies: Layer<"proxy"> = { none: ONLINE.proxy!, dead: proxyThat("refused"), unknown: null };
const tcps: Layer<"tcp"> = {
  open: { connects: [connect(SITE_V4)] },
  refused: { connects: [connect(SITE_V4, "refused")] },
  silent: { connects: [connect(SITE_V4, "timeout")] },
  unknown: null,
};
/** The look-up and what it leads to hang together: the ways a request can end, with the name found or not. */
const endings: Readonly<Record<string, FactsMap>> = {
  fine: { "dns-system": lookup(), http: http({ tls: tls() }), repeat: repeats({ tls: tls() }, { tls: tls() }) },
  once: { "dns-system": lookup(), http: http() },
  bad: { "dns-system": lookup(), ...failing({ status: 502 }, gateway()) },
  refused: { "dns-system": lookup(), http: http({ outcome: "connect-refused" }) },
  silent: { "dns-system": lookup(), http: http({ outcome: "connect-timeout" }) },
  expired: {
    "dns-system": lookup(),
    http: http({ outcome: "tls-failed", tls: tls({ outcome: "expired" }) }),
    tls: { handshakes: [tls({ outcome: "expired" })] },
  },
  unnamed: { "dns-system": lookup({ outcome: "temporary-failure" }) },
  denied: { "dns-system": lookup({ outcome: "not-found" }) },
  unknown: {},
};

interface Row {
  readonly name: string;
  readonly facts: FactsMap;
  readonly states: Readonly<Record<string, string>>;
}

const DARK = {
  tcp: ["silent", "unknown"],
  ending: ["silent", "unnamed", "unknown"],
  "captive-portal": ["unknown"],
  "dns-public": ["dead", "unknown"],
  "dns-configured": ["dead", "unknown"],
};

/** If a layer shows the first, another can only show one of the rest: the ways that one world hangs together. */
const WORLD: readonly (readonly [layer: string, state: string, then: Readonly<Record<string, readonly string[]>>])[] = [
  ["interfaces", "down", { ...DARK, router: ["gone", "unknown"], references: ["fails", "unknown"] }],
  ["default-route", "none", { ...DARK, router: ["unknown"], references: ["fails", "unknown"] }],
  ["router", "gone", { ...DARK, references: ["fails", "unknown"] }],
  ["references", "fails", { ...DARK, "captive-portal": ["caught", "unknown"] }],
  [
    "captive-portal",
    "caught",
    {
      references: ["fails", "unknown"],
      tcp: ["silent", "unknown"],
      ending: ["silent", "unnamed", "unknown"],
      "dns-public": ["dead", "unknown"],
    },
  ],
  ["captive-portal", "none", { "dns-configured": ["answers", "other", "nxdomain", "fails", "dead", "unknown"] }],
  // Behind a proxy our own requests go through it; these endings are those of direct ones.
  ["proxy", "dead", { ending: ["unnamed", "denied", "unknown"] }],
  ["tcp", "open", { ending: ["fine", "once", "bad", "expired", "unknown"] }],
  ["tcp", "refused", { ending: ["refused", "unknown"] }],
  ["tcp", "silent", { ending: ["silent", "unknown"] }],
  ["ending", "denied", { "dns-configured": ["nxdomain", "unknown"], tcp: ["unknown"] }],
  ["ending", "unnamed", { "dns-configured": ["fails", "dead", "unknown"], tcp: ["unknown"] }],
  ...["fine", "once", "bad", "refused", "silent", "expired"].map(
    (ending) =>
      [
        "ending",
        ending,
        { "dns-configured": ["answers", "unknown"], "dns-public": ["answers", "dead", "unknown"] },
      ] as const,
  ),
  [
    "dns-configured",
    "answers",
    {
      "dns-public": ["answers", "dead", "unknown"],
      ending: ["fine", "once", "bad", "refused", "silent", "expired", "unknown"],
    },
  ],
];

function hangsTogether({ states }: Row): boolean {
  return WORLD.every(([layer, state, then]) => {
    if (states[layer] !== state) return true;
    return Object.entries(then).every(
      ([other, allowed]) => states[other] === undefined || allowed.includes(states[other]),
    );
  });
}

function combine(layers: readonly (readonly [CheckId, Layer<CheckId>])[]): readonly Row[] {
  const start: readonly Row[] = Object.entries(endings).map(([name, facts]) => ({
    name,
    facts,
    states: { ending: name },
  }));
  return layers.reduce<readonly Row[]>(
    (rows, [id, states]) =>
      rows.flatMap((row) =>
        Object.entries(states).map(([state, facts]) => ({
          name: `${row.name} ${id}=${state}`,
          facts: facts === null ? row.facts : { ...row.facts, [id]: facts },
          states: { ...row.states, [id]: state },
        })),
      ),
    start,
  );
}

const NEAR: readonly (readonly [CheckId, Layer<CheckId>])[] = [
  ["interfaces", interfaces],
  ["default-route", route],
  ["router", routers],
  ["references", refs],
  ["captive-portal", portals],
  ["proxy", proxies],
  ["tcp", tcps],
];
const FAR: readonly (readonly [CheckId, Layer<CheckId>])[] = [
  ["references", refs],
  ["captive-portal", portals],
  ["dns-configured", configured],
  ["dns-public", publics],
  ["proxy", proxies],
  ["tcp", tcps],
];

function problems({ verdict, findings, path }: Judgement): string | null {
  if (!(VERDICT_SIDES[verdict.code] as readonly string[]).includes(verdict.faultSide))
    return "a side the code cannot have";
  if (verdict.confidence === "high" && verdict.leftOpen.length > 0) return "sure with an open rival";
  if (verdict.code !== "inconclusive" && verdict.evidence.length === 0) return "no evidence";
  if (verdict.code === "inconclusive" && verdict.wouldChange.length === 0) return "nothing missing is named";
  if (findings.some((finding) => finding.code === verdict.code)) return "the verdict is its own finding";
  if (path.filter((node) => node.state === "fault").length > 1) return "two faults in the picture";
  return null;
}

function sure(verdict: Judgement["verdict"]): number {
  return CONFIDENCES.length - CONFIDENCES.indexOf(verdict.confidence);
}

describe.each([
  ["near", NEAR],
  ["far", FAR],
] as const)("every combination of the %s layers", (_name, layers) => {
  const rows = combine(layers);

  it("gets exactly one sound verdict", () => {
    const wrong = rows.flatMap((row) => {
      const problem = problems(judge(observe(row.facts)));
      return problem === null ? [] : [`${row.name}: ${problem}`];
    });
    expect(rows.length).toBeGreaterThan(5_000);
    expect(wrong.slice(0, 10)).toEqual([]);
  }, 120_000);

  it("is never judged more surely, nor against another side with certainty, for knowing less of the same world", () => {
    const wrong = new Map<string, string>();
    const consistent = rows.filter(hangsTogether);
    expect(consistent.length).toBeGreaterThan(500);
    for (const row of consistent) {
      const full = observe(row.facts);
      const before = judge(full).verdict;
      for (const [id] of layers) {
        if (full.checks[id] === undefined) continue;
        const { [id]: _left, ...rest } = full.checks;
        const after = judge({ ...full, checks: rest }).verdict;
        const turned =
          after.faultSide !== before.faultSide && after.faultSide !== "unknown" && after.confidence === "high";
        const surer = after.code === before.code && sure(after) > sure(before);
        const step = `${before.code} ${before.confidence} without ${id}: ${after.code} ${after.confidence}`;
        if (turned || surer) wrong.set(step, row.name);
      }
    }
    expect([...wrong].map((pair) => pair.join(" <- "))).toEqual([]);
  }, 300_000);
});
