import { describe, expect, it } from "vitest";
import { judgeSaved } from "../../../../../electron/gateway/saved-page/judge-saved.ts";
import { SAVED_PAGES_SHOWN, type SavedPage } from "../../../../../shared/model/saved-page.ts";

const NGINX =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n";

function only(text: string, status: number | null = null): SavedPage {
  const { pages } = judgeSaved(text, status);
  const [page] = pages;
  if (page === undefined || pages.length > 1) throw new Error(`expected one page, got ${pages.length}`);
  return page;
}

describe("a page alone", () => {
  it("is recognised by its source, with the status it gives itself, and never as sure", () => {
    const page = only(NGINX);
    expect(judgeSaved(NGINX, null).format).toBe("page");
    expect(page).toMatchObject({ status: 502, statusFrom: "words", url: null });
    expect(page.found).toMatchObject({ vendor: "nginx", faultSide: "site-origin", confidence: "medium" });
  });

  it("is recognised by the words alone, as copied from the screen", () => {
    expect(only("502 Bad Gateway\nnginx/1.18.0 (Ubuntu)").found.vendor).toBe("nginx");
  });

  it("takes the number to quote from the page", () => {
    const text =
      '<title>x | 521: Web server is down</title>Cloudflare Ray ID: <strong class="font-semibold">8a1b2c3d4e5f6a7b</strong>';
    const page = only(text);
    expect(page.requestId).toEqual({ name: "Ray ID", value: "8a1b2c3d4e5f6a7b" });
    expect(page).toMatchObject({ status: 521, found: { vendor: "Cloudflare", faultSide: "site-origin" } });
    expect(page.found.confidence).not.toBe("high");
  });

  it("blames nobody for a text that says nothing", () => {
    for (const text of ["hello world", "", " \n ", "Bad things happened", "{not json", "[1, 2"]) {
      expect(only(text)).toMatchObject({ status: null, statusFrom: "unknown", found: { faultSide: "unknown" } });
    }
  });

  it("believes the person about the status", () => {
    expect(only("Something broke", 504)).toMatchObject({ status: 504, statusFrom: "given" });
    expect(only("Something broke", 200).found.faultSide).toBe("none");
  });

  it("takes no part of a version, a time or an address for the status", () => {
    for (const text of ["Room 1.503.2", "at 12:502", "call 500-502-5033", "10.0.0.502.1", "5020 people"]) {
      expect(only(text).status).toBeNull();
    }
  });
});

describe("an answer with its head", () => {
  it("is judged by its headers and may be sure", () => {
    const text = `HTTP/1.1 502 Bad Gateway\r\nServer: nginx/1.22.1\r\nRetry-After: 120\r\nX-Request-Id: abc-1\r\n\r\n${NGINX}`;
    const page = only(text);
    expect(page).toMatchObject({ status: 502, statusFrom: "saved", statusText: "Bad Gateway", retryAfterSeconds: 120 });
    expect(page.requestId).toEqual({ name: "x-request-id", value: "abc-1" });
    expect(page.found).toMatchObject({ vendor: "nginx", confidence: "high" });
  });

  it("is the last of several", () => {
    const text = "HTTP/1.1 301 Moved\nLocation: /a\n\nHTTP/1.1 100 Continue\n\nHTTP/2 503 \nretry-after: 5\n\nbusy";
    expect(only(text)).toMatchObject({ status: 503, retryAfterSeconds: 5 });
  });
});

describe("a saved response", () => {
  it("is read in both forms of headers, alone or in a list", () => {
    const one = {
      status: 502,
      statusText: "Bad Gateway",
      headers: { Server: "nginx", "Set-Cookie": ["a", "b"] },
      body: NGINX,
    };
    const other = { ...one, headers: [["Server", "nginx"]] };
    expect(only(JSON.stringify(one)).found).toMatchObject({ vendor: "nginx", confidence: "high" });
    const list = judgeSaved(JSON.stringify([one, other, { status: 200, body: "fine" }]), null);
    expect(list.format).toBe("response");
    expect(list.pages.map(({ found }) => found.vendor)).toEqual(["nginx", "nginx"]);
  });
});

describe("a network log", () => {
  const entry = (status: number, url = "https://shop.example/a?session=secret#top", text = "") => ({
    request: { url, method: "GET" },
    response: { status, statusText: "x", headers: [{ name: "Server", value: "nginx" }], content: { text } },
  });
  const har = (...entries: unknown[]): string => JSON.stringify({ log: { version: "1.2", entries } });

  it("gives its error answers, without what follows the question mark", () => {
    const read = judgeSaved(har(entry(200), entry(502, undefined, NGINX), entry(0), { odd: true }, entry(404)), null);
    expect(read.format).toBe("har");
    expect(read.pages.map(({ status, url }) => [status, url])).toEqual([
      [502, "https://shop.example/a"],
      [404, "https://shop.example/a"],
    ]);
  });

  it("reads bodies that were packed", () => {
    const packed = entry(502);
    Object.assign(packed.response.content, { text: Buffer.from(NGINX).toString("base64"), encoding: "base64" });
    expect(only(har(packed)).found.signatureId).toBe("nginx-502");
  });

  it("says that all is fine when it is, and that nothing is there when nothing is", () => {
    expect(only(har(entry(200), entry(204))).found.faultSide).toBe("none");
    expect(judgeSaved(har(entry(0)), null).pages).toEqual([]);
    expect(judgeSaved(har(), null).pages).toEqual([]);
  });

  it("counts what it does not show", () => {
    const many = Array.from({ length: SAVED_PAGES_SHOWN + 7 }, () => entry(502));
    const read = judgeSaved(har(...many), null);
    expect([read.pages.length, read.more]).toEqual([SAVED_PAGES_SHOWN, 7]);
  });
});

describe("a hostile text", () => {
  it("is looked through in a bounded time", () => {
    const texts = [
      "<".repeat(200_000),
      "5".repeat(200_000),
      "<center>".repeat(25_000),
      "502 ".repeat(50_000),
      "\n".repeat(200_000),
    ];
    const began = performance.now();
    for (const text of texts) expect(judgeSaved(text, null).pages).toHaveLength(1);
    // Half a second each on an idle machine would already be far too slow; this one may be busy.
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it("is never more than text: markup in values comes back as it was", () => {
    const evil = '"><img src=x onerror=alert(1)>';
    const saved = { status: 502, statusText: evil, headers: { "x-request-id": evil }, body: evil };
    expect(only(JSON.stringify(saved))).toMatchObject({ statusText: evil, requestId: { value: evil } });
  });
});
