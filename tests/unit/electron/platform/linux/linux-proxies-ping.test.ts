import { describe, expect, test } from "vitest";
import { linuxMachine } from "../../../../../electron/platform/linux/linux-machine.ts";
import { fixture, never, value } from "../fakes.ts";
import { madeUpMachines } from "../made-up-machine.ts";

const { machineWith, calls } = madeUpMachines(linuxMachine);

describe("proxies on Linux", () => {
  const session = { DBUS_SESSION_BUS_ADDRESS: "unix:path=/run/user/1000/bus", XDG_CURRENT_DESKTOP: "GNOME" };

  test("are GNOME's manual ones, with what is left out, then the environment's", async () => {
    const machine = machineWith(
      { gsettings: [{ stdout: fixture("linux/gsettings-manual.txt") }] },
      {},
      { environment: { ...session, http_proxy: "env:1" } },
    );
    const found = await value(machine.proxies(never()));
    expect(found.map(({ source, scheme, host, port }) => [source, scheme, host, port])).toEqual([
      ["gnome", "http", "proxy.corp.example", 8080],
      ["gnome", "socks", "127.0.0.1", 1080],
      ["environment", "http", "env", 1],
    ]);
    expect(found[0]?.bypass).toEqual(["localhost", "127.0.0.0/8", "::1", "*.corp.example"]);
  });

  test("are GNOME's PAC file without credentials, or its auto-detection", async () => {
    const text = fixture("linux/gsettings-auto.txt");
    const pac = await value(
      machineWith({ gsettings: [{ stdout: text }] }, {}, { environment: session }).proxies(never()),
    );
    expect(pac).toMatchObject([{ kind: "pac", pacUrl: "http://wpad.corp.example/proxy.pac" }]);
    const detect = text.replace(/autoconfig-url '.*'/, "autoconfig-url ''");
    expect(
      await value(machineWith({ gsettings: [{ stdout: detect }] }, {}, { environment: session }).proxies(never())),
    ).toMatchObject([{ kind: "auto-detect", pacUrl: null }]);
  });

  test.each([
    ["the mode is none", [{ stdout: fixture("linux/gsettings-none.txt") }]],
    ["the schema is missing", [{ stderr: "No such schema", exit: 1 }]],
    ["gsettings is missing", null],
  ] as const)("of GNOME are none when %s", async (_, gsettings) => {
    const machine = machineWith(gsettings === null ? {} : { gsettings }, {}, { environment: session });
    expect(await value(machine.proxies(never()))).toEqual([]);
  });

  test("of GNOME are not asked without a session or on KDE", async () => {
    for (const environment of [{}, { ...session, XDG_CURRENT_DESKTOP: "KDE" }]) {
      const machine = machineWith(
        { gsettings: [{ stdout: fixture("linux/gsettings-manual.txt") }] },
        {},
        { environment },
      );
      expect(await value(machine.proxies(never()))).toEqual([]);
      expect(calls("gsettings")).toEqual([]);
    }
  });

  test("that could not be asked are an error, not none", async () => {
    const machine = machineWith({ gsettings: [{ hangs: true }] }, {}, { environment: session });
    expect(await machine.proxies(never())).toMatchObject({ ok: false, error: { code: "timed-out" } });
  }, 20_000);

  test.each([
    [
      "1",
      [
        ["manual", "http", "proxy.corp.example", 3128],
        ["manual", "https", "proxy.corp.example", 3129],
        ["manual", "socks", "127.0.0.1", 9050],
      ],
    ],
    ["2", [["pac", "all", null, null]]],
    ["3", [["auto-detect", "all", null, null]]],
    ["0", []],
    ["4", []],
  ])("of KDE with type %s are read from its file", async (type, expected) => {
    const text = fixture("linux/kioslaverc").replace("ProxyType=1", `ProxyType=${type}`);
    const machine = machineWith(
      {},
      { "home/person/.config/kioslaverc": text },
      { environment: { XDG_CURRENT_DESKTOP: "KDE" } },
    );
    const found = await value(machine.proxies(never()));
    expect(found.map(({ kind, scheme, host, port }) => [kind, scheme, host, port])).toEqual(expected);
    expect(found.every(({ bypass }) => bypass.join() === "localhost,127.0.0.0/8,intranet.example")).toBe(true);
    expect(JSON.stringify(found)).not.toContain("secret");
  });

  test("of KDE with a turned-round list keep that", async () => {
    const text = fixture("linux/kioslaverc").replace("ReversedException=false", "ReversedException=true");
    const machine = machineWith(
      {},
      { "conf/kioslaverc": text },
      { environment: { KDE_FULL_SESSION: "true", XDG_CONFIG_HOME: "/conf" } },
    );
    expect((await value(machine.proxies(never())))[0]?.bypass).toEqual([
      "!localhost",
      "!127.0.0.0/8",
      "!intranet.example",
    ]);
  });
});

describe("ping on Linux", () => {
  const request = { address: "10.9.0.1", count: 2, deadlineMs: 3_000 };

  test("gives sent, received and the median; duplicates do not count", async () => {
    const machine = machineWith({ ping: [{ stdout: fixture("linux/ping-replies.txt") }] });
    const found = await machine.ping(request, never());
    expect(found).toMatchObject({ sent: 2, received: 2, failure: null });
    expect(found.medianMs).toBeCloseTo(0.834, 2);
    expect(calls("ping")).toEqual([["-n", "-c", "2", "-i", "0.2", "-W", "2", "10.9.0.1"]]);
  });

  test("sets size and do-not-fragment", async () => {
    const machine = machineWith({
      ping: [
        {
          stdout: fixture("linux/ping-too-big.txt"),
          stderr: "ping: local error: message too long, mtu=1500\n",
          exit: 1,
        },
      ],
    });
    expect(await machine.ping({ ...request, count: 1, size: 2000, dontFragment: true }, never())).toEqual({
      address: "10.9.0.1",
      sent: 1,
      received: 0,
      medianMs: null,
      failure: "too-big",
    });
    expect(calls("ping")).toEqual([["-n", "-c", "1", "-W", "3", "-s", "2000", "-M", "do", "10.9.0.1"]]);
  });

  test.each([
    ["no-reply", { stdout: fixture("linux/ping-no-reply.txt"), exit: 1 }, 2],
    ["unreachable", { stdout: fixture("linux/ping-unreachable.txt"), exit: 1 }, 2],
    ["unreachable", { stderr: "ping: connect: Network is unreachable\n", exit: 2 }, 2],
    [
      "not-permitted",
      {
        stderr:
          "ping: socktype: SOCK_RAW\nping: socket: Operation not permitted\nping: => missing cap_net_raw+p capability or setuid?\n",
        exit: 2,
      },
      0,
    ],
    [
      "too-big",
      {
        stdout:
          "PING x\nFrom 10.0.0.1 icmp_seq=1 Frag needed and DF set (mtu = 1400)\n\n--- x ping statistics ---\n1 packets transmitted, 0 received, +1 errors\n",
        exit: 1,
      },
      1,
    ],
    ["error", { stdout: "", exit: 0 }, 0],
    ["error", { stderr: "ping: invalid argument: 'x'\n", exit: 2 }, 0],
    ["error", { floods: true }, 0],
  ] as const)("is %s when it says so (%#)", async (failure, answer, sent) => {
    expect(await machineWith({ ping: [answer] }).ping(request, never())).toEqual({
      address: "10.9.0.1",
      sent,
      received: 0,
      medianMs: null,
      failure,
    });
  });

  test("keeps the replies that came before the deadline", async () => {
    const half = fixture("linux/ping-replies.txt").split("\n").slice(0, 2).join("\n");
    const machine = machineWith({ ping: [{ stdout: `${half}\n`, hangs: true }] });
    expect(await machine.ping({ ...request, deadlineMs: 1_500 }, never())).toMatchObject({
      sent: 2,
      received: 1,
      medianMs: 1.6,
      failure: null,
    });
  });

  test("has no tool where there is none, and takes no names or options for addresses", async () => {
    expect(await machineWith({}).ping(request, never())).toMatchObject({ failure: "no-tool", sent: 0 });
    const machine = machineWith({ ping: [{ stdout: "" }] });
    for (const address of ["example.com", "-f", "--help", ""]) {
      expect(await machine.ping({ ...request, address }, never())).toMatchObject({ failure: "error" });
    }
    expect(await machine.ping(request, AbortSignal.abort())).toMatchObject({ failure: "error" });
    expect(calls("ping")).toEqual([]);
  });
});

describe("the hosts file on Linux", () => {
  test("is /etc/hosts", async () => {
    expect(await value(machineWith({}, { "etc/hosts": "127.0.0.1 localhost\n" }).hostsFile(never()))).toEqual({
      path: "/etc/hosts",
      text: "127.0.0.1 localhost\n",
    });
  });
});
