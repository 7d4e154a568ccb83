import { homedir } from "node:os";
import { APP_VERSION } from "../../../shared/lib/app-version.ts";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { ENGLISH } from "../../../shared/text/english.ts";
import { createTranslator, type Translator } from "../../../shared/text/translator.ts";
import { systemServersOf } from "../../engine/references.ts";
import { thisMachine } from "../../platform/this-machine.ts";
import { createProbes } from "../../probes/create-probes.ts";
import { openDnsDesk } from "../../repairs/recover-at-start.ts";
import type { DnsRepairDeps } from "../../repairs/dns/switch-dns.ts";
import { dataFolder } from "../../storage/data-folder.ts";
import { referencesFor } from "../diagnose/start-diagnosis.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** What the DNS commands work with; tests give their own. The error is one sentence. */
export type OpenDns = (terminal: Terminal) => Promise<Result<DnsRepairDeps, string>>;

/** One DNS command: what it works with, its words, its terminal, its language. */
export interface DnsCall {
  readonly deps: DnsRepairDeps;
  readonly terminal: Terminal;
  readonly t: Translator;
  /** Ends with Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The words of the terminal. */
export function terminalWords(): Translator {
  return createTranslator("en", { en: ENGLISH });
}

/** The folder of all data, by the environment of a terminal. */
export function dataFolderOf({ env }: Terminal): string {
  return dataFolder({ platform: process.platform, env, home: homedir() });
}

/** The real machine. */
export const openDns: OpenDns = async (terminal) => {
  const references = await referencesFor({ referencesFile: null }, terminal.env);
  if (!references.ok) return references;
  const desk = openDnsDesk(dataFolderOf(terminal), APP_VERSION);
  if (desk === null) return fail("DNS settings of this operating system are not known to GoodGateway.");
  const probes = createProbes({ systemServers: systemServersOf(references.value) });
  return ok({ desk, machine: await thisMachine(), probes, references: references.value });
};

/** Runs work that Ctrl-C can end in an orderly way: the first one cancels, and what was begun is put back. */
export async function withCancel(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const cancel = new AbortController();
  const stop = (): void => cancel.abort();
  process.once("SIGINT", stop);
  try {
    return await work(cancel.signal);
  } finally {
    process.off("SIGINT", stop);
  }
}
