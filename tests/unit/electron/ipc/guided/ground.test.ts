import { expect, it } from "vitest";
import { resolversOf } from "../../../../../electron/ipc/guided/ground.ts";
import { judge } from "../../../../../electron/engine/judge.ts";
import type { Checkup } from "../../../../../shared/model/checkup.ts";
import { observe, resolver } from "../../engine/build-observations.ts";

const STUB = resolver({ server: "127.0.0.53:53" }, { scope: "loopback" });
const BEHIND = resolver({ server: "[2001:db8::53]:53" });

function checkupWith(resolvers: readonly (typeof STUB)[], upstreamsKnown: boolean): Checkup {
  const observations = observe({ "dns-configured": { resolvers, upstreamsKnown } });
  const about = { startedAt: "2026-03-01T10:00:00.000Z", durationMs: 900, requestsToSite: 3, outsideEndpoints: [] };
  return { id: "one", ...about, observations, judgement: judge(observations) };
}

it("leaves a stub out of the control where the servers behind it are known", () => {
  const behind = { transport: "udp", address: "2001:db8::53", port: 53 };
  expect(resolversOf(checkupWith([STUB, BEHIND], true))).toEqual([behind]);
});

it("asks a server on this computer where nothing is known behind it", () => {
  expect(resolversOf(checkupWith([STUB], false))).toEqual([{ transport: "udp", address: "127.0.0.53", port: 53 }]);
});
