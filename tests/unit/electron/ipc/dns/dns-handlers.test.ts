import { describe, expect, it, vi } from "vitest";
import { dnsHandlers, type DnsParts } from "../../../../../electron/ipc/handlers/dns.ts";
import type { Handlers } from "../../../../../electron/ipc/answer.ts";
import type { DnsBenchState, DnsJob, DnsPlanned, DnsShownPlan } from "../../../../../shared/model/dns-job.ts";
import { KNOWN_DNS_SERVERS } from "../../../../../shared/model/dns-settings.ts";
import { ok } from "../../../../../shared/lib/result.ts";
import { backendOf, depsOf, HOME, newWorld, SITE, type World } from "../../repairs/dns/switch-world.ts";

type Dns = Pick<Handlers, Extract<keyof Handlers, `dns.${string}`>>;

interface Setup {
  readonly world: World;
  readonly dns: Dns;
  readonly jobs: DnsJob[];
  readonly benches: DnsBenchState[];
  /** Waits until the job has come so far. */
  until(wanted: (job: DnsJob) => boolean): Promise<DnsJob>;
}

function setup(over: Partial<World> = {}, parts: Partial<DnsParts> = {}): Setup {
  const world = newWorld(over);
  const deps = { ...depsOf(world), hostCache: { clear: async () => true }, betweenRoundsMs: 0 };
  const jobs: DnsJob[] = [];
  const benches: DnsBenchState[] = [];
  const dns = dnsHandlers({
    openDns: async () => deps,
    onDnsJob: (job) => void jobs.push(job),
    onDnsBench: (state) => void benches.push(state),
    recovered: async () => [],
    ownSites: async () => [],
    reportDns: (error) => {
      throw error;
    },
    ...parts,
  });
  const until = async (wanted: (job: DnsJob) => boolean): Promise<DnsJob> =>
    vi.waitFor(
      () => {
        const job = jobs.at(-1);
        if (job === undefined || !wanted(job)) throw new Error(`still at ${JSON.stringify(job?.steps)}`);
        return job;
      },
      { timeout: 20_000, interval: 10 },
    );
  return { world, dns, jobs, benches, until };
}

const asked = ({ question }: DnsJob): boolean => question !== null;
const ended = ({ end }: DnsJob): boolean => end !== null;

async function planOf({ dns }: Setup): Promise<DnsShownPlan> {
  const planned = await dns["dns.plan"]({ choice: { id: "cloudflare", text: "" }, linkId: null });
  if (!planned.ok || planned.value.kind !== "planned") throw new Error(JSON.stringify(planned));
  return planned.value.plan;
}

async function startSwitch(at: Setup, over: { anyway?: boolean; url?: string | null } = {}): Promise<string> {
  const { planId } = await planOf(at);
  const begun = await at.dns["dns.switch"]({ planId, anyway: false, url: null, ...over });
  if (!begun.ok) throw new Error(begun.error);
  return begun.value.id;
}

describe("a plan", () => {
  it("shows the exact commands and touches nothing", async () => {
    const at = setup();
    const plan = await planOf(at);
    expect(plan.servers).toEqual(KNOWN_DNS_SERVERS.cloudflare);
    expect(plan.commands[0]?.argv[0]).toBe("/usr/bin/nmcli");
    expect(at.world.events).toEqual([]);
    expect(at.world.changes).toEqual([]);
  });

  it("names what is wrong with a person's own addresses", async () => {
    const planned = await setup().dns["dns.plan"]({
      choice: { id: "own", text: "1.1.1.1, dns.example" },
      linkId: null,
    });
    const bad: DnsPlanned = { kind: "bad-servers", code: "not-an-address", text: "dns.example" };
    expect(planned).toEqual(ok(bad));
  });

  it("is good for one switch, and only for the one that was shown last", async () => {
    const at = setup();
    const first = await planOf(at);
    const second = await planOf(at);
    const order = { anyway: false, url: null };
    expect(await at.dns["dns.switch"]({ planId: first.planId, ...order })).toEqual({ ok: false, error: "not-found" });
    expect(await at.dns["dns.switch"]({ planId: second.planId, ...order })).toMatchObject({ ok: true });
    await at.until(asked);
    expect(await at.dns["dns.switch"]({ planId: second.planId, ...order })).toEqual({ ok: false, error: "not-found" });
    expect(at.world.events).toEqual(["apply"]);
  });
});

describe("a switch", () => {
  it("waits to be kept, tells the guard's time, and is kept by a yes", async () => {
    const at = setup();
    const id = await startSwitch(at);
    const job = await at.until(asked);
    expect(job.question).toMatchObject({ kind: "keep", secondsLeft: 38 });
    expect(at.world.servers).toEqual(KNOWN_DNS_SERVERS.cloudflare);
    expect(await at.dns["dns.confirm"]({ id, yes: true })).toEqual(ok({ taken: true }));
    expect((await at.until(ended)).end).toMatchObject({ kind: "kept" });
    expect(at.world.events).toEqual(["apply", "commit"]);
    expect(await at.dns["dns.confirm"]({ id, yes: true })).toEqual(ok({ taken: false }));
  });

  it("goes back by a no, and the undone change stands in the history", async () => {
    const at = setup();
    const id = await startSwitch(at);
    await at.until(asked);
    await at.dns["dns.confirm"]({ id, yes: false });
    expect((await at.until(ended)).end).toEqual({ kind: "put-back", because: "declined", restored: "restored" });
    expect(at.world.servers).toEqual([HOME]);
    const history = await at.dns["dns.history"](undefined);
    expect(history).toMatchObject({ ok: true, value: [{ state: "undone", end: "restored" }] });
    expect(JSON.stringify(history)).not.toContain("token");
  });

  it("gets more time from the guard and starts its clock afresh", async () => {
    const at = setup();
    const id = await startSwitch(at);
    const before = (await at.until(asked)).question?.turn ?? 0;
    expect(await at.dns["dns.moreTime"]({ id })).toEqual(ok({ given: true }));
    const { question } = await at.until(({ question: now }) => now !== null && now.turn > before);
    expect(question?.secondsLeft).toBe(56);
    expect(at.world.events).toEqual(["apply", "extend 60"]);
    await at.dns["dns.confirm"]({ id, yes: false });
    await at.until(ended);
    expect(await at.dns["dns.moreTime"]({ id })).toEqual(ok({ given: false }));
  });

  it("touches nothing when the setting is no longer the one that was shown", async () => {
    const at = setup();
    const { planId } = await planOf(at);
    at.world.servers = ["192.168.1.254"];
    at.world.zones["192.168.1.254"] = at.world.zones[HOME] ?? {};
    await at.dns["dns.switch"]({ planId, anyway: false, url: null });
    expect((await at.until(ended)).end).toEqual({ kind: "changed-since" });
    expect(at.world.events).toEqual([]);
  });

  it("is held back where something speaks against it, and goes on only when the person insists", async () => {
    const vpn = { overrides: [{ kind: "vpn", detail: "tun0" }] } as const;
    const at = setup({ status: vpn });
    await startSwitch(at);
    const held = await at.until(ended);
    expect(held.end).toEqual({ kind: "held-back" });
    expect(held.conditions?.conditions.map(({ code }) => code)).toContain("vpn-up");
    expect(at.world.events).toEqual([]);
    const id = await startSwitch(at, { anyway: true });
    await at.until(asked);
    await at.dns["dns.confirm"]({ id, yes: false });
    await at.until(ended);
  });

  it("compares a site before and after, with the control", async () => {
    const good = { [SITE]: ["203.0.113.10"], "stable.example": ["203.0.113.80"] };
    const at = setup({ zones: { [HOME]: { "stable.example": ["203.0.113.80"] }, "1.1.1.1": good } });
    const id = await startSwitch(at, { url: `https://${SITE}/` });
    const job = await at.until(asked);
    expect(job.host).toBe(SITE);
    expect(job.comparison).toMatchObject({ outcome: "fixed", before: { target: { level: "fails" } } });
    await at.dns["dns.confirm"]({ id, yes: true });
    await at.until(ended);
  });

  it("says what failed, and what was rolled back by itself", async () => {
    const refused = setup({ failApply: { code: "not-authorized", detail: "", changed: "nothing" } });
    await startSwitch(refused);
    expect((await refused.until(ended)).end).toMatchObject({ kind: "refused", code: "not-authorized" });
    const worse = setup({ zones: { [HOME]: { "stable.example": ["203.0.113.80"] } } });
    await startSwitch(worse);
    expect((await worse.until(ended)).end).toEqual({ kind: "put-back", because: "worse", restored: "restored" });
    expect(worse.world.servers).toEqual([HOME]);
  });

  it("is not there before the first one", async () => {
    expect(await setup().dns["dns.job"](undefined)).toEqual(ok(null));
  });

  it("stays alone: another one is refused while it runs", async () => {
    const at = setup();
    const id = await startSwitch(at);
    await at.until(asked);
    const { planId } = await planOf(at);
    expect(await at.dns["dns.switch"]({ planId, anyway: false, url: null })).toEqual({ ok: false, error: "busy" });
    expect(await at.dns["dns.fix"]({ input: SITE, anyway: false })).toEqual({ ok: false, error: "busy" });
    expect(await at.dns["dns.job"](undefined)).toMatchObject({ ok: true, value: { id, question: { kind: "keep" } } });
    await at.dns["dns.cancel"]({ id });
    expect((await at.until(ended)).end).toMatchObject({ kind: "put-back", restored: "restored" });
  });
});

describe("the one-click fix", () => {
  const broken = (): Partial<World> => ({
    zones: {
      [HOME]: { "stable.example": ["203.0.113.80"] },
      "1.1.1.1": { [SITE]: ["203.0.113.10"], "stable.example": ["203.0.113.80"] },
    },
  });

  it("asks before the switch and after it, and keeps what mended", async () => {
    const at = setup(broken());
    const begun = await at.dns["dns.fix"]({ input: SITE, anyway: false });
    const id = begun.ok ? begun.value.id : "";
    const first = await at.until(asked);
    expect(first.question?.kind).toBe("agree");
    expect(first.question?.plan.commands[0]?.argv[0]).toBe("/usr/bin/nmcli");
    expect(at.world.events).not.toContain("apply");
    await at.dns["dns.confirm"]({ id, yes: true });
    const second = await at.until(({ question }) => question?.kind === "keep");
    expect(second.comparison?.outcome).toBe("fixed");
    await at.dns["dns.confirm"]({ id, yes: true });
    expect((await at.until(ended)).end).toMatchObject({
      kind: "fix-ended",
      result: { end: { kind: "mended", by: "switch", candidate: "cloudflare" } },
    });
    expect(at.world.events).toContain("commit");
  });

  it("stops when the person stops it, and changes nothing", async () => {
    const at = setup(broken());
    const begun = await at.dns["dns.fix"]({ input: SITE, anyway: false });
    await at.until(asked);
    await at.dns["dns.cancel"]({ id: begun.ok ? begun.value.id : "" });
    expect((await at.until(ended)).end).toEqual({ kind: "cancelled" });
    expect(at.world.servers).toEqual([HOME]);
  });

  it("says why an address cannot be mended", async () => {
    expect(await setup().dns["dns.fix"]({ input: "a b", anyway: false })).toEqual({ ok: false, error: "spaces" });
  });
});

describe("undo, flush and status", () => {
  it("undo a kept change, leave somebody else's setting alone, and say when nothing is left", async () => {
    const at = setup();
    const id = await startSwitch(at);
    await at.until(asked);
    await at.dns["dns.confirm"]({ id, yes: true });
    const { end } = await at.until(ended);
    const changeId = end?.kind === "kept" ? end.changeId : "";
    at.world.servers = ["192.0.2.99"];
    expect(await at.dns["dns.undo"]({ changeId, anyNetwork: false })).toEqual(
      ok({ kind: "undone", restored: "theirs" }),
    );
    expect(await at.dns["dns.undo"]({ changeId, anyNetwork: false })).toMatchObject({
      value: { kind: "refused", code: "already-undone" },
    });
    expect(await at.dns["dns.undo"]({ changeId: "x", anyNetwork: false })).toMatchObject({
      value: { code: "nothing-to-undo" },
    });
  });

  it("ask for the administrator's rights only when told to", async () => {
    const at = setup();
    expect(await at.dns["dns.flush"]({ elevate: false })).toMatchObject({ value: { result: { outcome: "flushed" } } });
    await at.dns["dns.flush"]({ elevate: true });
    expect(at.world.events).toEqual(["flush", "flush elevated"]);
  });

  it("say so on a system whose DNS is not known, and when it cannot be read", async () => {
    const nowhere = setup({}, { openDns: async () => null });
    expect(await nowhere.dns["dns.status"](undefined)).toMatchObject({ value: { code: "not-supported" } });
    expect(await nowhere.dns["dns.fix"]({ input: SITE, anyway: false })).toEqual({ ok: false, error: "not-supported" });
    const deaf = setup({ failRead: true });
    expect(await deaf.dns["dns.status"](undefined)).toMatchObject({ value: { kind: "refused", detail: "timed-out" } });
    const fine = await setup().dns["dns.status"](undefined);
    expect(fine).toMatchObject({ value: { os: "linux", status: { manager: "network-manager" } } });
  });

  it("wait until the start has put right what was left behind", async () => {
    const order: string[] = [];
    const world = newWorld();
    const deps = { ...depsOf(world), hostCache: null };
    const at = setup(
      {},
      {
        recovered: async () => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          order.push("recovered");
          return [];
        },
        openDns: async () => {
          order.push(backendOf(world).os);
          return deps;
        },
      },
    );
    await at.dns["dns.status"](undefined);
    expect(order).toEqual(["recovered", "linux"]);
  });
});

describe("the benchmark", () => {
  it("ends with a report, one at a time", async () => {
    const at = setup();
    const begun = await at.dns["dns.bench"]({ names: [SITE] });
    expect(begun).toMatchObject({ ok: true });
    expect(await at.dns["dns.bench"]({ names: [] })).toEqual({ ok: false, error: "busy" });
    await vi.waitFor(() => expect(at.benches.at(-1)?.report?.verdict).toBeDefined(), { timeout: 20_000 });
    expect(at.benches.at(-1)?.report?.names).toContain(SITE);
  });

  it("can be stopped", async () => {
    const at = setup();
    const begun = await at.dns["dns.bench"]({ names: [] });
    const id = begun.ok ? begun.value.id : "";
    expect(await at.dns["dns.benchStop"]({ id })).toEqual(ok({ stopped: true }));
    await vi.waitFor(() => expect(at.benches.at(-1)).toMatchObject({ stopped: true, report: null }), {
      timeout: 20_000,
    });
  });
});
