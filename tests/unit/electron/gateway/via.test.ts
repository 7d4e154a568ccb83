import { describe, expect, it } from "vitest";
import { carriersOf, parseVia } from "../../../../electron/gateway/via.ts";

describe("parseVia", () => {
  it("reads hops from the origin outward, over several lines", () => {
    expect(
      parseVia([
        ["Via", "1.0 fred, HTTP/2 edge.test:443 (Apache/1.1, (build 7))"],
        ["server", "x"],
        ["via", "1.1 proxy.test (squid/6.10)"],
      ]),
    ).toEqual([
      { protocol: "1.0", host: "fred", comment: null },
      { protocol: "HTTP/2", host: "edge.test:443", comment: "Apache/1.1, (build 7)" },
      { protocol: "1.1", host: "proxy.test", comment: "squid/6.10" },
    ]);
  });

  it("takes senders who leave the protocol out", () => {
    expect(parseVia([["via", "kong/3.4.2"]])).toEqual([{ protocol: "", host: "kong/3.4.2", comment: null }]);
  });

  it("stops at a chain that no network has", () => {
    expect(parseVia([["via", "1.1 a,".repeat(500)]])).toHaveLength(32);
  });

  it("survives brackets that do not close", () => {
    expect(parseVia([["via", "1.1 a (b, 1.1 c"]])).toEqual([{ protocol: "1.1", host: "a", comment: null }]);
    expect(parseVia([["via", ") , "]])).toEqual([{ protocol: "", host: ")", comment: null }]);
  });
});

describe("carriersOf", () => {
  it("names what an answer passed, each once", () => {
    expect(
      carriersOf([
        ["Via", "1.1 varnish, 1.1 a.cloudfront.net (CloudFront)"],
        ["X-Served-By", "cache-ams1-AMS"],
        ["x-amz-cf-id", "a"],
        ["cf-ray", "1"],
      ]),
    ).toEqual(["Varnish", "Amazon CloudFront", "Fastly", "Cloudflare"]);
  });

  it("does not take any server's x-served-by for Fastly", () => {
    expect(carriersOf([["x-served-by", "web-3"]])).toEqual([]);
  });
});
