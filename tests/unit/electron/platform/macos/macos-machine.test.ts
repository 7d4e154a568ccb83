import { describe, expect, test } from "vitest";
import { createMachine } from "../../../../../electron/platform/this-machine.ts";
import { fixture, never, value, type FakeAnswer } from "../fakes.ts";
import { madeUpMachines } from "../made-up-machine.ts";

const { machineWith: macWith, calls } = madeUpMachines((deps) => createMachine("macos", deps));

/** The known ways in which a tool fails without saying so. */
const BAD_ANSWERS: readonly (readonly [string, FakeAnswer])[] = [
  ["exits 0 with nothing", { stdout: "" }],
  ["prints garbage", { stdout: "\u0000\u0001 nonsense }{ : <dictionary>" }],
  ["prints in a wrong encoding", { stdout: Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]) }],
  ["exits non-zero", { stdout: "half", exit: 4 }],
  ["prints without end", { floods: true }],
];

describe("interfaces on macOS", () => {
  test("have their kind, and only a utun with a real address is a tunnel", async () => {
    const mac = await macWith({
      ifconfig: [{ stdout: fixture("macos/ifconfig.txt") }],
      networksetup: [{ stdout: fixture("macos/hardware-ports.txt") }],
    });
    const found = await value(mac.interfaces(never()));
    expect(found.map(({ name, kind, up, carrier }) => [name, kind, up, carrier])).toEqual([
      ["lo0", "loopback", true, null],
      ["gif0", "virtual", false, null],
      ["en4", "ethernet", true, false],
      ["en0", "wifi", true, true],
      ["awdl0", "virtual", true, true],
      ["utun0", "virtual", true, null],
      ["utun3", "tunnel", true, null],
      ["bridge0", "virtual", true, false],
      ["pdp_ip0", "cellular", true, null],
      ["ipsec0", "tunnel", true, null],
    ]);
    expect(found[3]?.addresses).toEqual([
      { address: "fe80::c2a:15b6:2c1d:9c8e", prefix: 64, family: "v6", scope: "link-local" },
      { address: "192.168.178.34", prefix: 24, family: "v4", scope: "private" },
      { address: "2001:db8:1:2:1c2a:15b6:2c1d:9c8e", prefix: 64, family: "v6", scope: "public" },
    ]);
  });

  test("know Wi-Fi by its port whatever the person calls the service, and do without networksetup", async () => {
    const mac = await macWith({ ifconfig: [{ stdout: fixture("macos/ifconfig.txt") }] });
    expect((await value(mac.interfaces(never()))).find(({ name }) => name === "en0")?.kind).toBe("ethernet");
  });

  test.each(BAD_ANSWERS)("come from Node's list when ifconfig %s", async (_, answer) => {
    const mac = await macWith({ ifconfig: [answer] }, {}, { nodeInterfaces: () => ({ en0: [] }) });
    expect(await value(mac.interfaces(never()))).toMatchObject([{ name: "en0", carrier: null }]);
  });
});

describe("default routes on macOS", () => {
  test("are the split tunnel first, without scoped copies, and IPv6", async () => {
    const mac = await macWith({ netstat: [{ stdout: fixture("macos/netstat-full-tunnel.txt") }] });
    expect(await value(mac.defaultRoutes(never()))).toEqual([
      { family: "v4", gateway: "10.8.0.1", interfaceName: "utun4", metric: null, tunnel: true },
      { family: "v4", gateway: "192.168.178.1", interfaceName: "en0", metric: null, tunnel: false },
      { family: "v6", gateway: "fe80::3ea6:2fff:fe12:3456%en0", interfaceName: "en0", metric: null, tunnel: false },
    ]);
  });

  test("are read in the older layout, and none is none", async () => {
    const old = await macWith({ netstat: [{ stdout: fixture("macos/netstat-old.txt") }] });
    expect(await value(old.defaultRoutes(never()))).toMatchObject([{ gateway: "192.168.1.1", interfaceName: "en1" }]);
    const none = await macWith({
      netstat: [{ stdout: fixture("macos/netstat-old.txt").replace(/^default.*\n/m, "") }],
    });
    expect(await value(none.defaultRoutes(never()))).toEqual([]);
  });

  test.each(BAD_ANSWERS)("are an error, not none, when netstat %s", async (_, answer) => {
    const mac = await macWith({ netstat: [answer] });
    expect(await mac.defaultRoutes(never())).toMatchObject({ ok: false, error: { code: "unexpected-output" } });
  });
});

describe("resolvers on macOS", () => {
  test("are the default ones with their interface, then scoped ones; supplemental, mDNS and per-domain ones are not", async () => {
    const mac = await macWith({ scutil: [{ when: "--dns", stdout: fixture("macos/scutil-dns-vpn.txt") }] });
    expect(
      (await value(mac.resolvers(never()))).map(({ address, port, interfaceName }) => [address, port, interfaceName]),
    ).toEqual([
      ["192.168.178.1", 53, "en0"],
      ["fd00::3ea6:2fff:fe12:3456", 53, "en0"],
      ["100.100.100.100", 53, "utun3"],
    ]);
  });

  test("are none when the system has none", async () => {
    const mac = await macWith({ scutil: [{ stdout: "No DNS configuration available\n" }] });
    expect(await value(mac.resolvers(never()))).toEqual([]);
  });

  test.each(BAD_ANSWERS)("come from resolv.conf when scutil %s", async (_, answer) => {
    const mac = await macWith({ scutil: [answer] }, { "etc/resolv.conf": "nameserver 192.0.2.1\n" });
    expect(await value(mac.resolvers(never()))).toMatchObject([{ address: "192.0.2.1" }]);
  });

  test("are an error when nothing can be read, and cancelled when cancelled", async () => {
    expect(await (await macWith({})).resolvers(never())).toMatchObject({ ok: false, error: { code: "no-tool" } });
    const stop = new AbortController();
    const reading = (await macWith({ scutil: [{ hangs: true }] })).resolvers(stop.signal);
    stop.abort();
    expect(await reading).toMatchObject({ ok: false, error: { code: "cancelled" } });
  });
});

describe("proxies on macOS", () => {
  test("are those switched on, with PAC and exceptions, without nested ones and credentials", async () => {
    const mac = await macWith(
      { scutil: [{ when: "--proxy", stdout: fixture("macos/scutil-proxy-manual.txt") }] },
      {},
      { environment: { https_proxy: "env:1" } },
    );
    const found = await value(mac.proxies(never()));
    expect(
      found.map(({ source, kind, scheme, host, port, pacUrl }) => [source, kind, scheme, host, port, pacUrl]),
    ).toEqual([
      ["macos-service", "auto-detect", "all", null, null, null],
      ["macos-service", "pac", "all", null, null, "http://wpad.example/proxy.pac?a=b : c"],
      ["macos-service", "manual", "http", "127.0.0.1", 7893, null],
      ["macos-service", "manual", "socks", "::1", 1080, null],
      ["environment", "manual", "https", "env", 1, null],
    ]);
    expect(found[0]?.bypass).toEqual(["127.0.0.1", "*.local", "169.254/16", "<local>"]);
  });

  test("are none when every switch is 0, whatever addresses are kept", async () => {
    for (const stdout of [fixture("macos/scutil-proxy-off.txt"), "<dictionary> {\n}\n"]) {
      expect(await value((await macWith({ scutil: [{ stdout }] })).proxies(never()))).toEqual([]);
    }
  });

  test.each([
    ...BAD_ANSWERS,
    ["prints half", { stdout: fixture("macos/scutil-proxy-manual.txt").slice(0, 300) }] as const,
  ])("are an error, not none, when scutil %s", async (_, answer) => {
    expect(await (await macWith({ scutil: [answer] })).proxies(never())).toMatchObject({
      ok: false,
      error: { code: "unexpected-output" },
    });
  });

  test("are an error when scutil hangs", async () => {
    expect(await (await macWith({ scutil: [{ hangs: true }] })).proxies(never())).toMatchObject({
      ok: false,
      error: { code: "timed-out" },
    });
  }, 20_000);
});

describe("neighbours on macOS", () => {
  const tools = { arp: [{ stdout: fixture("macos/arp.txt") }], ndp: [{ stdout: fixture("macos/ndp.txt") }] };

  test.each([
    ["192.168.178.1", "reachable", "en0"],
    ["192.168.178.77", "failed", "en0"],
    ["192.168.178.7", "absent", ""],
    ["2001:db8:1:2::1", "reachable", "en0"],
    ["fe80::3ea6:2fff:fe12:3456%en0", "stale", "en0"],
    ["fe80::3ea6:2fff:fe12:3456", "stale", "en0"],
    ["2001:db8:1:2::dead", "failed", "en0"],
    ["2001:db8:1:2::beef", "unknown", "en0"],
    ["2001:db8:1:2::7", "absent", ""],
  ])("of %s are %s", async (address, state, interfaceName) => {
    expect(await value((await macWith(tools)).neighbour(address, never()))).toEqual({ address, state, interfaceName });
  });

  test("are an error without the tool", async () => {
    expect(await (await macWith({})).neighbour("192.168.178.1", never())).toMatchObject({ error: { code: "no-tool" } });
  });
});

describe("ping on macOS", () => {
  test("counts replies of ping and of ping6", async () => {
    const mac = await macWith({
      ping: [{ stdout: fixture("macos/ping-replies.txt") }],
      ping6: [{ stdout: fixture("macos/ping6-replies.txt") }],
    });
    const four = await mac.ping({ address: "192.168.178.1", count: 3, deadlineMs: 3_000 }, never());
    expect(four).toEqual({ address: "192.168.178.1", sent: 3, received: 2, medianMs: 3.345, failure: null });
    expect(calls("ping")).toEqual([["-n", "-c", "3", "-i", "0.2", "-W", "2600", "192.168.178.1"]]);
    const six = await mac.ping(
      { address: "2001:db8:1:2::1", count: 1, deadlineMs: 3_000, size: 1400, dontFragment: true },
      never(),
    );
    expect(six).toMatchObject({ sent: 1, received: 1, medianMs: 3.098 });
    expect(calls("ping6")).toEqual([["-n", "-c", "1", "-i", "0.2", "-s", "1400", "-D", "-m", "2001:db8:1:2::1"]]);
  });

  test.each([
    ["too-big", { stdout: fixture("macos/ping-too-big.txt"), exit: 2 }],
    [
      "too-big",
      { stdout: "PING 192.0.2.1 (192.0.2.1): 3000 data bytes\n", stderr: "ping: sendto: Message too long\n", exit: 2 },
    ],
    [
      "unreachable",
      { stdout: "PING 192.0.2.1 (192.0.2.1): 56 data bytes\n", stderr: "ping: sendto: No route to host\n", exit: 2 },
    ],
    [
      "no-reply",
      {
        stdout:
          "PING 192.0.2.1 (192.0.2.1): 56 data bytes\n\n--- 192.0.2.1 ping statistics ---\n1 packets transmitted, 0 packets received, 100.0% packet loss\n",
        exit: 2,
      },
    ],
  ] as const)("is %s when it says so (%#)", async (failure, answer) => {
    const mac = await macWith({ ping: [answer] });
    expect(await mac.ping({ address: "192.0.2.1", count: 1, deadlineMs: 2_000, dontFragment: true }, never())).toEqual({
      address: "192.0.2.1",
      sent: 1,
      received: 0,
      medianMs: null,
      failure,
    });
  });
});

test("the hosts file on macOS is /etc/hosts", async () => {
  const mac = await macWith({}, { "etc/hosts": "255.255.255.255 broadcasthost\n" });
  expect(await value(mac.hostsFile(never()))).toEqual({ path: "/etc/hosts", text: "255.255.255.255 broadcasthost\n" });
});
