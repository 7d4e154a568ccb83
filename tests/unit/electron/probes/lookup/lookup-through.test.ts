import type { Answer } from "dns-packet";
import { afterEach, describe, expect, it } from "vitest";
import type { SystemLookupObservation } from "../../../../../shared/model/facts/dns-facts.ts";
import { lookupThrough } from "../../../../../electron/probes/lookup/lookup-through.ts";
import type { DnsServer } from "../../../../../electron/probes/probes.ts";
import {
  a,
  aaaa,
  live,
  replyTo,
  typeOf,
  udpServer,
  type FakeUdpServer,
  type ReplyParts,
} from "../dns/fake-dns-server.ts";

const NAME = "www.example";
const V4: Answer = a(NAME, "192.0.2.1");
const V6: Answer = aaaa(NAME, "2001:db8::1");

const opened: FakeUdpServer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(async (one) => one.close()));
});

type Reply = ReplyParts | "silence";

async function server(v6: Reply, v4: Reply): Promise<DnsServer & { readonly made: FakeUdpServer }> {
  const made = await udpServer((query) => {
    const parts = typeOf(query) === "AAAA" ? v6 : v4;
    return parts === "silence" ? [] : [replyTo(query, parts)];
  });
  opened.push(made);
  return { transport: "udp", address: "127.0.0.1", port: made.port, made };
}

const both = async (): ReturnType<typeof server> => server({ answers: [V6] }, { answers: [V4] });

async function look(servers: readonly DnsServer[], name = NAME, timeoutMs = 20_000): Promise<SystemLookupObservation> {
  return lookupThrough(servers, name, { ...live(), timeoutMs });
}

describe("a look-up through given servers", () => {
  it("gives the addresses of both families, IPv6 first", async () => {
    expect(await look([await both()])).toEqual({
      name: NAME,
      outcome: "answer",
      addresses: ["2001:db8::1", "192.0.2.1"],
      errno: null,
      ms: expect.any(Number) as number,
    });
  });

  it("is an answer when one family has addresses, whatever became of the other", async () => {
    expect(await look([await server({}, { answers: [V4] })])).toMatchObject({ addresses: ["192.0.2.1"] });
    expect(await look([await server({ rcode: 2 }, { answers: [V4] })])).toMatchObject({ outcome: "answer" });
    expect(await look([await server("silence", { answers: [V4] })])).toMatchObject({ outcome: "answer" });
  });

  it("is not-found when the name does not exist or has no address, and no further server is asked", async () => {
    const second = await both();
    expect(await look([await server({ rcode: 3 }, { rcode: 3 }), second])).toMatchObject({
      outcome: "not-found",
      errno: "EAI_NONAME",
    });
    expect(await look([await server({}, {}), second])).toMatchObject({ outcome: "not-found", errno: "EAI_NODATA" });
    expect(second.made.queries).toHaveLength(0);
  });

  it.each<[string, Reply]>([
    ["SERVFAIL", { rcode: 2 }],
    ["REFUSED", { rcode: 5 }],
    ["silence", "silence"],
  ])("moves on to the next server after %s", async (_what, reply) => {
    expect(await look([await server(reply, reply), await both()])).toMatchObject({ outcome: "answer" });
  });

  it("moves on past a server where nobody listens or that is no address", async () => {
    const gone = await both();
    await gone.made.close();
    opened.splice(opened.indexOf(gone.made), 1);
    const named: DnsServer = { transport: "udp", address: "dns.test", port: 53 };
    expect(await look([gone, named, await both()])).toMatchObject({ outcome: "answer" });
  });

  it("is a temporary failure when no server gave anything usable, and without servers", async () => {
    expect(await look([await server({ rcode: 2 }, { rcode: 2 }), await server({}, { rcode: 5 })])).toMatchObject({
      outcome: "temporary-failure",
      errno: "EAI_AGAIN",
      addresses: [],
    });
    expect(await look([])).toMatchObject({ outcome: "temporary-failure" });
  });

  it("is a time-out when the limit ends it, and asks no server behind it", async () => {
    const second = await both();
    expect(await look([await server("silence", "silence"), second], NAME, 300)).toMatchObject({
      outcome: "timeout",
      errno: null,
    });
    expect(second.made.queries).toHaveLength(0);
  });

  it("ends when it is called off", async () => {
    const abort = new AbortController();
    const dead = await server("silence", "silence");
    const second = await both();
    const pending = lookupThrough([dead, second], NAME, { signal: abort.signal });
    await expect.poll(() => dead.made.queries.length).toBe(2);
    abort.abort();
    expect((await pending).outcome).toBe("cancelled");
    expect(second.made.queries).toHaveLength(0);
  });

  it("is an error for a name that cannot be asked for", async () => {
    expect(await look([await both()], "a..b")).toMatchObject({ outcome: "error", errno: "ERR_INVALID_NAME" });
  });

  it("asks nobody for literals and for localhost", async () => {
    const one = await both();
    expect((await look([one], "192.0.2.9")).addresses).toEqual(["192.0.2.9"]);
    expect((await look([one], "App.localhost.")).addresses).toEqual(["::1", "127.0.0.1"]);
    expect(one.made.queries).toHaveLength(0);
  });
});
