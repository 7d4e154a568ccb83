import { describe, expect, it } from "vitest";
import type { ActionStep } from "../../../../../shared/model/repair-action.ts";
import type { Checkup } from "../../../../../shared/model/checkup.ts";
import type { Message } from "../../../../../shared/model/message.ts";
import { ok } from "../../../../../shared/lib/result.ts";
import { DE_ACTIONS } from "../../../../../shared/text/de/actions.ts";
import { EN_ACTIONS } from "../../../../../shared/text/en/actions.ts";
import { createTranslator } from "../../../../../shared/text/translator.ts";
import { MENU_SYSTEMS, menuSystem, type MenuSystem } from "../../../../../electron/platform/menu-system.ts";
import { VPN_CLIENTS } from "../../../../../electron/platform/vpn/known-clients.ts";
import type { ActionContext } from "../../../../../electron/repairs/action.ts";
import { openActionJournal } from "../../../../../electron/repairs/action-journal.ts";
import { machineActions, type MachineActionDeps } from "../../../../../electron/repairs/machine-actions.ts";
import { fakeMachine, targetOf } from "../../checks/fakes.ts";
import { observe, target } from "../../engine/build-observations.ts";
import { hostileNames } from "../../platform/hostile-names.ts";

const { signal } = new AbortController();

/** A check-up with everything that the offers look at. */
const CHECKUP = {
  observations: observe(
    {
      clock: { offsets: [{ source: "a", offsetMs: 7_500_000 }], medianOffsetMs: 7_500_000 },
      "path-mtu": {
        largestPassing: 1_412,
        smallestVanishing: 1_440,
        errorReturned: false,
        largeStalled: 2,
        smallPassed: 2,
      },
      "captive-portal": { probes: [], unroutableAnswered: null, loginUrl: "http://portal.example/login?x=1" },
    },
    { target: target() },
  ),
  judgement: { verdict: { code: "vpn-path", faultSide: "proxy" } },
} as unknown as Checkup;

const CONTEXT: ActionContext = { target: targetOf("https://wwwexample.con/page"), checkup: CHECKUP };

function depsOf(system: MenuSystem, linkName = "eth0", has = true): MachineActionDeps {
  const os = system.startsWith("windows") ? "windows" : system.startsWith("macos") ? "macos" : "linux";
  const down = async () => ({ ok: false, error: { code: "not-found", detail: "", stdout: "", stderr: "" } }) as const;
  return {
    machine: fakeMachine({
      os,
      interfaces: async () =>
        ok([
          {
            name: linkName,
            id: "2",
            kind: "wifi",
            up: true,
            carrier: true,
            addresses: [{ address: "192.168.1.10", prefix: 24, family: "v4", scope: "private" }],
          },
          { name: `${linkName}2`, id: "3", kind: "ethernet", up: true, carrier: false, addresses: [] },
        ]),
      defaultRoutes: async () =>
        ok([{ family: "v4", gateway: "192.168.1.1", interfaceName: linkName, metric: 1, tunnel: false }]),
      hostsFile: async () => ok({ path: "/etc/hosts", text: "10.0.0.1 wwwexample.con\n::1 wwwexample.con\n" }),
    }),
    system,
    elevation: { os, run: down, uid: 501 },
    journal: openActionJournal("/nonexistent/gg"),
    dataFolder: "/nonexistent/gg",
    now: () => new Date(),
    has: () => has,
    vpns: async () => [
      ...VPN_CLIENTS.map((client) => ({ client, name: linkName, on: true, by: "client" as const })),
      { client: null, name: linkName, on: false, by: "system" },
      { client: null, name: linkName, on: true, by: "network-manager" },
      { client: null, name: linkName, on: null, by: "unknown" },
    ],
    browsers: async () => [],
    openExternal: async () => true,
    proxies: {
      keepers: [],
      probes: {} as MachineActionDeps["proxies"]["probes"],
      environment: {},
      environmentLines: async () => [{ path: "/x", line: 1, variable: "http_proxy", needsAdmin: false, leads: [] }],
    },
    dns: { stands: () => true, release: async () => true },
    plainPage: null,
    exists: async () => true,
  };
}

async function everyChoice(deps: MachineActionDeps) {
  const offers = await Promise.all(machineActions(deps).map((action) => action.offer(CONTEXT, signal)));
  return offers.flatMap((offer) => offer?.choices.map((choice) => ({ ...choice, repair: offer.repair })) ?? []);
}

function messagesOf(steps: readonly ActionStep[]): readonly Message[] {
  return steps.flatMap((step) => (step.kind === "click" ? [step.what] : []));
}

describe("what the repairs of this computer offer", () => {
  it.each(MENU_SYSTEMS)(
    "has words for every step on %s, in English and German, with nothing left open",
    async (system) => {
      const translators = [
        createTranslator("en", { en: { action: EN_ACTIONS } }),
        createTranslator("de", { de: { action: DE_ACTIONS } }),
      ];
      for (const has of [true, false]) {
        // One set of offers after the other.
        // oxlint-disable-next-line no-await-in-loop
        const choices = await everyChoice(depsOf(system, "eth0", has));
        expect(new Set(choices.map(({ repair }) => repair)).size).toBe(system.startsWith("windows") ? 17 : 18);
        const messages = choices.flatMap(({ steps, facts, blockedBy }) => [
          ...messagesOf(steps),
          ...facts,
          ...(blockedBy === null ? [] : [blockedBy]),
        ]);
        expect(messages.length).toBeGreaterThan(60);
        for (const t of translators) {
          const sentences = messages.map((message) => t.message(message));
          expect(sentences.filter((one) => one.startsWith("action.") || one.includes("{{"))).toEqual([]);
        }
        expect(choices.every(({ steps }) => steps.length > 0)).toBe(true);
      }
    },
  );

  it("puts hostile names into no command unquoted", async () => {
    const names = hostileNames(60).filter((name) => name !== "");
    const offers = await Promise.all(
      names.flatMap((name) =>
        (["other", "windows-11", "macos"] as const).map(async (system) => ({
          name,
          commands: (await everyChoice(depsOf(system, name))).flatMap(({ steps }) =>
            steps.flatMap((step) => (step.kind === "command" ? [step.text] : [])),
          ),
        })),
      ),
    );
    // A command is one line, and outside its quotes there is nothing that a shell acts on but what we put there.
    const bare = (text: string) => text.replaceAll(/'(?:[^']|'\\''|'')*'/gu, "");
    const bad = offers.flatMap(({ name, commands }) =>
      commands.filter(
        (text) =>
          /\p{Cc}/u.test(text) ||
          (/touch|reboot|Remove-Item|cat\b/u.test(name) &&
            /touch|reboot$|Remove-Item|\|cat/u.test(bare(text).replace("systemctl reboot", ""))),
      ),
    );
    expect(bad).toEqual([]);
    expect(offers.flatMap(({ commands }) => commands).length).toBeGreaterThan(500);
  });

  it("uses the size that was measured, and the sign-in page that the network offered", async () => {
    const choices = await everyChoice(depsOf("gnome"));
    const text = JSON.stringify(choices);
    expect(text).toContain("sudo ip link set dev eth0 mtu 1412");
    expect(text).toContain("http://portal.example/login?x=1");
    expect(text).toContain('"amount":"2 h 5 min"');
    expect(choices.filter(({ repair }) => repair === "check-address").map(({ label }) => label)).toContain(
      "wwwexample.com",
    );
  });

  it.each([
    ["win32", "10.0.19045", {}, "windows-10"],
    ["win32", "10.0.22631", {}, "windows-11"],
    ["win32", "", {}, "windows-11"],
    ["darwin", "21.6.0", {}, "macos-12"],
    ["darwin", "24.1.0", {}, "macos"],
    ["linux", "6.1", { XDG_CURRENT_DESKTOP: "ubuntu:GNOME" }, "gnome"],
    ["linux", "6.1", { XDG_CURRENT_DESKTOP: "KDE" }, "kde"],
    ["linux", "6.1", { KDE_FULL_SESSION: "true" }, "kde"],
    ["linux", "6.1", { XDG_CURRENT_DESKTOP: "XFCE" }, "other"],
    ["linux", "6.1", {}, "other"],
  ] as const)("knows the menus of %s %s", (platform, release, environment, system) => {
    expect(menuSystem(platform, release, environment)).toBe(system);
  });
});
