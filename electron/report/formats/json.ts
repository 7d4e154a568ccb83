import { visible } from "./visible.ts";

/**
 * JSON whose text shows everything: characters that act instead of being seen stand as `\uXXXX`, which reads back as
 * the same string. Two spaces of indent, a line feed at the end.
 */
export function visibleJson(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).split("\n");
  return `${lines.map((line) => inPairs(visible(line))).join("\n")}\n`;
}

/** JSON has no `\u{...}`: characters beyond the first plane are two escapes. */
function inPairs(line: string): string {
  return line.replaceAll(/\\u\{([0-9a-f]{5,6})\}/gu, (_all, hex: string) => {
    const sign = String.fromCodePoint(Number.parseInt(hex, 16));
    return Array.from({ length: 2 }, (_, half) => `\\u${sign.charCodeAt(half).toString(16)}`).join("");
  });
}
