import type { Terminal } from "./terminal.ts";

/** Tones of the human output; each is an identity when colours are off. */
export interface Style {
  readonly bold: Tone;
  readonly dim: Tone;
  readonly good: Tone;
  readonly warn: Tone;
  readonly bad: Tone;
}

type Tone = (text: string) => string;

/** SGR codes (ECMA-48 8.3.117): on and off of each tone. */
const CODES: Readonly<Record<keyof Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  good: [32, 39],
  warn: [33, 39],
  bad: [31, 39],
};

/**
 * Colours only on a terminal; NO_COLOR (no-color.org) and TERM=dumb switch them off, FORCE_COLOR on.
 */
export function styleFor(terminal: Terminal): Style {
  const { env } = terminal;
  const forced = env["FORCE_COLOR"] !== undefined && env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "";
  const refused = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  const on = forced || (terminal.outIsTty && !refused);
  const tone =
    (name: keyof Style): Tone =>
    (text) =>
      on ? `\u001B[${CODES[name][0]}m${text}\u001B[${CODES[name][1]}m` : text;
  return { bold: tone("bold"), dim: tone("dim"), good: tone("good"), warn: tone("warn"), bad: tone("bad") };
}

/**
 * Makes text from the network safe to print: control characters (escape sequences), marks that turn the reading
 * direction and signs that cannot be seen become visible.
 */
export function printable(text: string): string {
  return text.replaceAll(
    // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- these signs are what this is about
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDFFF]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Breaks text into lines of at most `width` columns at spaces; longer words stay whole. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u).filter((part) => part !== "")) {
    if (line !== "" && line.length + 1 + word.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines.join(`\n${indent}`);
}
