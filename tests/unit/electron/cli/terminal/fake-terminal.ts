import type { Terminal } from "../../../../../electron/cli/terminal/terminal.ts";

/** A terminal that remembers what was written. */
export interface FakeTerminal extends Terminal {
  readonly written: { out: string; err: string };
}

export function fakeTerminal(given: Partial<Omit<Terminal, "out" | "err">> = {}): FakeTerminal {
  const written = { out: "", err: "" };
  return {
    written,
    out: (text) => {
      written.out += text;
      return Promise.resolve();
    },
    err: (text) => {
      written.err += text;
    },
    outIsTty: false,
    errIsTty: false,
    columns: 80,
    env: {},
    ...given,
  };
}
