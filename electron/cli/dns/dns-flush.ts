import { flushDns } from "../../repairs/flush-dns.ts";
import type { DnsCall } from "./dns-deps.ts";
import { sayFailure } from "./dns-words.ts";
import { EXIT } from "../terminal/terminal.ts";

/** `dns flush`: a prompt for the administrator's rights only where somebody is there to answer it. */
export async function dnsFlush({ deps, terminal, t, signal }: DnsCall): Promise<number> {
  const flushed = await flushDns(deps.desk.backend, terminal.ask !== undefined, signal);
  if (!flushed.ok) {
    terminal.err(`  ${sayFailure(t, flushed.error.code, flushed.error.detail)}\n`);
    return EXIT.notChanged;
  }
  const { outcome, proved, caches } = flushed.value;
  const emptied = outcome === "flushed" || outcome === "partly";
  const proof = emptied ? ` ${t(proved === true ? "dns.flush.proved" : "dns.flush.not-proved")}` : "";
  const rows = caches.map((one) => `    ${one.cache}: ${one.outcome}\n`).join("");
  await terminal.out(`  ${t(`dns.flush.${outcome}`)}${proof}\n${rows}`);
  return outcome === "failed" || outcome === "needs-admin" ? EXIT.notChanged : EXIT.done;
}
