import { dnsCommand } from "../../../../../electron/cli/dns/dns.ts";
import { fixCommand } from "../../../../../electron/cli/fix.ts";
import type { AskLimits } from "../../../../../electron/cli/terminal/terminal.ts";
import { ok } from "../../../../../shared/lib/result.ts";
import type { References } from "../../../../../shared/model/references.ts";
import { depsOf, type World } from "../../repairs/dns/switch-world.ts";
import { fakeTerminal } from "../terminal/fake-terminal.ts";

/** Who sits at the terminal. */
interface Person {
  /** Answers in order; null: no answer. Absent: nobody is there. */
  readonly answers?: readonly (string | null)[];
  readonly references?: Partial<References>;
}

async function ran(command: typeof dnsCommand, line: string, world: World, { answers, references }: Person = {}) {
  const asked: { question: string; limits: AskLimits }[] = [];
  const ask = async (question: string, limits: AskLimits): Promise<string | null> => {
    asked.push({ question, limits });
    return answers?.[asked.length - 1] ?? null;
  };
  const terminal = fakeTerminal(answers === undefined ? {} : { ask });
  const words = line.split(" ").filter((word) => word !== "");
  const code = await command(words, terminal, async () => ok(depsOf(world, references)));
  return { code, ...terminal.written, asked };
}

/** Runs `dns LINE` on a machine in memory. */
export const dns = (line: string, world: World, person: Person = {}) => ran(dnsCommand, line, world, person);
/** Runs `fix LINE` likewise. */
export const fix = (line: string, world: World, person: Person = {}) => ran(fixCommand, line, world, person);

/** A document that was printed. */
export function json(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}
