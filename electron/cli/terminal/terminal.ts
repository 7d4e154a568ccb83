import { createInterface } from "node:readline";
import { inert } from "../../../shared/lib/terminal-text.ts";

/** Where a command writes and what it may assume about it; tests give their own. */
export interface Terminal {
  /** Answers: the document, the human text. */
  out(text: string): Promise<void>;
  /** Diagnostics and progress. */
  err(text: string): void;
  readonly outIsTty: boolean;
  readonly errIsTty: boolean;
  /** Columns of the output; 80 when not known. */
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * Puts a question to the person and gives the line they typed; null when they left, the time ran out (ms) or the
   * signal fired. Absent where nobody is there to answer.
   */
  readonly ask?: (question: string, limits: AskLimits) => Promise<string | null>;
}

/** How long a question waits. */
export interface AskLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * The real terminal of this process. Whatever is written passes here last: text of a server, a name or a file that a
 * command forgot to make harmless does not become a command to the terminal.
 */
export function processTerminal(): Terminal {
  return {
    // Waits until the bytes are handed over: a pipe that is cut by process exit would lose the end of the document.
    out: (text) =>
      new Promise((resolve) => {
        process.stdout.write(inert(text), () => resolve());
      }),
    err: (text) => void process.stderr.write(inert(text)),
    outIsTty: process.stdout.isTTY,
    errIsTty: process.stderr.isTTY,
    columns: process.stdout.columns || 80,
    env: process.env,
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask: askPerson } : {}),
  };
}

async function askPerson(question: string, { timeoutMs, signal }: AskLimits): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    return await new Promise((resolve) => {
      // Ctrl-C at a question means no; the command then goes on and puts things back.
      lines.once("close", () => resolve(null));
      limit.addEventListener("abort", () => resolve(null), { once: true });
      lines.question(inert(question), resolve);
    });
  } finally {
    lines.close();
  }
}

/** Exit codes of the terminal face; scripts depend on them. */
export const EXIT = {
  done: 0,
  problem: 1,
  usage: 2,
  inconclusive: 3,
  notChanged: 4,
  rolledBack: 5,
  interrupted: 130,
} as const;

/** One of {@link EXIT}'s values. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
