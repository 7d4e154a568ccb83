import { describe, expect, it } from "vitest";
import { viewOf } from "../../../../electron/gateway/page-view.ts";
import { isReadingMatter } from "../../../../electron/gateway/reading-matter.ts";
import { response } from "./samples.ts";

function reads(body: string): boolean {
  return isReadingMatter(viewOf(response(200, body)));
}

describe("reading matter", () => {
  it("is a page that is made to be found or shared", () => {
    expect(reads('<html><head><meta property="og:title" content="x"></head><body>Blocked</body></html>')).toBe(true);
    expect(reads('<html><head><link rel="canonical" href="https://a.test/"></head></html>')).toBe(true);
    expect(reads("<body><article>Blocked</article></body>")).toBe(true);
  });

  it("is a page whose title speaks about such pages", () => {
    expect(reads("<title>Block pages: administration guide</title><h1>Web page blocked</h1>")).toBe(true);
    expect(reads("<title>Does anybody else see this?</title><h1>Web page blocked</h1>")).toBe(true);
    expect(reads("<title>Gesperrte Seiten: Handbuch</title>")).toBe(true);
  });

  it("is a long page or a long text", () => {
    expect(reads(`<p>${"a".repeat(20_001)}</p>`)).toBe(true);
    expect(reads(`<p>${"word ".repeat(700)}</p>`)).toBe(true);
  });

  it("is not a short notice", () => {
    expect(reads("<title>Web page blocked</title><h1>Web page blocked</h1><p>Category: Games</p>")).toBe(false);
    expect(reads("")).toBe(false);
  });
});
