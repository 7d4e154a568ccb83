import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRunner } from "../../../../../electron/platform/exec.ts";
import { linuxMachine } from "../../../../../electron/platform/linux/linux-machine.ts";
import { realDeps } from "../../../../../electron/platform/machine-deps.ts";
import { findProgram, programsOf } from "../../../../../electron/platform/programs.ts";
import { never, value } from "../fakes.ts";

const NAMESPACE = `gg-plat-${process.pid}-a`;
const PEER = `gg-plat-${process.pid}-b`;
const found = findProgram(programsOf("linux"), "ip");
const IP = found.found ? found.path : "ip (not found)";
const ip = (...args: readonly string[]) => execFileSync(IP, [...args], { encoding: "utf8" });
const inside = (...args: readonly string[]) => ip("-n", NAMESPACE, ...args);

/** These tests change nothing of the machine, but namespaces can only be made by root. */
function requireRoot(): void {
  if (process.platform !== "linux") throw new Error("these tests need Linux: they make network namespaces");
  if (process.getuid?.() !== 0) throw new Error("these tests need root: they make network namespaces of their own");
}

let folder = "";

/** The adapter, its `ip` looking into the namespace. */
function machine() {
  return linuxMachine({ ...realDeps(), run: createRunner({ ip: [join(folder, "ip")] }) });
}

beforeAll(() => {
  requireRoot();
  folder = mkdtempSync(join(tmpdir(), "gg-namespace-"));
  writeFileSync(join(folder, "ip"), `#!/bin/sh\nexec ${IP} netns exec ${NAMESPACE} ${IP} "$@"\n`, { mode: 0o755 });
  ip("netns", "add", NAMESPACE);
  ip("netns", "add", PEER);
  ip("link", "add", "gg-in", "netns", NAMESPACE, "type", "veth", "peer", "name", "gg-out", "netns", PEER);
  inside("link", "set", "lo", "up");
  inside("link", "set", "gg-in", "up");
  inside("addr", "add", "10.77.0.2/24", "dev", "gg-in");
  inside("addr", "add", "2001:db8:77::2/64", "dev", "gg-in", "nodad");
  ip("-n", PEER, "addr", "add", "10.77.0.1/24", "dev", "gg-out");
});
afterAll(() => {
  for (const namespace of [NAMESPACE, PEER]) {
    try {
      ip("netns", "del", namespace);
    } catch {
      // It was never made.
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

/** The namespace's own end of the cable. */
const cable = async () => (await value(machine().interfaces(never()))).find(({ name }) => name === "gg-in");

describe("a network namespace", () => {
  test("shows an interface that is up without a link, then with one, then down", async () => {
    expect(await cable()).toMatchObject({ kind: "ethernet", up: true, carrier: false });
    ip("-n", PEER, "link", "set", "gg-out", "up");
    expect(await cable()).toMatchObject({ up: true, carrier: true });
    expect((await cable())?.addresses).toContainEqual({
      address: "10.77.0.2",
      prefix: 24,
      family: "v4",
      scope: "private",
    });
    inside("link", "set", "gg-in", "down");
    expect(await cable()).toMatchObject({ up: false, carrier: null });
    inside("link", "set", "gg-in", "up");
  });

  test("shows no default route, then those that are made, the better one first", async () => {
    expect(await value(machine().defaultRoutes(never()))).toEqual([]);
    inside("route", "add", "default", "via", "10.77.0.1", "metric", "100");
    inside("-6", "route", "add", "default", "via", "fe80::1", "dev", "gg-in", "metric", "5");
    inside("route", "add", "default", "via", "10.77.0.9", "metric", "20");
    expect(await value(machine().defaultRoutes(never()))).toEqual([
      { family: "v4", gateway: "10.77.0.9", interfaceName: "gg-in", metric: 20, tunnel: false },
      { family: "v4", gateway: "10.77.0.1", interfaceName: "gg-in", metric: 100, tunnel: false },
      { family: "v6", gateway: "fe80::1", interfaceName: "gg-in", metric: 5, tunnel: false },
    ]);
  });

  test("shows a VPN's split route on a tun device as a tunnel's, before the others", async () => {
    inside("tuntap", "add", "mode", "tun", "dev", "corp7");
    inside("addr", "add", "10.88.0.6/24", "dev", "corp7");
    inside("link", "set", "corp7", "up");
    inside("route", "add", "0.0.0.0/1", "dev", "corp7");
    inside("route", "add", "128.0.0.0/1", "dev", "corp7");
    const interfaces = await value(machine().interfaces(never()));
    expect(interfaces.find(({ name }) => name === "corp7")).toMatchObject({ kind: "tunnel" });
    expect((await value(machine().defaultRoutes(never())))[0]).toEqual({
      family: "v4",
      gateway: null,
      interfaceName: "corp7",
      metric: 0,
      tunnel: true,
    });
    inside("link", "del", "corp7");
  });

  test("shows a policy-routed VPN table before the main one", async () => {
    inside("tuntap", "add", "mode", "tun", "dev", "wgx");
    inside("link", "set", "wgx", "up");
    inside("route", "add", "default", "dev", "wgx", "table", "51820");
    inside("rule", "add", "not", "fwmark", "51820", "table", "51820");
    inside("rule", "add", "table", "main", "suppress_prefixlength", "0");
    const routes = await value(machine().defaultRoutes(never()));
    expect(routes.map(({ interfaceName, tunnel }) => [interfaceName, tunnel]).slice(0, 2)).toEqual([
      ["wgx", true],
      ["gg-in", false],
    ]);
    inside("link", "del", "wgx");
  });

  test("shows a rejecting route as no route", async () => {
    inside("route", "add", "unreachable", "default", "metric", "1");
    const routes = await value(machine().defaultRoutes(never()));
    expect(routes.filter(({ family }) => family === "v4")).toEqual([]);
    inside("route", "del", "unreachable", "default", "metric", "1");
  });

  test("shows neighbours that are there, that failed, and none", async () => {
    inside("neigh", "replace", "10.77.0.1", "lladdr", "02:00:00:00:00:01", "nud", "reachable", "dev", "gg-in");
    inside("neigh", "replace", "10.77.0.66", "nud", "failed", "dev", "gg-in");
    expect(await value(machine().neighbour("10.77.0.1", never()))).toEqual({
      address: "10.77.0.1",
      interfaceName: "gg-in",
      state: "reachable",
    });
    expect(await value(machine().neighbour("10.77.0.66", never()))).toMatchObject({ state: "failed" });
    expect(await value(machine().neighbour("10.77.0.67", never()))).toMatchObject({ state: "absent" });
  });
});

describe("the machine itself", () => {
  test("answers every question about itself", async () => {
    const own = linuxMachine(realDeps());
    const interfaces = await value(own.interfaces(never()));
    expect(interfaces.find(({ name }) => name === "lo")).toMatchObject({ kind: "loopback", up: true });
    expect(Array.isArray(await value(own.defaultRoutes(never())))).toBe(true);
    expect(Array.isArray(await value(own.resolvers(never())))).toBe(true);
    expect((await value(own.hostsFile(never()))).path).toBe("/etc/hosts");
  });
});
