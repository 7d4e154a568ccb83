import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { DnsBackend } from "../../../../electron/platform/dns/dns-backend.ts";
import { createDnsDesk } from "../../../../electron/repairs/dns/create-desk.ts";
import { recoverDns } from "../../../../electron/repairs/dns/recover.ts";
import { keepChange, rollBackChange, switchDns, type DnsSwitchHooks } from "../../../../electron/repairs/dns/switch.ts";
import { undoDns } from "../../../../electron/repairs/dns/undo.ts";
import { lockAddress, takeLock } from "../../../../electron/storage/machine-lock.ts";
import type { DnsChangeMode } from "../../../../shared/model/dns-change.ts";
import { KNOWN_DNS_SERVERS } from "../../../../shared/model/dns-settings.ts";
import { never } from "./fakes.ts";
import { FakeMac } from "./macos/dns/fake-mac.ts";
import { FakeWindows } from "./windows/dns/fake-windows.ts";

interface Fake {
  readonly folder: string;
  readonly dns: DnsBackend;
  remove(): void;
}

const MACHINES = {
  Windows: () => {
    const fake = new FakeWindows();
    return { fake, state: () => JSON.stringify(fake.state.adapters) };
  },
  macOS: () => {
    const fake = new FakeMac();
    return { fake, state: () => JSON.stringify(fake.state.services) };
  },
} satisfies Record<string, () => { readonly fake: Fake; readonly state: () => string }>;

const left: Fake[] = [];

afterEach(() => {
  for (const fake of left.splice(0)) fake.remove();
});

function deskOn(make: (typeof MACHINES)[keyof typeof MACHINES]) {
  const { fake, state } = make();
  left.push(fake);
  const data = join(fake.folder, "data");
  mkdirSync(data);
  // Each made-up machine has its own lock: the real one belongs to the machine that the tests run on.
  const lock = () => takeLock(lockAddress(`dns-${basename(fake.folder)}`, data));
  return { desk: { ...createDnsDesk(fake.dns, data, "1.0.0"), lock }, state, before: state() };
}

const ASK: DnsChangeMode = { kind: "ask", deadlineSeconds: 60 };

const hooks = (good: boolean): DnsSwitchHooks<never> => ({
  obstacles: async () => [],
  agree: async () => true,
  afterCheck: async () => good,
  onStep: () => undefined,
});

const request = { servers: KNOWN_DNS_SERVERS.cloudflare, linkId: null, mode: ASK };

describe.each(Object.entries(MACHINES))("a whole change on %s", { timeout: 300_000 }, (_os, make) => {
  it("is kept and undone, and the machine is as it was", async () => {
    const { desk, state, before } = deskOn(make);
    const open = await switchDns(desk, request, hooks(true), never());
    if (open.kind !== "open") throw new Error(JSON.stringify(open));
    expect(state()).not.toBe(before);
    expect(await keepChange(desk, open.change, never())).toMatchObject({ ok: true, value: { state: "committed" } });
    const done = await undoDns(desk, null, never());
    expect(done).toMatchObject({ ok: true, value: { restored: "restored" } });
    expect(state()).toBe(before);
  });

  it("goes back when the after-check is worse, and when the person says so", async () => {
    const { desk, state, before } = deskOn(make);
    const worse = await switchDns(desk, request, hooks(false), never());
    expect(worse).toMatchObject({ kind: "rolled-back", because: "worse", restored: "restored" });
    expect(state()).toBe(before);
    const open = await switchDns(desk, request, hooks(true), never());
    if (open.kind !== "open") throw new Error(JSON.stringify(open));
    expect(await rollBackChange(desk, open.change, never())).toEqual({ ok: true, value: "restored" });
    expect(state()).toBe(before);
  });

  it("is left alone by a recovery while it is open", async () => {
    const { desk, state, before } = deskOn(make);
    const open = await switchDns(desk, request, hooks(true), never());
    if (open.kind !== "open") throw new Error(JSON.stringify(open));
    const run = await recoverDns(desk, false, never());
    expect(run.kind === "done" ? run.recoveries.map(({ outcome }) => outcome) : run.kind).toEqual(["live"]);
    expect(state()).not.toBe(before);
    await rollBackChange(desk, open.change, never());
    expect(state()).toBe(before);
  });
});
