import type { Answer, DecodedPacket, TxtData } from "dns-packet";
import { SocketAddress } from "node:net";
import type { DnsOutcome } from "../../../shared/model/facts/dns-facts.ts";
import type { Asked } from "./asked.ts";
import { cleanText } from "./clean-text.ts";
import { foldName } from "./wire-name.ts";

/** What a well-formed reply to our question says. */
export interface ReplyContent {
  readonly outcome: DnsOutcome;
  readonly rcode: string;
  readonly addresses: readonly string[];
  readonly records: readonly string[];
  readonly cnames: readonly string[];
  readonly ttl: number | null;
  readonly ede: readonly { readonly code: number; readonly text: string }[];
  readonly authenticated: boolean;
}

/** Aliases followed inside one answer; resolvers themselves stop at 8 to 17 (unbound 11, BIND 16). */
const CHAIN_LINKS = 17;

/** Records kept of one answer. Nobody reads more, and a report must stay small; real answers have at most dozens. */
const RECORDS = 256;

/** Extended errors kept of one reply. */
const EXTENDED_ERRORS = 8;

/** EDNS option of RFC 8914. */
const EDE_OPTION: number = 15;

/** RCODEs by number (IANA); 16 and up need EDNS. */
const RCODES: ReadonlyMap<number, string> = new Map([
  [0, "NOERROR"],
  [1, "FORMERR"],
  [2, "SERVFAIL"],
  [3, "NXDOMAIN"],
  [4, "NOTIMP"],
  [5, "REFUSED"],
  [6, "YXDOMAIN"],
  [7, "YXRRSET"],
  [8, "NXRRSET"],
  [9, "NOTAUTH"],
  [10, "NOTZONE"],
  [16, "BADVERS"],
  [23, "BADCOOKIE"],
]);

/** Records are answers of a known type with a name, a class and a TTL: everything but EDNS's OPT. */
type DataAnswer = Exclude<Answer, { type: "OPT" }>;

/** Reads what the reply says. The message has been checked to be sound and to answer the question. */
export function readContent(packet: DecodedPacket, asked: Asked, headerRcode: number): ReplyContent {
  const options = optionsOf(packet);
  const code = headerRcode | (options.extendedRcode << 4);
  const usable = (packet.answers ?? []).filter((answer): answer is DataAnswer => isUsable(answer, asked));
  const { cnames, links, owner } = followAliases(usable, asked);
  const final = usable
    .filter((answer) => answer.type === asked.question.type && foldName(answer.name) === owner)
    .slice(0, RECORDS);
  const found = code === 0 && final.length > 0;
  const ttls = [...links, ...final].map((answer) => safeTtl(answer.ttl));
  return {
    outcome: outcomeOf(code, found),
    rcode: RCODES.get(code) ?? `RCODE${code}`,
    addresses: found ? [...new Set(final.flatMap(addressOf))] : [],
    records: found ? final.flatMap(textOf) : [],
    cnames,
    ttl: found ? Math.min(...ttls) : null,
    ede: options.ede,
    authenticated: packet.flag_ad,
  };
}

function outcomeOf(code: number, found: boolean): DnsOutcome {
  switch (code) {
    case 0:
      return found ? "answer" : "no-data";
    case 2:
      return "servfail";
    case 3:
      return "nxdomain";
    case 5:
      return "refused";
    default:
      return "other-rcode";
  }
}

/** The decoder takes the top bit of the class for mDNS's cache flush; in unicast DNS that is another class. */
function isUsable(answer: Answer, asked: Asked): boolean {
  return answer.type !== "OPT" && answer.class === asked.className && answer.flush !== true;
}

/**
 * Follows the CNAMEs from the asked name. Records for any other name are nobody's answer to our question and count for
 * nothing, wherever they point.
 */
function followAliases(
  answers: readonly DataAnswer[],
  asked: Asked,
): { readonly cnames: readonly string[]; readonly links: readonly DataAnswer[]; readonly owner: string } {
  const cnames: string[] = [];
  const links: DataAnswer[] = [];
  const seen = new Set([asked.name]);
  let owner = asked.name;
  if (asked.question.type === "CNAME") return { cnames: [], links, owner };
  while (cnames.length < CHAIN_LINKS) {
    const from = owner;
    const alias = answers.find((answer) => answer.type === "CNAME" && foldName(answer.name) === from);
    if (alias?.type !== "CNAME") break;
    owner = foldName(alias.data);
    cnames.push(cleanText(owner));
    links.push(alias);
    if (seen.has(owner)) break;
    seen.add(owner);
  }
  return { cnames, links, owner };
}

/** A TTL with the top bit set counts as zero (RFC 2181, section 8). */
function safeTtl(ttl: number | undefined): number {
  return ttl === undefined || ttl > 0x7fff_ffff ? 0 : ttl;
}

function addressOf(answer: DataAnswer): readonly string[] {
  if (answer.type === "A") return [answer.data];
  // Through the system's own formatter, so that equal addresses are equal texts wherever they came from.
  if (answer.type === "AAAA") return [new SocketAddress({ address: answer.data, family: "ipv6" }).address];
  return [];
}

function textOf(answer: DataAnswer): readonly string[] {
  switch (answer.type) {
    case "TXT":
      return [cleanText(txtOf(answer.data))];
    case "NS":
    case "CNAME":
      return [cleanText(foldName(answer.data))];
    case "SOA":
      return [cleanText([answer.data.mname, answer.data.rname, answer.data.serial ?? 0].join(" "))];
    default:
      return [];
  }
}

/** The strings of one TXT record, joined without a gap as RFC 7208 and others read them. */
function txtOf(data: TxtData): string {
  const parts = Array.isArray(data) ? data : [data];
  return parts.map((part) => (typeof part === "string" ? part : part.toString("utf8"))).join("");
}

/** What EDNS adds: upper bits of the RCODE and extended errors. Nothing when the reply has no OPT record. */
function optionsOf(packet: DecodedPacket): {
  readonly extendedRcode: number;
  readonly ede: readonly { readonly code: number; readonly text: string }[];
} {
  const opt = (packet.additionals ?? []).find((answer) => answer.type === "OPT");
  if (opt?.type !== "OPT") return { extendedRcode: 0, ede: [] };
  const data = opt.options
    .filter((option) => option.code === EDE_OPTION)
    .flatMap((option) => (option.data === undefined || option.data.length < 2 ? [] : [option.data]));
  const ede = data
    .slice(0, EXTENDED_ERRORS)
    .map((option) => ({ code: option.readUInt16BE(0), text: cleanText(option.toString("utf8", 2)) }));
  return { extendedRcode: opt.extendedRcode, ede };
}
