import { describe, expect, it } from "vitest";
import { classifyExchange } from "../../../../electron/gateway/classify-exchange.ts";
import type { HttpExchange } from "../../../../shared/model/facts/http-facts.ts";

function exchange(changes: Partial<HttpExchange>): HttpExchange {
  return {
    method: "GET",
    url: "https://site.test/",
    outcome: "response",
    address: "127.0.0.1",
    family: "v4",
    proxy: null,
    httpVersion: "1.1",
    status: 502,
    statusText: "",
    headers: [],
    bodySample: "",
    bodyBytes: 0,
    bodyTruncated: false,
    bodyHash: null,
    tls: null,
    timings: { lookup: null, connect: 1, tls: null, firstByte: 2, total: 3 },
    errno: null,
    ...changes,
  };
}

describe("classifyExchange", () => {
  it("has nothing to say without an answer", () => {
    expect(classifyExchange(exchange({ outcome: "connect-refused", status: null }))).toBeNull();
  });

  it("classifies an answer like any other", () => {
    const headers = [["server", "Caddy"]] as const;
    expect(classifyExchange(exchange({ headers }))).toMatchObject({ signatureId: "caddy-empty" });
  });

  it("does not take a body that nobody asked for as an empty one", () => {
    const headers = [["fly-request-id", "01J"]] as const;
    expect(classifyExchange(exchange({ headers }))?.signatureId).toBe("fly-empty");
    expect(classifyExchange(exchange({ headers, method: "HEAD" }))?.signatureId).toBe("status-502");
    expect(classifyExchange(exchange({ headers, outcome: "body-timeout" }))?.signatureId).toBe("status-502");
  });

  it("does not take the start of a long page for a short notice", () => {
    const bodySample = "<html><body>Blocked by AdGuard</body></html>";
    expect(classifyExchange(exchange({ status: 200, bodySample }))?.signatureId).toBe("adguard");
    expect(classifyExchange(exchange({ status: 200, bodySample, bodyBytes: 400_000 }))?.faultSide).toBe("none");
  });

  it("knows that only the proxy can refuse a tunnel", () => {
    const outcome = "proxy-tunnel-refused";
    const headers = [["x-squid-error", "ERR_DNS_FAIL 0"]] as const;
    expect(classifyExchange(exchange({ outcome, status: 503, headers }))?.signatureId).toBe("squid-dns-fail");
    for (const [status, kind] of [
      [502, "proxy-own-fault"],
      [403, "block-page"],
      [407, "proxy-auth"],
    ] as const) {
      expect(classifyExchange(exchange({ outcome, status }))).toMatchObject({ faultSide: "proxy", kind });
    }
  });
});
