import { encode, type Answer, type Packet } from "dns-packet";
import { encodeQuery, prepare, type Asked } from "../../../electron/probes/dns/asked.ts";
import type { DnsQuestion } from "../../../electron/probes/probes.ts";

/** Every seed answers with this id. */
export const ID = 4_711;

/** A good answer, to be damaged, with the question it belongs to. */
export interface Seed {
  readonly asked: Asked;
  readonly message: Buffer;
}

const NAME = "www.example.com";

const a = (name: string, data: string): Answer => ({ type: "A", name, data, ttl: 60 });
const cname = (name: string, data: string): Answer => ({ type: "CNAME", name, data, ttl: 60 });
const soa: Answer = {
  type: "SOA",
  name: "example.com",
  ttl: 60,
  data: { mname: "ns.example.com", rname: "root.example.com", serial: 1, refresh: 2, retry: 3, expire: 4, minimum: 5 },
};

function opt(errors: readonly (readonly [number, string])[]): Answer {
  const options = errors.map(([code, text]) => {
    const data = Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(text)]);
    // The typings know no option 15 (RFC 8914).
    return { code: 15 as 12, data };
  });
  return {
    type: "OPT",
    name: ".",
    udpPayloadSize: 1_232,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options,
  };
}

function seed(question: DnsQuestion, parts: Partial<Packet> = {}): Seed {
  const asked = prepare(question);
  if (asked === null) throw new Error(`not askable: ${question.name}`);
  const { name, type, class: wanted } = question;
  const questions = [{ name, type, class: wanted ?? ("IN" as const) }];
  return { asked, message: encode({ type: "response", id: ID, questions, ...parts }) };
}

/** Answers of every kind that is read: addresses, chains, texts, authorities, extended errors, refusals. */
export const SEEDS: readonly Seed[] = [
  seed({ name: NAME, type: "A" }, { answers: [a(NAME, "192.0.2.1"), a(NAME, "192.0.2.2")], additionals: [opt([])] }),
  seed({ name: NAME, type: "A" }, { answers: [cname(NAME, "edge.example.net"), a("edge.example.net", "192.0.2.3")] }),
  seed({ name: NAME, type: "AAAA" }, { answers: [{ type: "AAAA", name: NAME, data: "2001:db8::1", ttl: 1 }] }),
  seed({ name: "example.com", type: "NS" }, { answers: [{ type: "NS", name: "example.com", data: "ns.example.com" }] }),
  seed({ name: "example.com", type: "SOA" }, { answers: [soa], additionals: [opt([[22, "no reachable authority"]])] }),
  seed({ name: "x.example", type: "TXT" }, { answers: [{ type: "TXT", name: "x.example", data: ["one", "two"] }] }),
  seed({ name: "id.server", type: "TXT", class: "CH" }, { answers: [] }),
  seed({ name: NAME, type: "A" }, { flags: 3, authorities: [soa], additionals: [opt([[15, "blocked"]])] }),
  seed({ name: NAME, type: "A" }, { flags: 2, additionals: [opt([[9, "DNSKEY missing"]])] }),
  seed({ name: NAME, type: "A" }, { flags: 0x0200 }),
  seed({ name: NAME, type: "A" }, { answers: [{ type: "MX", name: NAME, data: { exchange: "m.example" } }] }),
  ...queries(),
];

/** Queries that come back as they went: reflected by something on the way. */
function queries(): readonly Seed[] {
  const asked = prepare({ name: NAME, type: "A" });
  return asked === null ? [] : [{ asked, message: encodeQuery(asked, { id: ID, edns: true, padTo: null }) }];
}
