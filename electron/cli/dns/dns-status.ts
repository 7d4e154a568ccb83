import type { DnsFamily, DnsLink, DnsStatus } from "../../../shared/model/dns-settings.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import type { DnsDesk } from "../../repairs/dns/desk.ts";
import { isOpen } from "../../repairs/dns/journal.ts";
import type { DnsCall } from "./dns-deps.ts";
import { sayFailure } from "./dns-words.ts";
import { printable } from "../terminal/style.ts";
import { EXIT } from "../terminal/terminal.ts";

/** A change that waits to be kept. */
interface OpenChange {
  readonly id: string;
  readonly state: string;
  readonly servers: readonly string[];
  /** Until its guard puts it back; null when that is not known. */
  readonly secondsLeft: number | null;
}

/** `dns status`: adapters, their servers, where each comes from, who manages them. */
export async function dnsStatus({ deps, terminal, t, signal }: DnsCall, json: boolean): Promise<number> {
  const { desk } = deps;
  const status = await desk.backend.read(signal);
  if (!status.ok) {
    terminal.err(`${sayFailure(t, "failed", [status.error.code, status.error.detail].filter(Boolean).join(": "))}\n`);
    return EXIT.notChanged;
  }
  const open = await openChange(desk, signal);
  const { links: adapters, ...rest } = status.value;
  const document = { schemaVersion: 1, os: desk.backend.os, ...rest, adapters, openChange: open };
  await terminal.out(json ? `${JSON.stringify(document, null, 2)}\n` : human(status.value, open, t));
  return EXIT.done;
}

async function openChange(desk: DnsDesk, signal: AbortSignal): Promise<OpenChange | null> {
  const change = desk.journal.list().changes.find((one) => isOpen(one));
  if (change === undefined) return null;
  const { secondsLeft } = await desk.backend.guardReport(change, signal);
  return { id: change.id, state: change.state, servers: change.plan.servers, secondsLeft };
}

function human(status: DnsStatus, open: OpenChange | null, t: Translator): string {
  const { manager, readOnly, links, globalServers, overrides, file } = status;
  const lines = [
    `  DNS is kept by ${t(`dns.manager.${manager}`)}.`,
    ...(readOnly === null ? [] : [`  ${t(`dns.read-only.${readOnly}`)}`]),
    ...links.flatMap((link) => linkLines(link, t)),
    ...(globalServers.length === 0 ? [] : ["", `  For all connections: ${globalServers.join(", ")}`]),
    ...(file === null ? [] : ["", `  ${file.path}: ${fileWords(file)}`]),
    ...(overrides.length === 0 ? [] : ["", "  What comes first:"]),
    ...overrides.map(({ kind, detail }) => `    · ${kind}${detail === "" ? "" : `: ${detail}`}`),
    ...(open === null ? [] : ["", `  A change to ${open.servers.join(", ")} is open${leftWords(open)}.`]),
  ];
  return `\n${printable(lines.join("\n"))}\n\n`;
}

function linkLines(link: DnsLink, t: Translator): readonly string[] {
  const { id, name, interfaceName, defaultRoute, searchDomains, encryption } = link;
  const called = [interfaceName !== null && interfaceName !== name ? interfaceName : "", `id ${id}`];
  return [
    "",
    `  ${name} (${called.filter(Boolean).join(", ")})${defaultRoute ? " · the way out" : ""}`,
    `    IPv4  ${familyWords(link.v4, t)}`,
    `    IPv6  ${familyWords(link.v6, t)}`,
    ...(searchDomains.length === 0 ? [] : [`    search ${searchDomains.join(" ")}`]),
    ...(encryption === null ? [] : [`    encrypted: ${encryption.kind}, ${encryption.strictness}`]),
  ];
}

function familyWords({ origin, configured, inUse }: DnsFamily, t: Translator): string {
  const servers = inUse ?? configured;
  const where = t(`dns.origin.${origin}`);
  return servers.length === 0 ? where : `${servers.join(", ")} · ${where}`;
}

function fileWords({ kind, linkTarget, servers }: NonNullable<DnsStatus["file"]>): string {
  const what = kind === "symlink" ? `link to ${linkTarget ?? "?"}` : kind;
  return servers.length === 0 ? what : `${what}, names ${servers.join(", ")}`;
}

function leftWords({ secondsLeft }: OpenChange): string {
  return secondsLeft === null ? "" : ` and goes back in ${secondsLeft} s unless it is kept`;
}
