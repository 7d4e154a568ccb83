import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hostsEntriesFor } from "../../../../electron/platform/readings/hosts-entries.ts";
import { readHostsFile } from "../../../../electron/platform/readings/hosts-file.ts";
import {
  interfaceAddress,
  isTunnelDescription,
  isTunnelName,
  isVirtualName,
} from "../../../../electron/platform/readings/interface-kind.ts";
import { numberIn, parseJson, rowsIn } from "../../../../electron/platform/json.ts";
import { nodeInterfaces } from "../../../../electron/platform/readings/node-interfaces.ts";
import { guarded, readingErrorOf } from "../../../../electron/platform/readings/reading.ts";
import { shared } from "../../../../electron/platform/readings/shared-reading.ts";
import { systemFiles } from "../../../../electron/platform/system-files.ts";
import { createMachine, thisMachine } from "../../../../electron/platform/this-machine.ts";
import { isZonedLiteral } from "../../../../electron/platform/readings/zoned-address.ts";
import { fail, ok } from "../../../../shared/lib/result.ts";
import { fakeDeps, makeFakes, never } from "./fakes.ts";

describe("entries of a hosts file", () => {
  const text =
    "\uFEFF# comment\r\n127.0.0.1\tlocalhost\r\n  192.0.2.1   www.Example.com example.com # note example.org\r\n::1 EXAMPLE.com.\r\nnot-an-address example.com\r\n#10.0.0.1 example.com\r\n0.0.0.0 example.com example.com\r\nfe80::1%eth0 zone.test";

  test("are found with comments, case, tabs, last dots, a byte order mark and Windows line ends", () => {
    expect(hostsEntriesFor(text, "Example.COM.")).toEqual([
      { address: "192.0.2.1", name: "example.com", line: 3 },
      { address: "::1", name: "EXAMPLE.com.", line: 4 },
      { address: "0.0.0.0", name: "example.com", line: 7 },
    ]);
    expect(hostsEntriesFor(text, "zone.test")).toHaveLength(1);
  });

  test("are none for other names, for comments and for an empty name", () => {
    for (const host of ["example.org", "note", "ample.com", "", "."]) expect(hostsEntriesFor(text, host)).toEqual([]);
  });
});

describe("files of the system", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "gg-files-"));
    writeFileSync(join(folder, "small"), "tëxt");
    writeFileSync(join(folder, "large"), "x".repeat(300_000));
    mkdirSync(join(folder, "dir"));
    chmodSync(join(folder, "small"), 0o644);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("are read up to a size; a missing one is no error", async () => {
    const files = systemFiles(folder);
    expect(await files.readText("/small")).toEqual(ok("tëxt"));
    expect(await files.readText("/missing")).toEqual(ok(null));
    expect(await files.readText("/small/below")).toEqual(ok(null));
    expect(await files.readText("/large")).toMatchObject({ ok: false, error: { code: "unexpected-output" } });
    expect(await files.readText("/large", 300_000)).toMatchObject({ ok: true });
    expect(await files.readText("/dir")).toMatchObject({ ok: false, error: { detail: "EISDIR" } });
    expect([await files.exists("/small"), await files.exists("/missing")]).toEqual([true, false]);
    expect(await files.list("/missing")).toEqual([]);
  });

  test("give the hosts file, empty when missing, and honour a cancel", async () => {
    const files = systemFiles(folder);
    expect(await readHostsFile(files, "/small", never())).toEqual(ok({ path: "/small", text: "tëxt" }));
    expect(await readHostsFile(files, "/missing", never())).toEqual(ok({ path: "/missing", text: "" }));
    expect(await readHostsFile(files, "/dir", never())).toMatchObject({ ok: false });
    expect(await readHostsFile(files, "/small", AbortSignal.abort())).toEqual(fail({ code: "cancelled", detail: "" }));
  });
});

describe("a shared reading", () => {
  test("runs once for all who ask at the time, and again later", async () => {
    let runs = 0;
    const read = shared(async () => {
      runs += 1;
      await pause(20);
      return ok(runs);
    }, 200);
    expect(await Promise.all([read(never()), read(never())])).toEqual([ok(1), ok(1)]);
    await pause(600);
    expect(await read(never())).toEqual(ok(2));
  });

  test("is not kept when it failed, and a crash is a failure", async () => {
    let runs = 0;
    const read = shared<number>(() => {
      runs += 1;
      throw new TypeError("boom");
    }, 60_000);
    expect(await read(never())).toEqual(fail({ code: "unexpected-output", detail: "TypeError" }));
    await pause(10);
    await read(never());
    expect(runs).toBe(2);
  });

  test("goes on while one still waits and stops with the last", async () => {
    let stopped = false;
    const read = shared<number>(
      (signal) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => {
            stopped = true;
            resolve(fail({ code: "cancelled", detail: "" }));
          });
        }),
      1_000,
    );
    const [one, two] = [new AbortController(), new AbortController()];
    const [first, second] = [read(one.signal), read(two.signal)];
    one.abort();
    expect(await first).toMatchObject({ error: { code: "cancelled" } });
    expect(stopped).toBe(false);
    two.abort();
    expect(await second).toMatchObject({ error: { code: "cancelled" } });
    expect(stopped).toBe(true);
    expect(await read(AbortSignal.abort())).toMatchObject({ error: { code: "cancelled" } });
  });
});

const info = (address: string, cidr: string, internal = false) =>
  ({ address, cidr, internal, mac: "", netmask: "", family: "IPv4" }) as const;

describe("small helpers", () => {
  test("read PowerShell's lists in all their shapes", () => {
    expect([rowsIn(null), rowsIn(undefined), rowsIn([1]), rowsIn(1), rowsIn({ value: [1, 2], Count: 2 })]).toEqual([
      [],
      [],
      [1],
      [1],
      [1, 2],
    ]);
    expect(rowsIn({ value: [1] })).toEqual([{ value: [1] }]);
    expect([numberIn("7"), numberIn(7), numberIn(""), numberIn("x"), numberIn(null), numberIn(Number.NaN)]).toEqual([
      7,
      7,
      null,
      null,
      null,
      null,
    ]);
    expect(parseJson("{")).toBeNull();
  });

  test("tell tunnels from virtual interfaces by name", () => {
    for (const name of [
      "tun0",
      "wg0-mullvad",
      "tailscale0",
      "nordlynx",
      "proton0",
      "ppp0",
      "ipsec0",
      "CloudflareWARP",
      "zt5u4y6rab",
      "gpd0",
    ]) {
      expect([name, isTunnelName(name)]).toEqual([name, true]);
    }
    for (const name of ["eth0", "wlan0", "enp3s0", "docker0", "lo", "utun3"])
      expect([name, isTunnelName(name)]).toEqual([name, false]);
    for (const name of ["docker0", "veth12ab", "virbr0", "awdl0", "bridge100"])
      expect([name, isVirtualName(name)]).toEqual([name, true]);
  });

  test("tell VPN adapters of Windows by description", () => {
    for (const text of [
      "WireGuard Tunnel",
      "TAP-Windows Adapter V9",
      "Cisco AnyConnect Virtual Miniport Adapter for Windows x64",
      "ZeroTier Virtual Port",
      "OpenVPN Data Channel Offload",
      "WAN Miniport (IKEv2)",
      "Fortinet SSL VPN Virtual Ethernet Adapter",
    ]) {
      expect([text, isTunnelDescription(text)]).toEqual([text, true]);
    }
    for (const text of [
      "Hyper-V Virtual Ethernet Adapter",
      "VMware Virtual Ethernet Adapter for VMnet8",
      "Realtek USB GbE Family Controller",
      "Microsoft Wi-Fi Direct Virtual Adapter",
    ]) {
      expect([text, isTunnelDescription(text)]).toEqual([text, false]);
    }
  });

  test("take no nonsense for an address", () => {
    expect(interfaceAddress("fe80::1%en0", 64)).toMatchObject({
      address: "fe80::1",
      family: "v6",
      scope: "link-local",
    });
    for (const [address, prefix] of [
      ["", 24],
      ["en0", 24],
      ["192.0.2.1", 33],
      ["192.0.2.1", Number.NaN],
    ] as const) {
      expect(interfaceAddress(address, prefix)).toBeNull();
    }
  });

  test("take interface names of any kind for a zone, but no nonsense", () => {
    for (const text of ["192.0.2.1", "fe80::1", "fe80::1%eth0", "fe80::1%br-lan", "fe80::1%eth0.7", "fe80::1%12"]) {
      expect([text, isZonedLiteral(text)]).toEqual([text, true]);
    }
    for (const text of ["192.0.2.1%eth0", "fe80::1%", "fe80::1%a%b", "fe80::1%a b", "%eth0", "-f", "example.com", ""]) {
      expect([text, isZonedLiteral(text)]).toEqual([text, false]);
    }
  });

  test("name why a program gave no reading", () => {
    const codes = [
      "not-found",
      "refused",
      "not-permitted",
      "timed-out",
      "cancelled",
      "too-much-output",
      "signal",
      "failed",
    ] as const;
    expect(codes.map((code) => readingErrorOf({ code, detail: "", stdout: "", stderr: "" }).code)).toEqual([
      "no-tool",
      "not-permitted",
      "not-permitted",
      "timed-out",
      "cancelled",
      "unexpected-output",
      "unexpected-output",
      "unexpected-output",
    ]);
  });

  test("turn a crash into an error", async () => {
    expect(await guarded(never(), () => Promise.reject(new RangeError("x")))).toEqual(
      fail({ code: "unexpected-output", detail: "RangeError" }),
    );
    expect(await guarded(AbortSignal.abort(), () => Promise.resolve(ok(1)))).toMatchObject({
      error: { code: "cancelled" },
    });
  });

  test("guess kinds from Node's own list", () => {
    const fakes = makeFakes({});
    const found = nodeInterfaces(
      fakeDeps(fakes, {
        nodeInterfaces: () => ({
          lo: [info("127.0.0.1", "127.0.0.1/8", true)],
          eth0: [info("192.0.2.2", "192.0.2.2/24")],
          wlan0: [],
          wwan0: [],
          tun0: [],
          docker0: [],
          odd: undefined,
        }),
      }),
    );
    fakes.remove();
    expect(found.map(({ kind }) => kind)).toEqual([
      "loopback",
      "ethernet",
      "wifi",
      "cellular",
      "tunnel",
      "virtual",
      "other",
    ]);
    expect(found[1]?.addresses).toEqual([{ address: "192.0.2.2", prefix: 24, family: "v4", scope: "public" }]);
  });
});

describe("the machine", () => {
  test("is the one we run on", async () => {
    const expected = { linux: "linux", darwin: "macos", win32: "windows" }[process.platform as string] ?? "other";
    expect((await thisMachine()).os).toBe(expected);
  });

  test("of an unknown system says for everything that it is not supported", async () => {
    const fakes = makeFakes({});
    const machine = await createMachine(null, fakeDeps(fakes));
    fakes.remove();
    for (const question of ["interfaces", "defaultRoutes", "resolvers", "proxies", "hostsFile"] as const) {
      expect(await machine[question](never())).toMatchObject({ ok: false, error: { code: "not-supported" } });
    }
    expect(await machine.neighbour("192.0.2.1", never())).toMatchObject({ error: { code: "not-supported" } });
    expect(await machine.ping({ address: "192.0.2.1", count: 1, deadlineMs: 1 }, never())).toMatchObject({
      failure: "no-tool",
    });
  });
});
