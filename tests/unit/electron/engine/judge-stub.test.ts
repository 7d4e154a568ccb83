import { expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
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
} from "./build-observations.ts";
import { refused } from "./judge-cases-support.ts";

/** A stub of this computer that says the old address, and what the server behind it says. */
function judged(behind: string) {
  const given = refused({
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
  return judge(given).verdict;
}

it("lays an old address at this computer's memory where the server behind its stub knows the new one", () => {
  expect(judged(SITE_V4)).toMatchObject({ code: "os-cache-stale", faultSide: "device", confidence: "high" });
});

it("lays it at the resolver where the server behind the stub says the old one, too", () => {
  expect(judged(OLD_V4)).toMatchObject({ code: "resolver-stale", faultSide: "resolver" });
});
