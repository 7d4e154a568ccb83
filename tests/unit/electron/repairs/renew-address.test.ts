import { describe, expect, it } from "vitest";
import type { ProgramRequest, RunProgram } from "../../../../electron/platform/exec.ts";
import { requestAddress } from "../../../../electron/platform/renew-address.ts";
import { renewAddress } from "../../../../electron/repairs/renew-address.ts";
import { fail, ok } from "../../../../shared/lib/result.ts";
import type { NetInterface } from "../../../../shared/model/facts/local-facts.ts";
import { fakeMachine, notReadable } from "../checks/fakes.ts";

const { signal } = new AbortController();
const UUID = "0f5e0f3c-7f4b-4a50-9d7e-0d5b4a3c2b1a";

function link(addresses: readonly string[], over: Partial<NetInterface> = {}): NetInterface {
  return {
    name: "eth0",
    id: "2",
    kind: "ethernet",
    up: true,
    carrier: true,
    addresses: addresses.map((address) => ({
      address,
      prefix: 24,
      family: "v4",
      scope: address.startsWith("169.254.") ? "link-local" : "private",
    })),
    ...over,
  };
}

describe("renewing the address", () => {
  const renewed = async (before: readonly string[], after: readonly string[] | null) => {
    let asked = false;
    const machine = fakeMachine({
      interfaces: async () =>
        asked && after === null
          ? fail({ code: "timed-out", detail: "" })
          : ok([link(asked && after !== null ? after : before)]),
    });
    const request = async (one: NetInterface) => {
      asked = true;
      expect(one.name).toBe("eth0");
      return ok("asked" as const);
    };
    return renewAddress({ machine, request, waitMs: 300 }, signal);
  };

  it.each([
    ["a first address", ["169.254.3.4"], ["192.168.1.5"], "got-address"],
    ["another address", ["192.168.1.5"], ["192.168.1.6"], "new-address"],
    ["the same address", ["192.168.1.5"], ["192.168.1.5"], "same-address"],
    ["no address", [], ["169.254.3.4"], "no-address"],
    ["what nobody could see", ["192.168.1.5"], null, "unclear"],
  ])("brings %s", async (_name, before, after, outcome) => {
    expect(await renewed(before, after)).toMatchObject({ ok: true, value: { outcome, interfaceName: "eth0" } });
  });

  it.each(["not-automatic", "no-tool"] as const)("passes on %s without waiting", async (outcome) => {
    const result = await renewAddress({ machine: fakeMachine(), request: async () => ok(outcome) }, signal);
    expect(result).toMatchObject({ ok: true, value: { outcome } });
  });

  it("takes the interface with the way out, never a tunnel", async () => {
    const machine = fakeMachine({
      interfaces: async () =>
        ok([link([], { name: "tun0", kind: "tunnel" }), link([], { name: "wlan0", kind: "wifi" })]),
      defaultRoutes: async () => ok([{ family: "v4", gateway: null, interfaceName: "tun0", metric: 1, tunnel: true }]),
    });
    const names: string[] = [];
    const request = async (one: NetInterface) => {
      names.push(one.name);
      return ok("no-tool" as const);
    };
    await renewAddress({ machine, request }, signal);
    expect(names).toEqual(["wlan0"]);
  });

  it("says when there is nothing to renew, or the prompt was refused", async () => {
    const request = async () => fail({ code: "cancelled" as const, detail: "" });
    const none = fakeMachine({ interfaces: async () => ok([]) });
    expect(await renewAddress({ machine: none, request }, signal)).toMatchObject({ error: { code: "no-link" } });
    const blind = fakeMachine({ interfaces: notReadable("timed-out") });
    expect(await renewAddress({ machine: blind, request }, signal)).toMatchObject({ error: { code: "no-link" } });
    expect(await renewAddress({ machine: fakeMachine(), request }, signal)).toMatchObject({
      error: { code: "cancelled" },
    });
  });
});

describe("asking for an address", () => {
  /** Programs by their words; what is not listed fails. */
  function programs(answers: Readonly<Record<string, string>>) {
    const seen: string[] = [];
    const run: RunProgram = async ({ program, args }: ProgramRequest) => {
      const words = [program, ...args].join(" ");
      seen.push(words);
      const answer = Object.entries(answers).find(([key]) => words.includes(key))?.[1];
      if (answer === undefined) return fail({ code: "not-found", detail: "", stdout: "", stderr: "" });
      return ok({ exitCode: 0, stdout: answer, stderr: "" });
    };
    return { run, seen };
  }

  it.each([
    ["100 (verbunden)", `${UUID}\n`, `connection up uuid ${UUID}`],
    ["30 (getrennt)", "\n", "device connect eth0"],
  ])("goes through NetworkManager when the state is %s", async (state, uuid, verb) => {
    const { run, seen } = programs({
      "GENERAL.STATE": `${state}\n`,
      "GENERAL.CON-UUID": uuid,
      "ipv4.method": "auto\n",
      "--wait 30": "",
    });
    expect(await requestAddress({ os: "linux", run, uid: 1000 }, link(["169.254.1.2"]), signal)).toEqual(ok("asked"));
    expect(seen.at(-1)).toContain(verb);
    expect(seen.join("\n")).not.toMatch(/down|disconnect|release/);
  });

  it("does not take a connection down that has an address: the network may not answer", async () => {
    const { run, seen } = programs({
      "GENERAL.STATE": "100\n",
      "GENERAL.CON-UUID": UUID,
      "ipv4.method": "auto\n",
      "--wait": "",
    });
    expect(await requestAddress({ os: "linux", run, uid: 1000 }, link(["192.168.1.5"]), signal)).toEqual(ok("no-tool"));
    expect(seen.join("\n")).not.toContain("--wait");
  });

  it("leaves an address that is set by hand", async () => {
    const { run } = programs({
      "GENERAL.STATE": "100 (connected)\n",
      "GENERAL.CON-UUID": UUID,
      "ipv4.method": "manual\n",
    });
    expect(await requestAddress({ os: "linux", run, uid: 1000 }, link([]), signal)).toEqual(ok("not-automatic"));
  });

  it("goes to networkd where NetworkManager leaves the interface alone, and else to dhcpcd", async () => {
    const networkd = programs({ "GENERAL.STATE": "10 (unmanaged)\n", networkctl: "" });
    expect(await requestAddress({ os: "linux", run: networkd.run, uid: 1000 }, link([]), signal)).toEqual(ok("asked"));
    const dhcpcd = programs({ pkexec: "gg-start\ngg-done\n" });
    expect(await requestAddress({ os: "linux", run: dhcpcd.run, uid: 1000 }, link([]), signal)).toEqual(ok("asked"));
    const nothing = programs({ "/bin/sh": "gg-start\n" });
    expect(await requestAddress({ os: "linux", run: nothing.run, uid: 0 }, link([]), signal)).toEqual(ok("no-tool"));
    const refused = programs({});
    expect(await requestAddress({ os: "linux", run: refused.run, uid: 1000 }, link([]), signal)).toMatchObject({
      ok: false,
    });
  });

  it("tells a refusal of NetworkManager", async () => {
    const { run } = programs({ "GENERAL.STATE": "100 (connected)\n" });
    expect(await requestAddress({ os: "linux", run, uid: 1000 }, link([]), signal)).toMatchObject({
      error: { code: "failed" },
    });
  });

  it.each(["-x", "eth0; reboot", "$(reboot)", "a b", ""])("takes no interface called %j", async (name) => {
    const { run, seen } = programs({});
    for (const os of ["linux", "macos"] as const) {
      expect(await requestAddress({ os, run, uid: 0 }, link([], { name }), signal)).toMatchObject({
        error: { code: "no-link" },
      });
    }
    expect(seen).toEqual([]);
  });

  it("asks configd on macOS", async () => {
    const { run, seen } = programs({ osascript: "gg-start\ngg-done\n" });
    expect(await requestAddress({ os: "macos", run, uid: 501 }, link([], { name: "en0" }), signal)).toEqual(
      ok("asked"),
    );
    expect(seen[0]).toMatch(/RefreshConfiguration[\s\S]* en0$/);
    const bad = programs({ osascript: "gg-start\n" });
    expect(await requestAddress({ os: "macos", run: bad.run, uid: 501 }, link([]), signal)).toMatchObject({
      ok: false,
    });
  });

  it.each([
    [0, ok("asked")],
    [21, ok("not-automatic")],
    [20, fail({ code: "no-link", detail: "20" })],
    [22, fail({ code: "failed", detail: "22" })],
  ])("asks for one adapter on Windows: exit code %i", async (exit, expected) => {
    const { run } = programs({ powershell: JSON.stringify({ exit, error: null }) });
    const adapter = link([], { name: 'Büro "LAN"', id: `{${UUID}}` });
    expect(await requestAddress({ os: "windows", run, uid: -1 }, adapter, signal)).toEqual(expected);
  });

  it("takes no adapter on Windows without its GUID, and passes a refusal on", async () => {
    const { run } = programs({ powershell: '{"exit":null,"error":1223}' });
    expect(await requestAddress({ os: "windows", run, uid: -1 }, link([]), signal)).toMatchObject({
      error: { code: "no-link" },
    });
    const adapter = link([], { id: UUID });
    expect(await requestAddress({ os: "windows", run, uid: -1 }, adapter, signal)).toMatchObject({
      error: { code: "cancelled" },
    });
  });
});
