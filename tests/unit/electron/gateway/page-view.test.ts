import { describe, expect, it } from "vitest";
import { holds, near } from "../../../../electron/gateway/conditions.ts";
import { plainText, viewOf } from "../../../../electron/gateway/page-view.ts";
import { response } from "./samples.ts";

describe("plainText", () => {
  it("makes spellings of the same page the same", () => {
    expect(plainText("<H1>\n  502   Bad\tGateway </H1>\r\n")).toBe("<h1>502 bad gateway</h1>");
    expect(plainText("didn&#39;t didn&#x27;t didn’t didn&rsquo;t")).toBe("didn't didn't didn't didn't");
    expect(plainText("Reference&#32;&#35;18&#46;2f")).toBe("reference #18.2f");
    expect(plainText("a – b &mdash; c&nbsp;d")).toBe("a - b - c d");
  });

  it("keeps quoted markup quoted", () => {
    expect(plainText("&lt;center&gt; &#60;b&#62; &#38;lt; &#x3c;")).toBe("&lt;center&gt; &#60;b&#62; &#38;lt; &#x3c;");
  });

  it("leaves unknown entities as they are", () => {
    expect(plainText("&hellip; &#0; &#99999; &zzzz;")).toBe("&hellip; &#0; &#99999; &zzzz;");
  });
});

function json(body: string, type?: string): boolean {
  return viewOf(response(500, body, type === undefined ? {} : { "content-type": type })).isJson();
}

describe("viewOf", () => {
  it("finds the title, also one that is never closed", () => {
    expect(viewOf(response(502, "<TITLE lang=en> A  B </TITLE>")).title()).toBe("a b");
    expect(viewOf(response(502, "<title>open")).title()).toBe("open");
    expect(viewOf(response(502, "<title")).title()).toBe("");
    expect(viewOf(response(502, "none")).title()).toBe("");
  });

  it("knows JSON by its type or its form", () => {
    expect(json('{"a":1}')).toBe(true);
    expect(json("[]", "application/problem+json")).toBe(true);
    expect(json('{"cut', "application/json")).toBe(true);
    expect(json('{"cut')).toBe(false);
    expect(json("<html>", "application/json")).toBe(false);
    expect(json(`[${"1,".repeat(50_000)}1]`)).toBe(false);
  });

  it("looks at the start and the end of long bodies", () => {
    const view = viewOf(response(502, `start${"x".repeat(200_000)}middle${"x".repeat(200_000)}end`));
    expect([view.has("start"), view.has("middle"), view.has("end"), view.bodyLength]).toEqual([
      true,
      false,
      true,
      400_014,
    ]);
  });
});

describe("a body that was cut or never read", () => {
  it("counts with its whole length", () => {
    expect(viewOf({ ...response(200, "abc"), bodyBytes: 90_000 }).bodyLength).toBe(90_000);
    expect(viewOf({ ...response(200, "abc"), bodyBytes: 0 }).bodyLength).toBe(3);
  });

  it("is not an empty one", () => {
    expect(viewOf(response(502, " ")).isEmpty()).toBe(true);
    expect(viewOf({ ...response(502, ""), bodyUnread: true }).isEmpty()).toBe(false);
  });
});

describe("near", () => {
  const view = viewOf(response(502, `${"one ... ".repeat(3)}one two`));
  it("finds what follows closely, at a later place too", () => {
    expect(holds(near("one", "two", 2), view)).toBe("page");
    expect(holds(near("one", "two", 0), view)).toBeNull();
    expect(holds(near("three", "two", 50), view)).toBeNull();
  });

  it("gives up after a few tries", () => {
    expect(holds(near("one", "two", 2), viewOf(response(502, `${"one ... ".repeat(50)}one two`)))).toBeNull();
  });
});
