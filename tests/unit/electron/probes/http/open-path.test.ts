import { expect, test } from "vitest";
import { connectFault } from "../../../../../electron/probes/http/open-path.ts";
import type { ConnectObservation, ConnectOutcome } from "../../../../../shared/model/facts/connect-facts.ts";

function attempt(outcome: ConnectOutcome, errno: string | null = null): ConnectObservation {
  return { address: "192.0.2.1", family: "v4", port: 80, outcome, errno, ms: 1 };
}

test.each([
  ["refused", "connect-refused"],
  ["timeout", "connect-timeout"],
  ["unreachable", "connect-unreachable"],
  ["prohibited", "connect-prohibited"],
  ["reset", "connect-failed"],
  ["error", "connect-failed"],
  ["cancelled", "connect-timeout"],
] as const)("takes a race that ended with %s for %s", (outcome, fault) => {
  expect(connectFault([attempt(outcome, "E")])).toMatchObject({ outcome: fault });
});

test("lets the attempt that got furthest speak for all", () => {
  const way = [attempt("unreachable", "ENETUNREACH"), attempt("timeout"), attempt("refused", "ECONNREFUSED")];
  expect(connectFault(way)).toMatchObject({ outcome: "connect-refused", errno: "ECONNREFUSED" });
  expect(connectFault(way.slice(0, 2))).toMatchObject({ outcome: "connect-timeout", errno: null });
});
