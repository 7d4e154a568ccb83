import { describe, expect, it } from "vitest";
import { chosenServers } from "../../../../../electron/repairs/dns/chosen-servers.ts";
import { switchCarefully, type SwitchFace } from "../../../../../electron/repairs/dns/switch-dns.ts";
import { KNOWN_DNS_SERVERS } from "../../../../../shared/model/dns-settings.ts";
import { depsOf, HOME, newWorld, type World } from "./switch-world.ts";

const NEVER = new AbortController().signal;
const REQUEST = {
  servers: KNOWN_DNS_SERVERS.quad9,
  linkId: null,
  mode: { kind: "keep-for", deadlineSeconds: 5 },
  anyway: false,
} as const;

function face(over: Partial<SwitchFace> = {}): SwitchFace {
  return { onConditions: () => undefined, agree: async () => true, onStep: () => undefined, ...over };
}

const switched = (world: World, over: { readonly anyway?: boolean; readonly stableName?: null } = {}) =>
  switchCarefully(
    depsOf(world, over.stableName === null ? { stableName: null } : {}),
    { ...REQUEST, anyway: over.anyway ?? false },
    face(),
    NEVER,
  );

describe("chosen servers", () => {
  it("are known by name, both families together", () => {
    expect(chosenServers(["Cloudflare"])).toEqual({
      ok: true,
      value: { id: "cloudflare", servers: ["1.1.1.1", "2606:4700:4700::1111", "1.0.0.1", "2606:4700:4700::1001"] },
    });
  });

  it("are addresses, with commas or blanks, each once", () => {
    const own = { ok: true, value: { id: "own", servers: ["192.0.2.1", "2001:db8::1"] } };
    expect(chosenServers(["192.0.2.1,2001:DB8::1", "192.0.2.1"])).toEqual(own);
    expect(chosenServers(["192.0.2.1 2001:db8::1"])).toEqual(own);
  });

  it.each([
    [[], "none"],
    [["cloudflare", "google"], "not-an-address"],
    [["1.2.3"], "not-an-address"],
    [["0x7f.1"], "not-an-address"],
    [["fe80::1%eth0"], "not-an-address"],
    [["$(reboot)"], "not-an-address"],
    [["0.0.0.0"], "no-server-there"],
    [["224.0.0.251"], "no-server-there"],
    [["255.255.255.255"], "no-server-there"],
    [["::"], "no-server-there"],
    [["ff02::fb"], "no-server-there"],
    [["192.0.2.1,192.0.2.2,192.0.2.3,192.0.2.4,192.0.2.5"], "too-many"],
  ])("%j are refused: %s", (words, code) => {
    expect(chosenServers(words)).toMatchObject({ ok: false, error: { code } });
  });
});

describe("a careful switch", () => {
  it("stays open for its guard when names are still found", async () => {
    const world = newWorld();
    expect((await switched(world)).kind).toBe("open");
    expect(world.servers[0]).toBe("9.9.9.9");
  });

  it("is rolled back when names were found before and are not any more", async () => {
    const world = newWorld();
    delete world.zones["9.9.9.9"];
    expect(await switched(world)).toMatchObject({ kind: "rolled-back", because: "worse", restored: "restored" });
    expect(world.servers).toEqual([HOME]);
  });

  it("has nothing to lose where nothing worked before, or nothing is known to look up", async () => {
    const dead = newWorld();
    dead.zones = {};
    expect((await switched(dead)).kind).toBe("open");
    const unknown = newWorld();
    delete unknown.zones["9.9.9.9"];
    expect((await switched(unknown, { stableName: null })).kind).toBe("open");
  });

  it("is held back by what speaks against it, unless the person insists", async () => {
    const world = newWorld({ status: { overrides: [{ kind: "policy", detail: "Contoso" }] } });
    expect(await switched(world)).toMatchObject({ kind: "obstacles", obstacles: [{ code: "company-policy" }] });
    expect([world.servers, world.changes]).toEqual([[HOME], []]);
    expect((await switched(world, { anyway: true })).kind).toBe("open");
  });

  it("tells all conditions, also those that do not hold it back", async () => {
    const world = newWorld({ status: { overrides: [{ kind: "browser-doh", detail: "Firefox" }] } });
    const told: string[] = [];
    const watching = face({ onConditions: ({ conditions }) => told.push(...conditions.map(({ code }) => code)) });
    expect((await switchCarefully(depsOf(world), REQUEST, watching, NEVER)).kind).toBe("open");
    expect(told).toEqual(["browser-doh"]);
  });
});
