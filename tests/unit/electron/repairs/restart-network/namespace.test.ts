import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRunner } from "../../../../../electron/platform/exec.ts";
import { linuxMachine } from "../../../../../electron/platform/linux/linux-machine.ts";
import { realDeps } from "../../../../../electron/platform/machine-deps.ts";
import { findProgram, programsOf } from "../../../../../electron/platform/programs.ts";
import { RESTART_LIMITS } from "../../../../../electron/repairs/restart-network/machine.ts";
import { proofOf } from "../../../../../shared/lib/restart-facts.ts";
import type { RestartState } from "../../../../../shared/model/restart.ts";
import { observeRestart } from "../../../../../electron/repairs/restart-network/observe.ts";
import { connectSeen, dnsSeen, exchangeSeen, targetOf } from "../../checks/fakes.ts";

const CLIENT = `gg-rest-${process.pid}-c`;
const ROUTER = `gg-rest-${process.pid}-r`;
const GATEWAY = "10.78.0.1";
const pathOf = (name: "ip" | "ping") => {
  const found = findProgram(programsOf("linux"), name);
  if (!found.found) throw new Error(`this test needs the program ${name}`);
  return found.path;
};
const ip = (...args: readonly string[]) => execFileSync(pathOf("ip"), [...args], { encoding: "utf8" });
let folder = "";

/** The programs of this machine, looking into the client's namespace. */
function machine() {
  const inside = (name: "ip" | "ping") => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\nexec ${pathOf("ip")} netns exec ${CLIENT} ${pathOf(name)} "$@"\n`, { mode: 0o755 });
    return [path];
  };
  const run = createRunner({ ip: inside("ip"), ping: inside("ping") });
  // Nothing of the machine that the test runs on is read.
  return linuxMachine({ ...realDeps(), run, nodeInterfaces: () => ({}) });
}

beforeAll(() => {
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    throw new Error("this test needs root on Linux: it makes network namespaces of its own");
  }
  folder = mkdtempSync(join(tmpdir(), "gg-restart-"));
  for (const namespace of [CLIENT, ROUTER]) ip("netns", "add", namespace);
  ip("link", "add", "eth0", "netns", CLIENT, "type", "veth", "peer", "name", "lan0", "netns", ROUTER);
  ip("-n", CLIENT, "addr", "add", "10.78.0.2/24", "dev", "eth0");
  ip("-n", ROUTER, "addr", "add", `${GATEWAY}/24`, "dev", "lan0");
  ip("-n", ROUTER, "link", "set", "lan0", "up");
  ip("-n", CLIENT, "link", "set", "eth0", "up");
  ip("-n", CLIENT, "route", "add", "default", "via", GATEWAY);
});

afterAll(() => {
  for (const namespace of [CLIENT, ROUTER]) {
    try {
      ip("netns", "del", namespace);
    } catch {
      // It was never made.
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Watches a router that is really there, while it is switched by `when` the watch comes to a phase. */
async function watchRouter(when: (state: RestartState) => void): Promise<RestartState> {
  const controller = new AbortController();
  const stop = setTimeout(() => controller.abort(), 90_000);
  const end = await observeRestart(
    {
      machine: machine(),
      probes: {
        // Sockets of this process are in another namespace: only what the programs see inside decides.
        tcpConnect: async (address, port) => connectSeen(address, address === GATEWAY ? "timeout" : "connected", port),
        dnsQuery: async (server, question) => dnsSeen(server, question, { addresses: ["203.0.113.1"] }),
        httpRequest: async () => exchangeSeen(),
      },
      references: { egress: [{ host: "203.0.113.1", port: 443 }], stableName: null, systemResolver: null },
      target: targetOf("http://203.0.113.9/"),
      cadence: { nearMs: 200, outsideMs: 400 },
      limits: { ...RESTART_LIMITS, shortestGapMs: 1_000 },
    },
    { kept: null, pulled: () => false, onLook: when },
    controller.signal,
  );
  clearTimeout(stop);
  return end;
}

test("a router that is switched off and on is seen going and coming, cable lost and all", async () => {
  let switched = 0;
  const seen: string[] = [];
  const end = await watchRouter((state) => {
    if (seen.at(-1) !== state.phase) seen.push(state.phase);
    if (state.phase === "waiting-for-gap" && state.now.router === "up" && switched === 0) {
      switched = 1;
      // Power off: the cable's other end goes dark.
      ip("-n", ROUTER, "link", "set", "lan0", "down");
    }
    if (switched === 1 && state.routerGap !== null && state.lastMs - state.routerGap.fromMs > 1_500) {
      switched = 2;
      ip("-n", ROUTER, "link", "set", "lan0", "up");
    }
  });
  expect(seen).toEqual(["looking", "waiting-for-gap", "gone", "back"]);
  expect(proofOf(end).kind).toBe("gap");
  expect(end.routerGap?.looks).toBeGreaterThan(1);
}, 120_000);

test("a router behind a switch goes without the cable noticing, and is seen all the same", async () => {
  let switched = 0;
  const end = await watchRouter((state) => {
    if (state.phase === "waiting-for-gap" && state.now.router === "up" && switched === 0) {
      switched = 1;
      ip("-n", ROUTER, "addr", "flush", "dev", "lan0");
    }
    if (switched === 1 && state.routerGap !== null && state.lastMs - state.routerGap.fromMs > 1_500) {
      switched = 2;
      ip("-n", ROUTER, "addr", "add", `${GATEWAY}/24`, "dev", "lan0");
    }
  });
  expect([end.phase, proofOf(end).kind]).toEqual(["back", "gap"]);
  expect(end.now.link).toBe("up");
}, 120_000);
