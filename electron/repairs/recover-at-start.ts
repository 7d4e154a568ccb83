import { existsSync } from "node:fs";
import { join } from "node:path";
import { createDnsBackend } from "../platform/dns/create-dns-backend.ts";
import { realDeps } from "../platform/machine-deps.ts";
import { knownOs } from "../platform/programs.ts";
import { createDnsDesk } from "./dns/create-desk.ts";
import type { DnsDesk } from "./dns/desk.ts";
import { type DnsRecoveryRun, recoverDns } from "./dns/recover.ts";

/** The desk of this machine; null on a system without a back end. */
export function openDnsDesk(dataFolder: string, appVersion: string): DnsDesk | null {
  const backend = createDnsBackend(knownOs(process.platform), realDeps());
  return backend === null ? null : createDnsDesk(backend, dataFolder, appVersion);
}

/** What a recovery at a start did. */
export type RecoveredAtStart = DnsRecoveryRun & {
  /** Records of changes that could not be read and were set aside: what stood before them is not known any more. */
  readonly damaged: number;
};

/** Recovery has this long at a start; what takes longer is left to the next one, or to the guard (ms). */
const AT_START_MS = 10_000;

/**
 * Puts right what an interrupted change left behind, without ever prompting. Null, and next to no time spent, on a
 * machine where nothing was ever changed. Never rejects: a recovery that fails must not keep the program from starting.
 */
export async function recoverAtStart(
  dataFolder: string,
  open: () => DnsDesk | null,
  report: (error: unknown) => void,
): Promise<RecoveredAtStart | null> {
  if (!existsSync(join(dataFolder, "journal"))) return null;
  try {
    const desk = open();
    if (desk === null) return null;
    // Looked at first: a damaged record is set aside at the first look, and then nobody would hear of it.
    const { damaged } = desk.journal.list();
    return { ...(await recoverDns(desk, false, AbortSignal.timeout(AT_START_MS))), damaged };
  } catch (error) {
    report(error);
    return null;
  }
}
