import { setTimeout } from "node:timers/promises";
import { APP_VERSION } from "../../shared/lib/app-version.ts";
import type { Translator } from "../../shared/text/translator.ts";
import type { DnsDesk } from "../repairs/dns/desk.ts";
import { type DnsRecovery, type DnsRecoveryRun, recoverDns } from "../repairs/dns/recover.ts";
import { openDnsDesk, recoverAtStart } from "../repairs/recover-at-start.ts";
import { dataFolderOf, terminalWords } from "./dns/dns-deps.ts";
import { sayFailure } from "./dns/dns-words.ts";
import { printable } from "./terminal/style.ts";
import { EXIT, type Terminal } from "./terminal/terminal.ts";

/** Another program of ours that only starts or ends holds the lock for less than this, ms. */
const PATIENCE_MS = 3_000;
const PAUSE_MS = 200;

type OpenDesk = (terminal: Terminal) => DnsDesk | null;

const openDesk: OpenDesk = (terminal) => openDnsDesk(dataFolderOf(terminal), APP_VERSION);

/**
 * `recover`: puts right whatever an interrupted change left behind; may ask for the administrator's rights. Exit codes
 * 0 nothing is left to do, 1 something could not be put back, 2 usage, 4 another GoodGateway is at work.
 */
export async function recoverCommand(
  words: readonly string[],
  terminal: Terminal,
  open: OpenDesk = openDesk,
  patienceMs = PATIENCE_MS,
): Promise<number> {
  const wrong = words.find((word) => word !== "--json");
  if (wrong !== undefined) {
    terminal.err(`"${printable(wrong)}" was not expected.\n`);
    return EXIT.usage;
  }
  const json = words.includes("--json");
  const t = terminalWords();
  const desk = open(terminal);
  const run: DnsRecoveryRun = desk === null ? { kind: "done", recoveries: [] } : await recoverSoon(desk, patienceMs);
  await terminal.out(json ? `${JSON.stringify(documentOf(run), null, 2)}\n` : human(run, t));
  if (run.kind === "busy") return EXIT.notChanged;
  return run.recoveries.some(isLeft) ? EXIT.problem : EXIT.done;
}

/** Waits a little for another program of ours: who asks for recovery by name (an uninstaller, too) asks once. */
async function recoverSoon(desk: DnsDesk, patienceMs: number): Promise<DnsRecoveryRun> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    // No interruption of its own: what it begins it brings to an end.
    // oxlint-disable-next-line no-await-in-loop -- one try after the other is the point
    const run = await recoverDns(desk, true, new AbortController().signal);
    if (run.kind !== "busy" || waited >= patienceMs) return run;
    // oxlint-disable-next-line no-await-in-loop
    await setTimeout(PAUSE_MS);
  }
}

/** The same at the start of every other command: silent when there was nothing, never a prompt, never in the way. */
export async function recoverBeforeCommand(terminal: Terminal, open: OpenDesk = openDesk): Promise<void> {
  const t = terminalWords();
  const run = await recoverAtStart(
    dataFolderOf(terminal),
    () => open(terminal),
    (error) => terminal.err(`Recovery broke: ${printable(error instanceof Error ? error.message : String(error))}\n`),
  );
  if (run === null) return;
  if (run.damaged > 0) terminal.err(`${t("dns.recover.damaged", { count: run.damaged })}\n`);
  if (run.kind === "busy") return;
  const told = run.recoveries.filter((recovery) => recovery.outcome !== "live" && !wentBackAsAgreed(recovery));
  for (const recovery of told) terminal.err(`${sentence(recovery, t)}\n`);
}

/** A change that was made for some seconds went back at its time: nothing was interrupted. */
function wentBackAsAgreed({ change, outcome }: DnsRecovery): boolean {
  return outcome === "closed" && change.mode.kind === "keep-for" && change.end === "restored-by-guard";
}

function isLeft({ outcome }: DnsRecovery): boolean {
  return outcome === "failed" || outcome === "needs-admin";
}

function documentOf(run: DnsRecoveryRun) {
  if (run.kind === "busy") return { schemaVersion: 1, busy: true, changes: [] };
  const changes = run.recoveries.map(({ change, outcome, failure }) => {
    const { id, startedAt, state, end } = change;
    return { id, startedAt, outcome, state, end, failure: failure?.code ?? null };
  });
  return { schemaVersion: 1, busy: false, changes };
}

function human(run: DnsRecoveryRun, t: Translator): string {
  if (run.kind === "busy") return `  ${t("dns.recover.busy")}\n`;
  if (run.recoveries.length === 0) return `  ${t("dns.recover.nothing")}\n`;
  return run.recoveries.map((recovery) => `  ${sentence(recovery, t)}\n`).join("");
}

function sentence(recovery: DnsRecovery, t: Translator): string {
  const { change, outcome, failure } = recovery;
  const when = `${change.startedAt.slice(0, 16).replace("T", " ")} UTC`;
  if (outcome === "failed") {
    return t("dns.recover.failed", { when, reason: sayFailure(t, failure?.code ?? "failed", failure?.detail ?? "") });
  }
  if (outcome !== "closed") return t(`dns.recover.${outcome}`, { when });
  if (wentBackAsAgreed(recovery)) return t("dns.recover.on-time", { when });
  if (change.state === "committed") return t("dns.recover.kept", { when });
  return t(change.end === "theirs-now" ? "dns.recover.theirs" : "dns.recover.closed", { when });
}
