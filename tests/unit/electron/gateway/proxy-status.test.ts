import { describe, expect, it } from "vitest";
import { parseProxyStatus, proxyStatusMeaning } from "../../../../electron/gateway/proxy-status.ts";

const meaning = (...values: string[]): string | null => proxyStatusMeaning(parseProxyStatus(values));

describe("parseProxyStatus", () => {
  it("reads members with all kinds of parameters", () => {
    expect(
      parseProxyStatus([
        'revproxy.test; received-status=502; details="a \\"b\\", c; d", "Some CDN";error=dns_error;rcode="NXDOMAIN";next-hop=10.0.0.1:8080;x;y=?0;z=:aGk=:;n=-1.5',
      ]),
    ).toEqual([
      { name: "revproxy.test", error: null, receivedStatus: 502, nextHop: null, details: 'a "b", c; d' },
      { name: "Some CDN", error: "dns_error", receivedStatus: null, nextHop: "10.0.0.1:8080", details: null },
    ]);
  });

  it("takes several lines as one list", () => {
    expect(parseProxyStatus(["a", "b; error=dns_timeout"]).map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it.each([
    "",
    ",",
    "a,",
    "a b",
    "a;",
    "a; =1",
    'a; b="open',
    "a; b=",
    "a; b=:open",
    "5; error=dns_error",
    '"open',
    "error=dns_error",
    `a; b="${"x".repeat(9_000)}"`,
  ])("reads nothing from a malformed field: %s", (field) => {
    expect(parseProxyStatus([field])).toEqual([]);
  });

  it("is empty without the header", () => {
    expect(parseProxyStatus([])).toEqual([]);
    expect(meaning()).toBeNull();
  });
});

describe("proxyStatusMeaning", () => {
  it.each([
    ["dns_timeout", "unresolved"],
    ["destination_ip_unroutable", "unusable"],
    ["connection_refused", "unusable"],
    ["connection_read_timeout", "timeout"],
    ["connection_limit_reached", "limit"],
    ["tls_alert_received", "tls"],
    ["http_response_incomplete", "bad-answer"],
    ["http_protocol_error", "bad-answer"],
    ["http_response_timeout", "timeout"],
    ["http_request_denied", "denied"],
    ["http_request_error", "bad-request"],
    ["proxy_loop_detected", "proxy-own"],
    ["42501", "own-word"],
  ])("knows %s", (error, expected) => {
    expect(meaning(`edge; error=${error}`)).toBe(expected);
  });

  it("listens to the member nearest the origin", () => {
    expect(meaning("inner; error=connection_refused, outer; error=http_protocol_error")).toBe("unusable");
    expect(meaning("inner; received-status=200, outer; error=proxy_internal_error")).toBe("proxy-own");
  });

  it("tells a status that was passed on, and silence", () => {
    expect(meaning("edge; received-status=503")).toBe("passed-on");
    expect(meaning("edge; next-hop=b")).toBeNull();
  });
});
