import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import {
  connect,
  failing,
  gateway,
  HEALTHY,
  http,
  observe,
  onLoopback,
  repeats,
  tls,
  exchange,
} from "./build-observations.ts";

const LOCAL = "127.0.0.1";

describe("judge on this machine", () => {
  it("calls a healthy server on loopback healthy, with high confidence", () => {
    const fine = { address: LOCAL };
    const { verdict } = judge(
      onLoopback({
        tcp: { connects: [connect(LOCAL, "connected", 8080)] },
        http: http(fine),
        repeat: repeats(fine, fine),
      }),
    );
    expect(verdict).toMatchObject({ code: "healthy", faultSide: "none", confidence: "high" });
  });

  it("finds the dead program behind nginx", () => {
    const bad = { address: LOCAL, status: 502 };
    const { verdict, repairs } = judge(
      onLoopback({ tcp: { connects: [connect(LOCAL, "connected", 8080)] }, ...failing(bad, gateway()) }),
    );
    expect(verdict).toMatchObject({
      code: "gateway-error",
      faultSide: "site-origin",
      confidence: "high",
      httpStatus: 502,
    });
    expect(repairs.slice(0, 2).map((item) => item.id)).toEqual(["own-program", "owner"]);
  });

  it("finds a closed port", () => {
    const { verdict } = judge(
      onLoopback({
        tcp: { connects: [connect(LOCAL, "refused", 8080)] },
        http: http({ address: LOCAL, outcome: "connect-refused" }),
      }),
    );
    expect(verdict).toMatchObject({ code: "site-refused", faultSide: "site-origin", confidence: "high" });
  });

  it("says of a silent server how long it was given, and is not sure", () => {
    const silent = { address: LOCAL, outcome: "headers-timeout" as const };
    const { verdict } = judge(
      onLoopback({
        tcp: { connects: [connect(LOCAL, "connected", 8080)] },
        http: http(silent),
        repeat: repeats(silent),
      }),
    );
    expect(verdict).toMatchObject({ code: "site-unreachable", faultSide: "site-edge", confidence: "medium" });
    expect(verdict.values["context"]).toBe("silent");
  });

  it("finds an expired certificate", () => {
    const bad = tls({ address: LOCAL, outcome: "expired", root: "none" });
    const { verdict } = judge(
      onLoopback({
        tcp: { connects: [connect(LOCAL, "connected", 8443)] },
        tls: { handshakes: [bad] },
        http: http({ address: LOCAL, outcome: "tls-failed", tls: bad }),
        clock: HEALTHY.clock!,
      }),
    );
    expect(verdict).toMatchObject({ code: "tls-expired", faultSide: "site-edge", confidence: "high" });
  });

  it("finds a redirect loop", () => {
    const hop = exchange({ address: LOCAL, status: 302 });
    const { verdict } = judge(
      onLoopback({ http: { chain: [hop, hop, hop], redirects: "loop", gateway: null, fellBackToHttp: false } }),
    );
    expect(verdict).toMatchObject({ code: "redirect-loop", faultSide: "site-edge" });
  });

  it("passes on how long a busy site asks to wait", () => {
    const { verdict } = judge(
      onLoopback({ ...failing({ address: LOCAL, status: 429, headers: [["retry-after", "90"]] }) }),
    );
    expect(verdict).toMatchObject({ code: "rate-limited", retryAfterSeconds: 90 });
  });
});

describe("judge on the internet", () => {
  it("calls a site that answers well three times healthy", () => {
    const { verdict, findings } = judge(observe(HEALTHY));
    expect(verdict).toMatchObject({ code: "healthy", confidence: "high", leftOpen: [] });
    expect(findings).toEqual([]);
  });

  it("accuses nobody when nothing was observed", () => {
    const { verdict } = judge(observe({}));
    expect(verdict).toMatchObject({ code: "inconclusive", faultSide: "unknown", confidence: "low" });
    expect(verdict.wouldChange.length).toBeGreaterThan(0);
  });
});
