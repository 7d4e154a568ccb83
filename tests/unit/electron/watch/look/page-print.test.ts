import { describe, expect, it } from "vitest";
import { isLike, isSame, likeness, printOf } from "../../../../../electron/watch/look/page-print.ts";
import type { HttpExchange } from "../../../../../shared/model/facts/http-facts.ts";

function answer(body: string, type = "text/html; charset=utf-8"): HttpExchange {
  return {
    method: "GET",
    url: "https://shop.example/",
    outcome: "response",
    address: "203.0.113.80",
    family: "v4",
    proxy: null,
    httpVersion: "1.1",
    status: 200,
    statusText: "OK",
    headers: [["content-type", type]],
    bodySample: body,
    bodyBytes: body.length,
    bodyTruncated: false,
    bodyHash: `${body.length}-${body.slice(0, 400)}`,
    tls: null,
    timings: { lookup: null, connect: 1, tls: null, firstByte: 2, total: 3 },
    errno: null,
  };
}

const shop = (visit: number, headline = "Cups on sale"): string =>
  `<!doctype html><html><head><title>The shop (${visit})</title><meta name="token" content="x${visit * 7_919}"></head><body><nav><a>Home</a><a>Cups</a><a>Plates</a></nav><h1>${headline}</h1><p>It is ${visit} past noon.</p><ul><li>Blue cup</li><li>Red plate</li><li>Green bowl</li><li>Old spoon</li></ul><footer>Open from nine to five, every day of the week.</footer></body></html>`;

const HOLDING =
  "<!doctype html><html><head><title>Hang tight</title></head><body><div class='box'><h1>We are polishing a few things</h1><p>Have a coffee and come by again.</p></div></body></html>";

describe("the print of a page", () => {
  it("is like the same page at another visit, with another time, token and headline", () => {
    expect(isLike(printOf(answer(shop(1))), printOf(answer(shop(58))))).toBe(true);
    expect(isLike(printOf(answer(shop(1))), printOf(answer(shop(2, "Plates are new here this week"))))).toBe(true);
  });

  it("is not like a holding page, although that has a good status", () => {
    const one = printOf(answer(shop(1)));
    const other = printOf(answer(HOLDING));
    expect(isLike(one, other)).toBe(false);
    expect(likeness(one, other)).toBeLessThan(0.2);
  });

  it("is the same only when the whole text is, numbers apart", () => {
    expect(
      isSame(
        printOf(answer("<p>Error 17, please wait for us</p>")),
        printOf(answer("<p>Error 99, please wait for us</p>")),
      ),
    ).toBe(true);
    expect(isSame(printOf(answer(shop(1))), printOf(answer(HOLDING)))).toBe(false);
  });

  it("is not like the same words as another kind of document", () => {
    expect(isLike(printOf(answer("ok fine here", "text/plain")), printOf(answer("ok fine here", "text/html")))).toBe(
      false,
    );
  });

  it("of nothing is like nothing else but nothing", () => {
    const nothing = printOf(answer(""));
    expect(likeness(nothing, printOf(answer("")))).toBe(1);
    expect(likeness(nothing, printOf(answer(shop(1))))).toBe(0);
    expect(isLike({ ...nothing, hash: null }, printOf(answer(shop(1))))).toBe(false);
  });

  it("tells a large page from a small one with the same title", () => {
    const small = printOf(answer("<title>Shop</title><p>Back in a minute, promised, really soon</p>"));
    const large = printOf(
      answer(
        `<title>Shop</title>${Array.from({ length: 300 }, (_, n) => `<i>word${String.fromCodePoint(97 + (n % 26))} thing</i>`).join("")}`,
      ),
    );
    expect(isLike(small, large)).toBe(false);
  });

  it("knows an interface's answer again by its words", () => {
    const one = printOf(answer('{"status":"ok","items":[1,2,3],"name":"shop"}', "application/json"));
    const other = printOf(answer('{"status":"ok","items":[4,5,6,7],"name":"shop"}', "application/json"));
    expect(isLike(one, other)).toBe(true);
  });
});
