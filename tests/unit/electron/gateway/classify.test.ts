import { describe, expect, it } from "vitest";
import { classify } from "../../../../electron/gateway/classify.ts";
import { describeSignature } from "./describe-signature.ts";
import { FINE_PAGES, POSITIVES, response } from "./samples.ts";

const NGINX_502 =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n";

const SERVER_TROUBLE = [
  "backend-unusable",
  "backend-timeout",
  "overloaded",
  "edge-own-fault",
  "application-error",
  "maintenance",
];

/** Cloudflare's picture of the way, with marks on its own column and on the host's. */
function diagram(own: string, host: string): string {
  return `<div id="cf-cloudflare-status" class="${own} a"></div><div id="cf-host-status" class="${host} a"></div><p>The web server reported a bad gateway error.</p>`;
}

describe("classify", () => {
  it.each(POSITIVES.map((sample) => [sample.expect, sample.file, sample] as const))(
    "knows %s in %s",
    (expected, _file, sample) => {
      const got = classify(sample);
      expect(got.signatureId).toBe(expected);
      const described = describeSignature(expected);
      expect(got).toMatchObject({ ...described });
    },
  );

  it.each(FINE_PAGES.map((page) => [page.why, page] as const))("blames nobody for %s", (_why, page) => {
    expect(classify(page)).toMatchObject({ signatureId: null, faultSide: "none", kind: "none" });
  });

  it.each(POSITIVES.map((sample) => [sample.expect, sample] as const))(
    "never finds server trouble when the page of %s comes with status 200",
    (_expected, sample) => {
      expect(SERVER_TROUBLE).not.toContain(classify({ ...sample, status: 200, statusText: "OK" }).kind);
    },
  );

  it.each(POSITIVES.map((sample) => [sample.expect, sample.body] as const))(
    "blames nobody for an article that quotes the page of %s",
    (_expected, body) => {
      const quoted = body.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      const page = `<html><head><title>Notes</title></head><body><article><pre>${quoted}</pre></article></body></html>`;
      expect(classify(response(200, page)).faultSide).toBe("none");
    },
  );

  it("lets the page beat headers of what it passed", () => {
    for (const headers of [
      { server: "cloudflare", "cf-ray": "1-AMS" },
      { "x-cache": "Error from cloudfront", "x-amz-cf-id": "a" },
      { "x-served-by": "cache-ams1-AMS", via: "1.1 varnish" },
      { "x-azure-ref": "0a" },
      { via: "1.1 google" },
      { via: "1.1 proxy.test (squid/6.10)" },
    ]) {
      expect(classify(response(502, NGINX_502, headers))).toMatchObject({
        signatureId: "nginx-502",
        faultSide: "site-origin",
      });
    }
  });

  it("is never sure of body text alone", () => {
    expect(classify(response(502, NGINX_502)).confidence).toBe("medium");
    expect(classify(response(502, NGINX_502, { server: "cloudflare" })).confidence).toBe("medium");
    expect(classify(response(502, NGINX_502, { Server: "nginx/1.22.1" })).confidence).toBe("high");
    const sure = POSITIVES.map(({ status, body }) => classify(response(status, body)))
      .filter(({ signatureId, confidence }) => signatureId !== null && confidence === "high")
      .map(({ signatureId }) => signatureId);
    expect(sure).toEqual([]);
  });

  it("takes HAProxy's own header set as agreement, not one that something else completed", () => {
    const body =
      "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n";
    expect(classify(response(503, body, { "cache-control": "no-cache" })).confidence).toBe("high");
    expect(classify(response(503, body, { "cache-control": "no-cache", server: "nginx" })).confidence).toBe("medium");
  });

  it("tells Cloudflare's word about the site from its word about itself", () => {
    const headers = { server: "cloudflare" };
    expect(classify(response(502, diagram("", "cf-error-source"), headers)).faultSide).toBe("site-origin");
    expect(classify(response(502, diagram("cf-error-source", ""), headers)).faultSide).toBe("site-edge");
  });

  it("takes a squid behind the site's CDN for the site's own", () => {
    const headers = { server: "squid/6.10", "x-squid-error": "ERR_CONNECT_FAIL 111" };
    expect(classify(response(503, "", headers)).faultSide).toBe("proxy");
    expect(classify(response(503, "", { ...headers, "cf-ray": "1-AMS" })).faultSide).toBe("site-edge");
  });

  it("takes a fine page with the words of several makers for one about them", () => {
    const imperva = "<p>Request unsuccessful. Incapsula incident ID: 1</p>";
    const others = "<p>Access Denied - Sucuri Website Firewall</p><p>Your request was blocked by Cloudbric</p>";
    expect(classify(response(200, imperva)).faultSide).toBe("site-edge");
    expect(classify(response(200, imperva + others)).faultSide).toBe("none");
    expect(classify(response(403, imperva + others)).faultSide).toBe("site-edge");
  });

  it("reads where a page without words sends the visitor, as it reads a redirect", () => {
    const refresh = "<meta http-equiv=refresh content='0; url=http://securelogin.arubanetworks.com/x'>";
    expect(classify(response(200, refresh)).faultSide).toBe("local-network");
    expect(classify(response(200, refresh.replace("arubanetworks.com", "site.test"))).faultSide).toBe("none");
  });

  it("leaves an error page without any mark to its status", () => {
    expect(classify(response(502, "<h1>Sorry</h1>"))).toMatchObject({
      signatureId: "status-502",
      vendor: null,
      hop: "unknown",
      faultSide: "site-origin",
      confidence: "low",
    });
  });

  it("says unknown for an error status that has no meaning of its own", () => {
    for (const status of [418, 444, 599 + 1, 0, -1, Number.NaN]) {
      expect(classify(response(status, "teapot"))).toMatchObject({
        signatureId: null,
        vendor: null,
        faultSide: "unknown",
        kind: "unknown",
      });
    }
  });

  it("does not care about the case of header names or doubled headers", () => {
    const answer = {
      ...response(503, ""),
      headers: [
        ["SERVER", "x"],
        ["Server", "awselb/2.0"],
      ] as const,
    };
    expect(classify(answer).signatureId).toBe("awselb-503");
  });

  it("gives the same word however often it is asked", () => {
    const [first, second] = [classify(response(502, NGINX_502)), classify(response(502, NGINX_502))];
    expect(first).toEqual(second);
  });
});
