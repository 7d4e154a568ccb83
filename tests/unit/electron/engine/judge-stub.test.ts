import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import type { Observations } from "../../../../shared/model/checkup.ts";
import type { Verdict } from "../../../../shared/model/verdict.ts";
import {
  connect,
  http,
  lookup,
  OLD_V4,
  publicResolvers,
  repeats,
  resolver,
  SITE_V4,
  tls,
  without,
} from "./build-observations.ts";
import { refused } from "./judge-cases-support.ts";

/** A stub of this computer that says the old address, and what the server behind it says. */
function seen(behind: string): Observations {
  return refused({
    "dns-system": lookup({ addresses: [OLD_V4] }),
    "dns-configured": {
      resolvers: [
        resolver({ server: "127.0.0.53:53", addresses: [OLD_V4] }, { scope: "loopback" }),
        resolver({ addresses: [behind] }),
      ],
      upstreamsKnown: true,
    },
    "dns-public": publicResolvers({ addresses: [SITE_V4] }),
    tcp: { connects: [connect(OLD_V4, "refused"), connect(SITE_V4)] },
    tls: { handshakes: [tls()] },
    http: http({ outcome: "connect-refused", address: OLD_V4 }),
    repeat: repeats({ outcome: "connect-refused", address: OLD_V4 }),
  });
}

function judged(behind: string): Verdict {
  return judge(seen(behind)).verdict;
}

it("lays an old address at this computer's memory where the server behind its stub knows the new one", () => {
  expect(judged(SITE_V4)).toMatchObject({ code: "os-cache-stale", faultSide: "device", confidence: "high" });
});

it("lays it at the resolver where the server behind the stub says the old one, too", () => {
  expect(judged(OLD_V4)).toMatchObject({ code: "resolver-stale", faultSide: "resolver" });
});

describe("a check-up that was cancelled before the system had answered", () => {
  // What one computer remembers looks like a site that is half down, unless the system itself was heard.
  it.each([
    ["after the page was asked", []],
    ["before the page was asked", ["http", "repeat"]],
    ["and asked nobody outside", ["dns-public"]],
  ] as const)("calls the site half down for no answer of a stub that its own server contradicts: %s", (_how, more) => {
    const { verdict } = judge({ ...without(seen(SITE_V4), "dns-system", ...more), stopped: "cancelled" });
    expect(verdict).toMatchObject({ code: "inconclusive", faultSide: "unknown", confidence: "low" });
    expect(verdict.wouldChange.map(({ key }) => key)).toContain("evidence.would-look-up-name");
  });

  it("calls it so where one answer leads to the good and to the bad address", () => {
    const both = { addresses: [OLD_V4, SITE_V4] };
    const stub = resolver({ server: "127.0.0.53:53", ...both }, { scope: "loopback" });
    const given = refused({
      "dns-configured": { resolvers: [stub, resolver(both)], upstreamsKnown: true },
      "dns-public": publicResolvers(both),
      tcp: { connects: [connect(OLD_V4, "refused"), connect(SITE_V4)] },
    });
    expect(judge(without(given, "dns-system")).verdict).toMatchObject({ code: "site-partial" });
  });

  it("is less sure of it where nobody's answer was heard", () => {
    const given = refused({ tcp: { connects: [connect(OLD_V4, "refused"), connect(SITE_V4)] } });
    const { verdict } = judge(without(given, "dns-system", "dns-configured", "dns-public", "http", "repeat"));
    expect(verdict.confidence).not.toBe("high");
  });
});
