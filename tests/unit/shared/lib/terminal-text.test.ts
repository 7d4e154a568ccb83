import { expect, it } from "vitest";
import { inert } from "../../../../shared/lib/terminal-text.ts";

it.each([
  ["a title of the window", "\u001B]0;owned\u0007", "\\u001b]0;owned\\u0007"],
  ["the clipboard", "\u001B]52;c;ZXZpbA==\u001B\\", "\\u001b]52;c;ZXZpbA==\\u001b\\"],
  ["the screen", "\u001B[2J\u001B[H", "\\u001b[2J\\u001b[H"],
  ["the screen, in eight bits", "\u009B2J", "\\u009b2J"],
  ["a device's answer", "\u0090$qm\u009C", "\\u0090$qm\\u009c"],
  ["letters already written", "ab\u0008\u007Fc", "ab\\u0008\\u007fc"],
  ["the reading direction", "\u202Egpj.exe\u2066", "\\u202egpj.exe\\u2066"],
])("does not let text act on %s", (_what, text, shown) => {
  expect(inert(text)).toBe(shown);
});

it("keeps colours, the line of progress, tabs, line ends and every script", () => {
  const text = "\r\u001B[2K\u001B[1mgröße\u001B[22m\tбольше\n日本 😀\r\n";
  expect(inert(text)).toBe(text);
});

it("does not change what a JSON text says", () => {
  const value = { header: "\u009B31m\u007F\u202E\u0000\u001B[2J", "key\u0085": [1, null, "😀"] };
  const text = inert(JSON.stringify(value, null, 2));
  expect(JSON.parse(text)).toEqual(value);
  // oxlint-disable-next-line no-control-regex -- that none is left is what is tested
  expect(text).not.toMatch(/[\u007F-\u009F\u202E]/u);
});
