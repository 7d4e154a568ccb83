import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { interleaved, MAX_ADDRESSES } from "../../../../../electron/probes/tcp/address-order.ts";
import { connectOutcomeOf } from "../../../../../electron/probes/tcp/connect-outcome.ts";
import { connectRace } from "../../../../../electron/probes/tcp/connect-race.ts";
import { openConnection } from "../../../../../electron/probes/tcp/open-connection.ts";
import { tcpConnect } from "../../../../../electron/probes/tcp/tcp-connect.ts";
import { silentListener, type SilentListener } from "./silent-listener.ts";

const live = (timeoutMs = 20_000) => ({ signal: new AbortController().signal, timeoutMs });

interface Listening {
  readonly port: number;
  readonly accepted: Socket[];
  readonly open: Set<Socket>;
}

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function listen(host = "127.0.0.1", port = 0): Promise<Listening> {
  const accepted: Socket[] = [];
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    accepted.push(socket);
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => undefined);
    socket.resume();
  });
  await new Promise<void>((resolve) => {
    server.listen({ host, port, ipv6Only: host.includes(":") }, resolve);
  });
  cleanups.push(async () => {
    // Every connection was closed by our side, or the test itself closed it.
    await expect.poll(() => open.size).toBe(0);
    await new Promise((resolve) => void server.close(resolve));
  });
  return { port: (server.address() as AddressInfo).port, accepted, open };
}

async function silent(): Promise<SilentListener> {
  const made = await silentListener();
  cleanups.push(async () => made.close());
  return made;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}

describe("a TCP connect", () => {
  it("says connected and closes at once without sending anything", async () => {
    const { port, accepted } = await listen();
    expect(await tcpConnect("127.0.0.1", port, live())).toEqual({
      address: "127.0.0.1",
      family: "v4",
      port,
      outcome: "connected",
      errno: null,
      ms: expect.any(Number) as number,
    });
    await expect.poll(() => accepted[0]?.destroyed).toBe(true);
    expect(accepted[0]?.bytesRead).toBe(0);
  });

  it("works over IPv6", async () => {
    const { port } = await listen("::1");
    expect(await tcpConnect("::1", port, live())).toMatchObject({ outcome: "connected", family: "v6", address: "::1" });
  });

  it("says refused when nobody listens", async () => {
    expect(await tcpConnect("127.0.0.1", await freePort(), live())).toMatchObject({
      outcome: "refused",
      errno: "ECONNREFUSED",
    });
  });

  it("says timeout, as our own, when the other side is silent", async () => {
    const { port } = await silent();
    const observation = await tcpConnect("127.0.0.1", port, live(300));
    expect(observation).toMatchObject({ outcome: "timeout", errno: null });
    expect(observation.ms).toBeGreaterThanOrEqual(295);
  });

  it("says cancelled when it is called off, before and during", async () => {
    const { port } = await silent();
    expect(await tcpConnect("127.0.0.1", port, { signal: AbortSignal.abort() })).toMatchObject({
      outcome: "cancelled",
      errno: null,
    });
    const abort = new AbortController();
    const pending = tcpConnect("127.0.0.1", port, { signal: abort.signal });
    setTimeout(() => {
      abort.abort();
    }, 50);
    expect((await pending).outcome).toBe("cancelled");
  });

  it.runIf(process.platform === "linux")("says unreachable when there is no way", async () => {
    // The broadcast address of the loopback network: the kernel refuses TCP to it without a packet.
    expect(await tcpConnect("127.255.255.255", 80, live())).toMatchObject({
      outcome: "unreachable",
      errno: "ENETUNREACH",
    });
  });

  it.each([
    ["localhost", 80, "ERR_INVALID_ADDRESS"],
    ["", 80, "ERR_INVALID_ADDRESS"],
    ["[::1]", 80, "ERR_INVALID_ADDRESS"],
    ["127.0.0.1", 0, "ERR_SOCKET_BAD_PORT"],
    ["127.0.0.1", 65_536, "ERR_SOCKET_BAD_PORT"],
    ["127.0.0.1", Number.NaN, "ERR_SOCKET_BAD_PORT"],
  ])("says error and asks nobody for %j port %d", async (address, port, errno) => {
    expect(await tcpConnect(address, port, live())).toMatchObject({ outcome: "error", errno });
  });

  it("says error when connecting throws", async () => {
    // Tests are kept from leaving loopback by an exception out of connect itself.
    expect(await tcpConnect("192.0.2.1", 80, live())).toMatchObject({ outcome: "error", errno: "UNKNOWN" });
  });

  it("hands over an open socket that survives an error nobody listens for", async () => {
    const { port, accepted } = await listen();
    const { socket } = await openConnection("127.0.0.1", port, live());
    await expect.poll(() => accepted.length).toBe(1);
    accepted[0]?.resetAndDestroy();
    await expect.poll(() => socket?.destroyed).toBe(true);
  });

  it.each([
    ["ECONNREFUSED", "refused"],
    ["ECONNRESET", "reset"],
    ["ETIMEDOUT", "timeout"],
    ["EINVAL", "unreachable"],
    ["EHOSTUNREACH", "unreachable"],
    ["ENETUNREACH", "unreachable"],
    ["EADDRNOTAVAIL", "unreachable"],
    ["EACCES", "prohibited"],
    ["EPERM", "prohibited"],
    ["EMFILE", "error"],
    ["", "error"],
  ])("reads %s as %s", (errno, outcome) => {
    expect(connectOutcomeOf(errno)).toBe(outcome);
  });
});

describe("the order of addresses", () => {
  it("takes families in turns, beginning with that of the first", () => {
    expect(interleaved(["2001:db8::1", "2001:db8::2", "2001:db8::3", "192.0.2.1", "192.0.2.2"])).toEqual([
      "2001:db8::1",
      "192.0.2.1",
      "2001:db8::2",
      "192.0.2.2",
      "2001:db8::3",
    ]);
    expect(interleaved(["192.0.2.1", "2001:db8::1"])).toEqual(["192.0.2.1", "2001:db8::1"]);
    expect(interleaved([])).toEqual([]);
  });

  it("drops doubles and keeps both families when it cuts", () => {
    const many = Array.from({ length: 40 }, (_, at) => `192.0.2.${at}`);
    const order = interleaved([...many, ...many, "2001:db8::1"]);
    expect(order).toHaveLength(MAX_ADDRESSES);
    expect(order).toContain("2001:db8::1");
    expect(new Set(order).size).toBe(MAX_ADDRESSES);
  });
});

const ended = (result: Awaited<ReturnType<typeof connectRace>>) =>
  result.observations.map(({ address, outcome }) => [address, outcome]);

describe("a connect race", () => {
  it("is won by the first address when it connects, and tries no other", async () => {
    const { port, open } = await listen();
    const result = await connectRace(["127.0.0.1", "::1"], port, live());
    expect(ended(result)).toEqual([["127.0.0.1", "connected"]]);
    expect(result.socket?.remoteAddress).toBe("127.0.0.1");
    await expect.poll(() => open.size).toBe(1);
    result.socket?.destroy();
  });

  it("goes on at once when an address fails", async () => {
    const { port } = await listen("::1");
    const result = await connectRace(["127.0.0.1", "127.0.0.2", "::1"], port, live());
    expect(ended(result)).toEqual([
      ["127.0.0.1", "refused"],
      ["::1", "connected"],
    ]);
    result.socket?.destroy();
  });

  it("starts the next address beside a silent one and lets go of the loser", async () => {
    const { port } = await silent();
    await listen("::1", port);
    const result = await connectRace(["127.0.0.1", "::1"], port, live());
    expect(ended(result)).toEqual([
      ["127.0.0.1", "cancelled"],
      ["::1", "connected"],
    ]);
    expect(result.socket?.remoteFamily).toBe("IPv6");
    result.socket?.destroy();
  });

  it("has no winner when all fail, and every address was tried", async () => {
    const port = await freePort();
    const result = await connectRace(["127.0.0.1", "::1", "127.0.0.2"], port, live());
    expect(result.socket).toBeNull();
    expect(ended(result)).toEqual([
      ["127.0.0.1", "refused"],
      ["::1", "refused"],
      ["127.0.0.2", "refused"],
    ]);
  });

  it("has no winner and no attempts without addresses", async () => {
    expect(await connectRace([], 80, live())).toEqual({ socket: null, observations: [] });
  });

  it("waits for a silent last address until its limit", async () => {
    const { port } = await silent();
    const result = await connectRace(["::1", "127.0.0.1"], port, live(600));
    expect(result.socket).toBeNull();
    expect(ended(result)).toEqual([
      ["::1", "refused"],
      ["127.0.0.1", "timeout"],
    ]);
  });

  it("ends when it is called off, and starts nothing more", async () => {
    const { port } = await silent();
    await listen("::1", port);
    const abort = new AbortController();
    const pending = connectRace(["127.0.0.1", "::1"], port, { signal: abort.signal });
    abort.abort();
    expect(ended(await pending)).toEqual([["127.0.0.1", "cancelled"]]);
    const before = await connectRace(["127.0.0.1"], port, { signal: AbortSignal.abort() });
    expect(before.socket).toBeNull();
    expect(ended(before)).toEqual([["127.0.0.1", "cancelled"]]);
  });
});
