import { encode, RECURSION_DESIRED, CHECKING_DISABLED, type PacketOpt } from "dns-packet";
import { LIMITS } from "../limits.ts";
import type { DnsQuestion } from "../probes.ts";
import { foldName } from "./wire-name.ts";

/** Code points of the types and classes we ask for (IANA DNS parameters). */
const TYPE_CODES = { A: 1, NS: 2, CNAME: 5, SOA: 6, TXT: 16, AAAA: 28 } as const;
const CLASS_CODES = { IN: 1, CH: 3 } as const;

/** A question made ready: what replies are held against. */
export interface Asked {
  readonly question: DnsQuestion;
  /** Lower case, without the trailing dot; `.` for the root. */
  readonly name: string;
  readonly typeCode: number;
  readonly classCode: number;
  readonly className: "IN" | "CH";
}

/** Names are at most 253 characters in writing (RFC 1035, 2.3.4: 255 octets with lengths and root). */
const NAME_CHARACTERS = 253;

/** One label: 1 to 63 printable ASCII characters, no blank (international names come in their ASCII form). */
const LABEL = /^[!-~]{1,63}$/;

/** Makes a question ready; null when its name cannot be asked for. */
export function prepare(question: DnsQuestion): Asked | null {
  const name = foldName(question.name);
  const valid =
    question.name === "." || (name.length <= NAME_CHARACTERS && name.split(".").every((label) => LABEL.test(label)));
  if (!valid) return null;
  const className = question.class ?? "IN";
  return { question, name, typeCode: TYPE_CODES[question.type], classCode: CLASS_CODES[className], className };
}

/** What differs between the copies of one question on the wire. */
export interface Envelope {
  readonly id: number;
  /** Say that we speak EDNS (RFC 6891). Some old servers answer FORMERR to it and are asked again without. */
  readonly edns: boolean;
  /** Pad to a multiple of this many octets (RFC 8467 says 128 for queries); null: not encrypted, no use in padding. */
  readonly padTo: number | null;
}

/**
 * The query as octets. The case of the name is not mixed (0x20): enough resolvers and home routers answer with the name
 * in lower case, and an accusation of forging must not rest on that. A fresh port and a random id carry the guard.
 */
export function encodeQuery(asked: Asked, envelope: Envelope): Buffer {
  const { question } = asked;
  const flags = RECURSION_DESIRED | (question.checkingDisabled === true ? CHECKING_DISABLED : 0);
  const message = (options: PacketOpt[]): Buffer =>
    encode({
      type: "query",
      id: envelope.id,
      flags,
      questions: [{ name: asked.name, type: question.type, class: asked.className }],
      additionals: envelope.edns
        ? [
            {
              type: "OPT",
              name: ".",
              udpPayloadSize: LIMITS.dnsUdpPayload,
              extendedRcode: 0,
              ednsVersion: 0,
              flags: 0,
              flag_do: false,
              options,
            },
          ]
        : [],
    });
  const plain = message([]);
  if (envelope.padTo === null || !envelope.edns) return plain;
  const optionHead = 4;
  const over = (plain.length + optionHead) % envelope.padTo;
  return message([{ code: 12, type: "PADDING", length: over === 0 ? 0 : envelope.padTo - over }]);
}
