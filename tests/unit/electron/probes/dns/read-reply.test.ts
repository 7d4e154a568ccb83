import { encode, type Answer } from "dns-packet";
import { describe, expect, it } from "vitest";
import { encodeQuery, prepare } from "../../../../../electron/probes/dns/asked.ts";
import { readReply, type ReadReply } from "../../../../../electron/probes/dns/read-reply.ts";
import type { ReplyContent } from "../../../../../electron/probes/dns/reply-content.ts";
import type { DnsQuestion } from "../../../../../electron/probes/probes.ts";
import { a, aaaa, cname, opt, replyTo, type ReplyParts } from "./fake-dns-server.ts";

const ID = 4_711;
const NAME = "www.example";

function judge(message: Buffer, question: DnsQuestion = { name: NAME, type: "A" }, datagram = true): ReadReply {
  const asked = prepare(question);
  if (asked === null) throw new Error("not askable");
  return readReply(message, asked, { id: ID, edns: true, datagram });
}

function query(question: DnsQuestion = { name: NAME, type: "A" }): Buffer {
  const asked = prepare(question);
  if (asked === null) throw new Error("not askable");
  return encodeQuery(asked, { id: ID, edns: true, padTo: null });
}

function content(parts: ReplyParts, question?: DnsQuestion): ReplyContent {
  const read = judge(replyTo(query(question), parts), question);
  if (read.kind !== "reply") throw new Error(`not a reply: ${read.kind}`);
  return read.content;
}

describe("a reply's content", () => {
  it("is the addresses at the end of the chain that starts at the asked name", () => {
    expect(
      content({
        answers: [
          a("evil.example", "203.0.113.66"),
          cname("WWW.example", "edge.example", 60),
          a("third.example", "203.0.113.67", 5),
          cname("edge.example", "Third.EXAMPLE.", 30),
          a("third.example", "192.0.2.2", 90),
        ],
      }),
    ).toMatchObject({
      outcome: "answer",
      rcode: "NOERROR",
      addresses: ["203.0.113.67", "192.0.2.2"],
      cnames: ["edge.example", "third.example"],
      ttl: 5,
    });
  });

  it("is no data when only other names have addresses", () => {
    expect(content({ answers: [a("other.example", "192.0.2.1")] })).toMatchObject({
      outcome: "no-data",
      addresses: [],
      ttl: null,
    });
  });

  it("is no data when the alias leads to nothing, in a circle or on for too long", () => {
    expect(content({ answers: [cname(NAME, "gone.example")] })).toMatchObject({
      outcome: "no-data",
      cnames: ["gone.example"],
    });
    expect(content({ answers: [cname(NAME, "b.example"), cname("b.example", NAME)] })).toMatchObject({
      outcome: "no-data",
      cnames: ["b.example", NAME],
    });
    const names = [NAME, ...Array.from({ length: 30 }, (_, at) => `n${at}.example`)];
    const chain = names.slice(1).map((name, at) => cname(names[at] ?? "", name));
    const long = content({ answers: [...chain, a("n29.example", "192.0.2.1")] });
    expect(long.outcome).toBe("no-data");
    expect(long.cnames).toHaveLength(17);
  });

  it("ignores records of another class, mDNS's flush bit included", () => {
    expect(content({ answers: [{ type: "A", name: NAME, data: "192.0.2.1", class: "CH" }] }).outcome).toBe("no-data");
    expect(content({ answers: [{ type: "A", name: NAME, data: "192.0.2.1", flush: true }] }).outcome).toBe("no-data");
  });

  it("writes IPv6 addresses the one short way and drops doubles", () => {
    const question: DnsQuestion = { name: NAME, type: "AAAA" };
    const answers = [
      aaaa(NAME, "2001:0DB8:0:0:0:0:0:1"),
      aaaa(NAME, "2001:db8::1"),
      aaaa(NAME, "::ffff:192.0.2.1"),
      aaaa(NAME, "2001:db8:0:0:1:0:0:1"),
    ];
    expect(content({ answers }, question).addresses).toEqual(["2001:db8::1", "::ffff:192.0.2.1", "2001:db8::1:0:0:1"]);
  });

  it("reads TXT, NS, SOA and CNAME records as text", () => {
    const txt: Answer = { type: "TXT", name: "id.server", class: "CH", data: [Buffer.from("F"), Buffer.from("RA")] };
    expect(content({ answers: [txt] }, { name: "id.server", type: "TXT", class: "CH" }).records).toEqual(["FRA"]);
    const ns: Answer = { type: "NS", name: NAME, data: "NS1.example" };
    expect(content({ answers: [ns] }, { name: NAME, type: "NS" }).records).toEqual(["ns1.example"]);
    const soa: Answer = { type: "SOA", name: NAME, data: { mname: "ns.example", rname: "root.example", serial: 7 } };
    expect(content({ answers: [soa] }, { name: NAME, type: "SOA" }).records).toEqual(["ns.example root.example 7"]);
    expect(content({ answers: [cname(NAME, "edge.example")] }, { name: NAME, type: "CNAME" })).toMatchObject({
      outcome: "answer",
      records: ["edge.example"],
    });
  });

  it("keeps control and direction characters out of texts and bounds their length", () => {
    const evil = `\u001b[31mred\r\n\u202ebla<b>${"x".repeat(200)}`;
    const txt: Answer = { type: "TXT", name: NAME, data: Array.from({ length: 8 }, () => Buffer.from(evil)) };
    const [text = ""] = content({ answers: [txt] }, { name: NAME, type: "TXT" }).records;
    expect(text).toMatch(/^\ufffd\[31mred\ufffd\ufffd\ufffdbla<b>x/u);
    expect(text.length).toBe(1_024);
  });

  it.each([
    [0, 0, "no-data", "NOERROR"],
    [1, 1, "other-rcode", "BADVERS RCODE17"],
    [2, 0, "servfail", "SERVFAIL"],
    [3, 0, "nxdomain", "NXDOMAIN"],
    [5, 0, "refused", "REFUSED"],
    [9, 0, "other-rcode", "NOTAUTH"],
    [0, 1, "other-rcode", "BADVERS"],
    [12, 0, "other-rcode", "RCODE12"],
  ])("says RCODE %i with upper bits %i as %s", (rcode, upper, outcome, name) => {
    const read = content({ rcode, additionals: [opt([], upper)] });
    expect(read.outcome).toBe(outcome);
    expect(name.split(" ")).toContain(read.rcode);
  });

  it("gives no addresses with an error code, whatever the answer section holds", () => {
    expect(content({ rcode: 3, answers: [a(NAME, "192.0.2.1")] })).toMatchObject({
      outcome: "nxdomain",
      addresses: [],
      ttl: null,
    });
  });

  it("reads extended errors and the AD bit", () => {
    const ede = [
      { code: 15, text: "blocked by \u0007list" },
      { code: 3, text: "" },
    ];
    expect(content({ rcode: 3, flags: 1 << 5, additionals: [opt(ede)] })).toMatchObject({
      authenticated: true,
      ede: [
        { code: 15, text: "blocked by \ufffdlist" },
        { code: 3, text: "" },
      ],
    });
    expect(content({ rcode: 0 })).toMatchObject({ authenticated: false, ede: [] });
  });

  it("counts a TTL with its top bit set as zero", () => {
    expect(content({ answers: [a(NAME, "192.0.2.1", 0x8000_0001)] }).ttl).toBe(0);
  });

  it("keeps at most 256 records of one answer", () => {
    const answers = Array.from({ length: 400 }, (_, at) => a(NAME, `10.0.${at >> 8}.${at & 255}`));
    expect(content({ answers }).addresses).toHaveLength(256);
  });

  it("is not spoilt by an odd record of a type that is not read", () => {
    const odd: Answer = { type: "RRSIG" as "NULL", name: NAME, data: Buffer.from([1, 2, 3]) };
    const message = replyTo(query(), { answers: [a(NAME, "192.0.2.1"), { ...odd, type: "NULL" }] });
    // The NULL record becomes a signature of three octets.
    const at = message.lastIndexOf(Buffer.from([0, 10, 0, 1]));
    message.writeUInt16BE(46, at);
    expect(judge(message)).toMatchObject({ kind: "reply", content: { addresses: ["192.0.2.1"] } });
  });
});

describe("a message that is no answer to our question", () => {
  const good = (): Buffer => replyTo(query(), { answers: [a(NAME, "192.0.2.1")] });

  it("is foreign with another id, without QR, with another opcode", () => {
    expect(judge(good()).kind).toBe("reply");
    expect(judge(replyTo(query(), { id: ID + 1 })).kind).toBe("foreign");
    expect(judge(query()).kind).toBe("foreign");
    const notify = good();
    notify.writeUInt16BE(notify.readUInt16BE(2) | (4 << 11), 2);
    expect(judge(notify).kind).toBe("foreign");
  });

  it.each<[string, ReplyParts["questions"]]>([
    ["name", [{ name: "www.exampel", type: "A" }]],
    ["type", [{ name: NAME, type: "AAAA" }]],
    ["class", [{ name: NAME, type: "A", class: "CH" }]],
    [
      "number",
      [
        { name: NAME, type: "A" },
        { name: NAME, type: "A" },
      ],
    ],
    ["absence", []],
  ])("is foreign when the question differs in %s", (_what, questions) => {
    expect(judge(replyTo(query(), { questions, answers: [a(NAME, "192.0.2.1")] })).kind).toBe("foreign");
  });

  it("fits when only the case of the name differs", () => {
    expect(judge(replyTo(query(), { questions: [{ name: "WWW.eXample", type: "A" }] })).kind).toBe("reply");
  });

  it("may lack the question when the server could not parse it", () => {
    expect(judge(replyTo(query(), { questions: [], rcode: 1 })).kind).toBe("no-edns");
    expect(judge(replyTo(query(), { questions: [], rcode: 1, additionals: [opt()] }))).toMatchObject({
      kind: "reply",
      content: { outcome: "other-rcode", rcode: "FORMERR" },
    });
    expect(judge(replyTo(query(), { questions: [], rcode: 2 })).kind).toBe("foreign");
  });

  it("is unreadable with our id and a broken question, foreign when even that is missing", () => {
    expect(judge(good().subarray(0, 2)).kind).toBe("unreadable");
    expect(judge(good().subarray(0, 14)).kind).toBe("unreadable");
    expect(judge(Buffer.alloc(0)).kind).toBe("foreign");
    expect(judge(Buffer.from([1])).kind).toBe("foreign");
    const loop = good();
    loop.writeUInt16BE(0xc00c, 12);
    expect(judge(loop).kind).toBe("unreadable");
  });
});

describe("a broken answer", () => {
  const ANSWER_AT = 12 + NAME.length + 2 + 4;
  const good = (): Buffer => replyTo(query(), { answers: [a(NAME, "192.0.2.1")] });

  it("is malformed at every cut behind the question", () => {
    const whole = good();
    for (let length = ANSWER_AT; length < whole.length; length += 1) {
      expect(judge(whole.subarray(0, length)).kind).toBe("malformed");
    }
  });

  it("is malformed with absurd counts", () => {
    const absurd = good();
    absurd.writeUInt16BE(0xffff, 6);
    absurd.writeUInt16BE(0xffff, 8);
    absurd.writeUInt16BE(0xffff, 10);
    expect(judge(absurd).kind).toBe("malformed");
  });

  it("is malformed with compression loops in names and data", () => {
    const ownerLoop = Buffer.concat([
      replyTo(query()),
      Buffer.from([0xc0, ANSWER_AT, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 1, 2, 3, 4]),
    ]);
    ownerLoop.writeUInt16BE(1, 6);
    expect(judge(ownerLoop).kind).toBe("malformed");
    const dataLoop = Buffer.concat([
      replyTo(query()),
      Buffer.from([0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 9, 0, 2, 0xc0, ANSWER_AT + 12]),
    ]);
    dataLoop.writeUInt16BE(1, 6);
    expect(judge(dataLoop).kind).toBe("malformed");
  });

  it.each([
    ["an address of 3 octets", 1, [192, 0, 2]],
    ["an IPv6 address of 4 octets", 28, [192, 0, 2, 1]],
    ["an alias with octets behind it", 5, [1, 97, 0, 7]],
    ["a text that ends early", 16, [5, 97]],
    ["a short start of authority", 6, [0, 0, 1]],
    ["a start of authority without names", 6, [0xff]],
    ["an EDNS option that ends early", 41, [0, 15, 0, 9, 0, 1]],
    ["an EDNS option without a length", 41, [0, 15, 0]],
  ])("is malformed with %s", (_what, type, data) => {
    const bytes = Buffer.concat([
      replyTo(query()),
      Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 9, 0, data.length, ...data]),
    ]);
    bytes.writeUInt16BE(1, type === 41 ? 10 : 6);
    expect(judge(bytes).kind).toBe("malformed");
  });

  it("is truncated over UDP even where the rest is cut, and read as it is over a stream", () => {
    const cut = good().subarray(0, ANSWER_AT + 3);
    cut.writeUInt16BE(cut.readUInt16BE(2) | 0x0200, 2);
    expect(judge(cut).kind).toBe("truncated");
    expect(judge(cut, undefined, false).kind).toBe("malformed");
  });

  it("costs milliseconds even when it is 65,535 octets of pointers to pointers", () => {
    const head = replyTo(query());
    const links = Array.from({ length: 8_000 }, (_, at) => {
      const target = at === 0 ? 12 : head.length + 11 + (at - 1) * 2;
      return [0xc0 | (target >> 8), target & 0xff];
    }).flat();
    const chain = Buffer.concat([
      Buffer.from([0, 0, 15, 0, 1, 0, 0, 0, 9, links.length >> 8, links.length & 255]),
      Buffer.from(links),
    ]);
    const last = head.length + 11 + 7_999 * 2;
    const record = [0xc0 | (last >> 8), last & 255, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 1, 2, 3, 4];
    const records = Array.from({ length: 3_000 }, () => record).flat();
    const bytes = Buffer.concat([head, chain, Buffer.from(records)]).subarray(0, 65_535);
    bytes.writeUInt16BE(3_001, 6);
    const startedAt = performance.now();
    expect(judge(bytes, undefined, false).kind).toBe("malformed");
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

/** A small generator with a fixed seed (mulberry32), so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("mutated replies", () => {
  it("never throw and never pass for an answer under another id or to another question", () => {
    const next = random(20_240_601);
    const pick = (below: number): number => Math.floor(next() * below);
    const seed = replyTo(query(), {
      answers: [
        cname(NAME, "edge.example"),
        a("edge.example", "192.0.2.1"),
        { type: "TXT", name: NAME, data: ["hello", "world"] },
      ],
      authorities: [{ type: "SOA", name: "example", data: { mname: "ns.example", rname: "root.example" } }],
      additionals: [opt([{ code: 22, text: "no reachable authority" }]), aaaa("edge.example", "2001:db8::1")],
    });
    const rightStart = seed.subarray(12, 12 + NAME.length + 6).toString("latin1");
    const wrong: string[] = [];
    const kinds = new Map<string, number>();
    for (let round = 0; round < 5_000; round += 1) {
      let bytes = Buffer.from(seed);
      for (let change = pick(6); change >= 0; change -= 1) {
        const at = pick(bytes.length);
        switch (pick(5)) {
          case 0:
            bytes[at] = pick(256);
            break;
          case 1:
            bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8));
            break;
          case 2:
            bytes = bytes.subarray(0, Math.max(1, at));
            break;
          case 3:
            bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from([pick(256)]), bytes.subarray(at)]);
            break;
          default:
            bytes = Buffer.concat([
              bytes.subarray(0, at),
              Buffer.from([0xc0 | pick(64), pick(256)]),
              bytes.subarray(at + 2),
            ]);
        }
      }
      const read = judge(bytes, undefined, pick(2) === 0);
      kinds.set(read.kind, (kinds.get(read.kind) ?? 0) + 1);
      // Everything up to the end of the question must be what a right answer has there.
      const start = bytes
        .subarray(12, 12 + NAME.length + 6)
        .toString("latin1")
        .toLowerCase();
      const right = bytes.length > 12 && bytes.readUInt16BE(0) === ID && start === rightStart;
      if (read.kind === "reply" && read.content.outcome === "answer" && !right) wrong.push(bytes.toString("hex"));
    }
    expect(wrong).toEqual([]);
    // The campaign must have met the ways to judge a message, or it proves nothing.
    expect([...kinds.keys()].sort()).toEqual(["foreign", "malformed", "reply", "truncated", "unreadable"]);
  });

  it("never throw when they are nothing but noise behind a right header", () => {
    const next = random(7);
    for (let round = 0; round < 2_000; round += 1) {
      const noise = Buffer.from(Array.from({ length: 12 + Math.floor(next() * 300) }, () => Math.floor(next() * 256)));
      replyTo(query()).copy(noise, 0, 0, Math.floor(next() * 32));
      expect(judge(noise).kind).toMatch(/^(foreign|malformed|no-edns|reply|truncated|unreadable)$/);
    }
  });

  it("decode what a correct encoder writes", () => {
    const bytes = encode({
      type: "response",
      id: ID,
      questions: [{ name: NAME, type: "A" }],
      answers: [a(NAME, "1.2.3.4")],
    });
    expect(judge(bytes)).toMatchObject({ kind: "reply", content: { addresses: ["1.2.3.4"] } });
  });
});
