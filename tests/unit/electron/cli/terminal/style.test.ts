import { describe, expect, it } from "vitest";
import { printable, styleFor, wrap } from "../../../../../electron/cli/terminal/style.ts";
import { fakeTerminal } from "./fake-terminal.ts";

describe("colours", () => {
  it.each([
    ["on a terminal", { outIsTty: true }, true],
    ["not into a pipe", { outIsTty: false }, false],
    ["not with NO_COLOR", { outIsTty: true, env: { NO_COLOR: "1" } }, false],
    ["with an empty NO_COLOR as if it were absent", { outIsTty: true, env: { NO_COLOR: "" } }, true],
    ["not on a dumb terminal", { outIsTty: true, env: { TERM: "dumb" } }, false],
    ["into a pipe when forced", { outIsTty: false, env: { FORCE_COLOR: "1" } }, true],
    ["not when FORCE_COLOR is 0", { outIsTty: false, env: { FORCE_COLOR: "0" } }, false],
  ])("are used %s", (_name, terminal, coloured) => {
    expect(styleFor(fakeTerminal(terminal)).bad("x") === "x").toBe(!coloured);
  });
});

describe("printable text", () => {
  it("shows escape sequences and direction marks instead of obeying them", () => {
    expect(printable("a\u001B[31mb\u202Ec\u0007")).toBe("a\\u001b[31mb\\u202ec\\u0007");
  });

  it("shows signs that nobody sees: zero width, joiners, soft hyphens, halves of letters", () => {
    expect(printable("pay\u200Bpal\u00AD\u2060\uFEFF.test\u2028\uD800")).toBe(
      "pay\\u200bpal\\u00ad\\u2060\\ufeff.test\\u2028\\ud800",
    );
  });

  it("keeps letters of all scripts, tabs and line ends", () => {
    expect(printable("größer\tбольше\n日本")).toBe("größer\tбольше\n日本");
  });
});

describe("wrapping", () => {
  it("breaks at spaces within the width and indents what follows", () => {
    expect(wrap("one two three four", 12, "  ")).toBe("one two\n  three four");
  });

  it("leaves a word longer than the width whole", () => {
    expect(wrap("a https://long.example/path b", 10, "")).toBe("a\nhttps://long.example/path\nb");
  });
});
