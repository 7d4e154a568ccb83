import { decode } from "dns-packet";
import { describe, expect, it } from "vitest";
import { encodeQuery, prepare, type Asked } from "../../../../../electron/probes/dns/asked.ts";
import type { DnsQuestion } from "../../../../../electron/probes/probes.ts";

function prepared(question: DnsQuestion): Asked {
  const asked = prepare(question);
  if (asked === null) throw new Error("not askable");
  return asked;
}

describe("a question made ready", () => {
  it.each(["", "a..b", "a b", "bücher.example", "x".repeat(64), `${"abcdefg.".repeat(32)}example`, ".", "..", "a\0b"])(
    "asks for %j only when it can stand in a packet",
    (name) => {
      expect(prepare({ name, type: "A" }) === null).toBe(name !== ".");
    },
  );

  it("sends name, type, class, recursion and the EDNS size", () => {
    const packet = decode(
      encodeQuery(prepared({ name: "Id.Server.", type: "TXT", class: "CH" }), { id: 77, edns: true, padTo: null }),
    );
    expect(packet).toMatchObject({ id: 77, type: "query", flag_rd: true, flag_cd: false });
    expect(packet.questions).toEqual([{ name: "id.server", type: "TXT", class: "CH" }]);
    expect(packet.additionals?.[0]).toMatchObject({ type: "OPT", udpPayloadSize: 1_232, flag_do: false });
  });

  it("sets the CD bit when checking is to be disabled", () => {
    const asked = prepared({ name: "a.example", type: "A", checkingDisabled: true });
    expect(decode(encodeQuery(asked, { id: 1, edns: true, padTo: null })).flag_cd).toBe(true);
  });

  it("leaves EDNS out when told to", () => {
    const asked = prepared({ name: "a.example", type: "A" });
    expect(decode(encodeQuery(asked, { id: 1, edns: false, padTo: 128 })).additionals).toEqual([]);
  });

  it("pads to a multiple of 128 octets whatever the name's length", () => {
    for (let length = 1; length <= 63; length += 1) {
      const asked = prepared({ name: `${"x".repeat(length)}.example`, type: "A" });
      expect(encodeQuery(asked, { id: 1, edns: true, padTo: 128 }).length % 128).toBe(0);
    }
  });
});
