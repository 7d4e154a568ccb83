import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { DnsBackend } from "../../platform/dns/dns-backend.ts";
import { lockAddress, takeLock } from "../../storage/machine-lock.ts";
import type { DnsDesk } from "./desk.ts";
import { dnsJournal } from "./journal.ts";

/** The real desk: journal in the data folder (see storage/data-folder.ts), lock of this machine. */
export function createDnsDesk(backend: DnsBackend, dataFolder: string, appVersion: string): DnsDesk {
  return {
    backend,
    journal: dnsJournal(join(dataFolder, "journal")),
    lock: () => takeLock(lockAddress("dns", dataFolder)),
    appVersion,
    now: () => new Date(),
    randomHex: (bytes) => randomBytes(bytes).toString("hex"),
  };
}
