import { expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import { HEALTHY, lookup, observe, resolver, withFacts } from "./build-observations.ts";

/** A site that works, with the first of two own servers in one state, and the system's look-up taking this long. */
function judged(ms: number, first: "timeout" | "answer") {
  const given = withFacts(observe(HEALTHY), {
    "dns-system": lookup({ ms }),
    "dns-configured": {
      resolvers: [resolver({ outcome: first }), resolver({ server: "192.168.1.2:53" })],
      upstreamsKnown: false,
    },
  });
  return judge(given).verdict;
}

it("calls a dead server by its name where every name waits for it, though the site works", () => {
  expect(judged(5_010, "timeout")).toMatchObject({ code: "resolver-unreachable", faultSide: "resolver" });
});

it("calls the site fine where the dead server holds nothing up, and where a slow name has another reason", () => {
  expect(judged(30, "timeout").code).toBe("healthy");
  expect(judged(5_010, "answer").code).toBe("healthy");
});
