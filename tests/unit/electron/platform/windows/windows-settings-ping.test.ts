import { describe, expect, test } from "vitest";
import type { MachineDeps } from "../../../../../electron/platform/machine-deps.ts";
import { createMachine } from "../../../../../electron/platform/this-machine.ts";
import { parseConnectionSettings } from "../../../../../electron/platform/windows/connection-settings.ts";
import { parseProxyServer } from "../../../../../electron/platform/windows/proxies.ts";
import { parseRegistryValues } from "../../../../../electron/platform/windows/registry.ts";
import { ok } from "../../../../../shared/lib/result.ts";
import { fixture, fixtureBytes, never, value, type FakeAnswer } from "../fakes.ts";
import { madeUpMachines, type Answers } from "../made-up-machine.ts";

const { machineWith, calls } = madeUpMachines((deps) => createMachine("windows", deps));
const windowsWith = (answers: Answers, over?: Partial<MachineDeps>) => machineWith(answers, {}, over);

const reg = (
  over: { readonly connections?: string; readonly settings?: string; readonly policy?: string } = {},
): readonly FakeAnswer[] => [
  over.policy === undefined
    ? { when: "Policies", stderr: "FEHLER: Der Schlüssel wurde nicht gefunden.", exit: 1 }
    : { when: "Policies", stdout: over.policy },
  { when: "Connections", stdout: over.connections ?? "", exit: over.connections === undefined ? 1 : 0 },
  { when: "Internet Settings", stdout: over.settings ?? "", exit: over.settings === undefined ? 1 : 0 },
  { when: "Tcpip", exit: 1 },
];

describe("proxies on Windows", () => {
  test("are the binary value's, those of a connected VPN connection and WinHTTP's, and the environment's", async () => {
    const machine = await windowsWith(
      {
        powershell: [{ stdout: fixture("windows/snapshot-zoo.json") }],
        reg: reg({
          settings: fixture("windows/reg-internet-settings.txt"),
          connections: fixture("windows/reg-connections.txt"),
        }),
      },
      { environment: { http_proxy: "env:1" } },
    );
    const found = await value(machine.proxies(never()));
    expect(
      found.map(({ source, kind, scheme, host, port, pacUrl }) => [source, kind, scheme, host, port, pacUrl]),
    ).toEqual([
      ["windows-connection", "pac", "all", null, null, "http://wpad.firma.example/p.pac"],
      ["windows-user", "auto-detect", "all", null, null, null],
      ["windows-user", "manual", "all", "proxy.corp.example", 3128, null],
      ["winhttp", "manual", "http", "winhttp.example", 8080, null],
      ["environment", "manual", "http", "env", 1, null],
    ]);
    expect(found[2]?.bypass).toEqual(["*.corp.example", "<local>"]);
    expect(found[0]?.where).toBe("Firmen-VPN AutoConfigURL");
  });

  test("are the plain values where the binary one is missing", async () => {
    const machine = await windowsWith({ reg: reg({ settings: fixture("windows/reg-internet-settings.txt") }) });
    const found = await value(machine.proxies(never()));
    expect(found.map(({ kind, scheme, host, port, pacUrl }) => [kind, scheme, host, port, pacUrl])).toEqual([
      ["pac", "all", null, null, "http://wpad.example/proxy.pac"],
      ["manual", "http", "127.0.0.1", 8888, null],
      ["manual", "https", "127.0.0.1", 8889, null],
      ["manual", "socks", "127.0.0.1", 1080, null],
    ]);
    expect(found[1]?.bypass).toEqual(["*.corp.example", "192.168.*", "<local>"]);
  });

  test("are none when the switch is off or nothing is set", async () => {
    const off = fixture("windows/reg-internet-settings.txt")
      .replace("REG_DWORD    0x1", "REG_DWORD    0x0")
      .replace(/.*AutoConfigURL.*\r\n/, "");
    expect(await value((await windowsWith({ reg: reg({ settings: off }) })).proxies(never()))).toEqual([]);
    expect(await value((await windowsWith({ reg: reg() })).proxies(never()))).toEqual([]);
  });

  test("are the machine's where a policy says so", async () => {
    await value(
      (
        await windowsWith({ reg: reg({ policy: "\r\nX\r\n    ProxySettingsPerUser    REG_DWORD    0x0\r\n" }) })
      ).proxies(never()),
    );
    expect(
      calls("reg")
        .map(([, key = ""]) => key.slice(0, 4))
        .every((root) => root === "HKLM"),
    ).toBe(true);
  });

  test("are an error, not none, when the registry cannot be asked", async () => {
    expect(await (await windowsWith({})).proxies(never())).toMatchObject({ ok: false, error: { code: "no-tool" } });
    expect(await (await windowsWith({ reg: [{ floods: true }] })).proxies(never())).toMatchObject({
      ok: false,
      error: { code: "unexpected-output" },
    });
  });

  test("are read from the binary value, which is refused when it is cut short", () => {
    const blobs = JSON.parse(fixture("windows/blobs.json")) as Record<string, string>;
    expect(parseConnectionSettings(blobs["direct"] ?? "")).toEqual({
      manual: false,
      pac: false,
      autoDetect: false,
      server: "",
      bypass: "",
      pacUrl: "",
    });
    expect(parseConnectionSettings(blobs["everything"] ?? "")).toEqual({
      manual: true,
      pac: true,
      autoDetect: true,
      server: "a.example:1",
      bypass: "b;c",
      pacUrl: "http://x/p.pac",
    });
    expect(parseConnectionSettings(blobs["winhttp"] ?? "")).toMatchObject({
      manual: true,
      server: "a:1",
      bypass: "<local>",
      pacUrl: "",
    });
    for (const bad of ["", "zz", "4600", (blobs["manual"] ?? "").slice(0, 40), "46000000050000000300000 0"])
      expect(parseConnectionSettings(bad)).toBeNull();
  });

  test("lists of servers leave out other schemes and nonsense", () => {
    expect(parseProxyServer("https=h:1;ftp=f:21;gopher=g;http=;socks=s:9")).toEqual([
      { host: "h", port: 1, scheme: "https" },
      { host: "s", port: 9, scheme: "socks" },
    ]);
    expect(parseProxyServer("socks5://s")).toEqual([{ host: "s", port: 1080, scheme: "socks" }]);
  });

  test("registry values keep blanks in data and are empty without any", () => {
    const values = parseRegistryValues(fixture("windows/reg-internet-settings.txt"));
    expect(values.get("user agent")?.data).toBe("Mozilla/4.0 (compatible; MSIE 8.0; Win32)");
    expect(values.get("emptyone")?.data.trim()).toBe("");
  });
});

async function hostsPath(registry: FakeAnswer, environment: Record<string, string> = {}) {
  const machine = await windowsWith(
    { reg: [registry] },
    {
      environment,
      files: {
        readText: () => Promise.resolve(ok("text")),
        list: () => Promise.resolve([]),
        exists: () => Promise.resolve(false),
      },
    },
  );
  return (await value(machine.hostsFile(never()))).path;
}

const named = (data: string) => ({ stdout: `\r\nHKEY\r\n    DataBasePath    REG_EXPAND_SZ    ${data}\r\n` });

describe("the hosts file on Windows", () => {
  test("lies where the registry says, or in the system's folder", async () => {
    expect(await hostsPath(named(String.raw`%SystemRoot%\System32\drivers\etc`), { SystemRoot: "D:\\WINNT" })).toBe(
      String.raw`D:\WINNT\System32\drivers\etc\hosts`,
    );
    expect(await hostsPath(named("C:\\moved\\"))).toBe("C:\\moved\\hosts");
    for (const data of [String.raw`\\server\share`, String.raw`%APPDATA%\x`, "", "relative"]) {
      expect(await hostsPath(named(data))).toBe(String.raw`C:\Windows\System32\drivers\etc\hosts`);
    }
    expect(await hostsPath({ exit: 1 })).toBe(String.raw`C:\Windows\System32\drivers\etc\hosts`);
  });
});

describe("ping on Windows", () => {
  const request = { address: "8.8.8.8", count: 4, deadlineMs: 10_000 };

  test.each(["en", "de", "fr", "ja", "zh", "ru"])("counts replies in %s, in its old code page", async (language) => {
    const machine = await windowsWith({ ping: [{ stdout: fixtureBytes(`windows/ping-${language}.txt`) }] });
    expect(await machine.ping(request, never())).toEqual({
      address: "8.8.8.8",
      sent: 4,
      received: 3,
      medianMs: 12,
      failure: null,
    });
  });

  test.each(["en", "de", "fr", "ja", "zh"])("knows too big and unreachable in %s", async (language) => {
    const big = await windowsWith({
      ping: [{ stdout: fixtureBytes(`windows/ping-too-big-${language}.txt`), exit: 1 }],
    });
    expect(await big.ping({ ...request, address: "10.0.0.9", count: 1 }, never())).toMatchObject({
      sent: 1,
      failure: "too-big",
    });
    const unreachable = await windowsWith({
      ping: [{ stdout: fixtureBytes(`windows/ping-unreachable-${language}.txt`) }],
    });
    expect(await unreachable.ping({ ...request, address: "10.0.0.9", count: 1 }, never())).toMatchObject({
      sent: 1,
      received: 0,
      failure: "unreachable",
    });
  });

  test("knows IPv6 replies, failed sends and a ping that cannot begin", async () => {
    const six = await windowsWith({ ping: [{ stdout: fixture("windows/ping-v6.txt") }] });
    expect(await six.ping({ ...request, address: "::1", count: 2 }, never())).toMatchObject({
      sent: 2,
      received: 2,
      medianMs: 2,
    });
    const general = await windowsWith({ ping: [{ stdout: fixture("windows/ping-general-failure.txt"), exit: 1 }] });
    expect(await general.ping(request, never())).toMatchObject({ failure: "error" });
    const none = await windowsWith({ ping: [{ stdout: fixture("windows/ping-no-driver.txt"), exit: 1 }] });
    expect(await none.ping(request, never())).toMatchObject({ failure: "error" });
    const silent = fixture("windows/ping-en.txt").replaceAll(/^Reply.*$/gm, "Request timed out.");
    expect(await (await windowsWith({ ping: [{ stdout: silent, exit: 1 }] })).ping(request, never())).toMatchObject({
      sent: 4,
      failure: "no-reply",
    });
  });

  test("asks no more than fits in, and sets size and do-not-fragment", async () => {
    const machine = await windowsWith({ ping: [{ stdout: "" }] });
    await machine.ping({ ...request, deadlineMs: 2_500, size: 1472, dontFragment: true }, never());
    await machine.ping({ ...request, address: "::1", count: 1, dontFragment: true }, never());
    expect(calls("ping")).toEqual([
      ["-n", "2", "-w", "1500", "-l", "1472", "-f", "-4", "8.8.8.8"],
      ["-n", "1", "-w", "10000", "-6", "::1"],
    ]);
  });
});
