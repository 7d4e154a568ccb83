import { describe, expect, test } from "vitest";
import { contactCommand, parseContactArguments } from "../../../../electron/cli/contact.ts";
import { explainCommand } from "../../../../electron/cli/explain.ts";
import { ownerCommand, parseOwnerArguments } from "../../../../electron/cli/owner.ts";
import { fakeTerminal } from "./terminal/fake-terminal.ts";

async function explain(...words: readonly string[]) {
  const terminal = fakeTerminal();
  return { code: await explainCommand(words, terminal), ...terminal.written };
}

describe("explain", () => {
  test.each([
    [["502"], "502 Bad Gateway: "],
    [["gateway-error"], "gateway-error: "],
    [["bad", "gateway", "nginx"], "502 Bad Gateway: "],
    [["0x80244021"], "Windows Update says"],
    [["555"], "555: "],
  ])("finds the page of %j", async (words, start) => {
    const { code, out } = await explain(...words);
    expect(code).toBe(0);
    expect(out.startsWith(start)).toBe(true);
    expect(out).toContain("What helps");
  });

  test("says back no more of a pasted page than tells which one it was", async () => {
    const { code, err } = await explain("qqxxzzy ".repeat(10_000));
    expect(code).toBe(2);
    expect(err.length).toBeLessThan(150);
  });

  test("says so when nothing fits, and takes no empty question", async () => {
    expect(await explain("qqxxzzy")).toMatchObject({ code: 2, out: "" });
    expect(await explain()).toMatchObject({ code: 2, out: "" });
  });
});

describe("contact", () => {
  test("reads whom, in which language and how much", () => {
    const parsed = parseContactArguments(["--to", "desk", "shop.example", "--lang", "de", "--with-query", "--private"]);
    expect(parsed).toEqual({
      ok: true,
      value: { to: "desk", language: "de", withQuery: true, rest: ["shop.example", "--private"] },
    });
    expect(parseContactArguments(["--to", "nobody", "a"]).ok).toBe(false);
    expect(parseContactArguments([]).ok).toBe(false);
  });

  test("writes the message about a fault of the practice network", async () => {
    const terminal = fakeTerminal();
    expect(await contactCommand(["--practice", "gateway-dead-origin"], terminal)).toBe(0);
    expect(terminal.written.out).toMatch(/^\S+ answers with error 502\n\nHello,/);
    expect(terminal.written.out).toMatch(/\(gateway-error\)/);
  });
});

describe("owner", () => {
  test("reads its words", () => {
    expect(parseOwnerArguments(["shop.example", "--origin", "192.0.2.7:8443", "--json", "--private"])).toEqual({
      ok: true,
      value: { url: "shop.example", origin: "192.0.2.7:8443", json: true, privateMode: true, referencesFile: null },
    });
    for (const bad of [[], ["a", "b"], ["a", "--origin"], ["a", "--what"]]) {
      expect(parseOwnerArguments(bad).ok).toBe(false);
    }
  });

  test("refuses an origin that is a name, before anything is asked", async () => {
    const terminal = fakeTerminal();
    expect(await ownerCommand(["shop.example", "--origin", "my.server"], terminal)).toBe(2);
    expect(terminal.written).toMatchObject({ out: "" });
    expect(terminal.written.err).toContain("--origin takes an address");
  });
});
