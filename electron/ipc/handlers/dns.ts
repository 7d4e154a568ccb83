import { fail, ok } from "../../../shared/lib/result.ts";
import type { DnsBenchState, DnsHistoryRow, DnsJob, DnsRecovered } from "../../../shared/model/dns-job.ts";
import type { DnsChange } from "../../../shared/model/dns-change.ts";
import type { OneClickDeps } from "../../repairs/dns/one-click-dns.ts";
import type { Handlers } from "../answer.ts";
import { NOT_SUPPORTED, refusal, unread, type OpenDns } from "../dns/dns-parts.ts";
import type { BenchRoom } from "../dns/bench-room.ts";
import type { JobDesk } from "../dns/job-desk.ts";
import type { KnownPlan } from "../dns/shown-plan.ts";

/** What the DNS calls need. */
export interface DnsParts {
  readonly openDns: OpenDns;
  readonly onDnsJob: (job: DnsJob) => void;
  readonly onDnsBench: (state: DnsBenchState) => void;
  /** What the start of the program put right. */
  readonly recovered: () => Promise<readonly DnsRecovered[]>;
  readonly reportDns: (error: unknown) => void;
  /** Sites of the history, so that a benchmark is about them too; empty when there are none. */
  readonly ownSites: () => Promise<readonly string[]>;
}

type DnsCallName = Extract<keyof Handlers, `dns.${string}`>;

/** The handlers of all DNS calls. They share the one job desk, the one benchmark and the plan that was shown last. */
export function dnsHandlers(parts: DnsParts): Pick<Handlers, DnsCallName> {
  const open = opener(parts);
  const rooms = onceMade(() => openRooms(parts));
  let shown: KnownPlan | null = null;
  const { signal } = new AbortController();

  return {
    "dns.status": async () => {
      const deps = await open();
      if (deps === null) return ok(NOT_SUPPORTED);
      const status = await deps.desk.backend.read(signal);
      return ok(status.ok ? { os: deps.desk.backend.os, status: status.value } : unread(status.error));
    },
    "dns.plan": async ({ choice, linkId }) => {
      const deps = await open();
      if (deps === null) return ok(NOT_SUPPORTED);
      const { makePlan } = await import("../dns/shown-plan.ts");
      const { answer, known } = await makePlan(deps, choice, linkId);
      shown = known;
      return ok(answer);
    },
    "dns.switch": async ({ planId, anyway, url }) => {
      const deps = await open();
      if (deps === null) return fail("not-supported");
      const plan = shown?.shown.planId === planId ? shown : null;
      if (plan === null) return fail("not-found");
      const target = url === null ? null : await parse(url);
      const { jobs } = await rooms();
      const { runSwitch } = await import("../dns/run-switch.ts");
      const order = { plan, anyway, target: target?.ok === true ? target.value : null };
      const id = jobs.start("switch", order.target?.displayHost ?? null, (job) => runSwitch(deps, order, job));
      if (id === null) return fail("busy");
      shown = null;
      return ok({ id });
    },
    "dns.fix": async ({ input, anyway }) => {
      const target = await parse(input);
      if (!target.ok) return target;
      const deps = await open();
      if (deps === null) return fail("not-supported");
      const { jobs } = await rooms();
      const { runFix } = await import("../dns/run-fix.ts");
      const order = { target: target.value, anyway };
      const id = jobs.start("fix", target.value.displayHost, (job) => runFix(deps, order, job));
      return id === null ? fail("busy") : ok({ id });
    },
    // Asked by every page that opens: nothing is loaded for it while there was no job.
    "dns.job": async () => ok((await rooms.ifMade())?.jobs.current() ?? null),
    "dns.confirm": async ({ id, yes }) => ok({ taken: (await rooms()).jobs.confirm(id, yes) }),
    "dns.moreTime": async ({ id }) => ok({ given: await (await rooms()).jobs.moreTime(id) }),
    "dns.cancel": async ({ id }) => ok({ cancelled: (await rooms()).jobs.cancel(id) }),
    "dns.recovered": async () => ok([...(await parts.recovered())]),
    "dns.bench": async ({ names }) => {
      const deps = await open();
      if (deps === null) return fail("not-supported");
      const id = (await rooms()).bench.start(deps, [...names, ...(await parts.ownSites())]);
      return id === null ? fail("busy") : ok({ id });
    },
    "dns.benchStop": async ({ id }) => ok({ stopped: (await rooms()).bench.stop(id) }),
    ...changeHandlers(open),
  };
}

function changeHandlers(
  open: () => Promise<OneClickDeps | null>,
): Pick<Handlers, "dns.undo" | "dns.history" | "dns.flush"> {
  const { signal } = new AbortController();
  return {
    "dns.undo": async ({ changeId, anyNetwork }) => {
      const deps = await open();
      if (deps === null) return ok(NOT_SUPPORTED);
      const { undoDns } = await import("../../repairs/dns/undo.ts");
      const undone = await undoDns(deps.desk, changeId, signal, anyNetwork);
      if (undone.ok) return ok({ kind: "undone", restored: undone.value.restored });
      const { error } = undone;
      return ok("changed" in error ? refusal(error) : { ...NOT_SUPPORTED, code: error.code });
    },
    "dns.history": async () => {
      const deps = await open();
      return ok(deps === null ? [] : deps.desk.journal.list().changes.map(rowOf));
    },
    "dns.flush": async ({ elevate }) => {
      const deps = await open();
      if (deps === null) return ok(NOT_SUPPORTED);
      const { flushDns } = await import("../../repairs/flush-dns.ts");
      const flushed = await flushDns(deps.desk.backend, elevate, signal);
      return ok(flushed.ok ? { kind: "flushed", result: flushed.value } : refusal(flushed.error));
    },
  };
}

interface Rooms {
  readonly jobs: JobDesk;
  readonly bench: BenchRoom;
}

async function openRooms({ onDnsJob, onDnsBench, reportDns }: DnsParts): Promise<Rooms> {
  const [{ createJobDesk }, { createBenchRoom }] = await Promise.all([
    import("../dns/job-desk.ts"),
    import("../dns/bench-room.ts"),
  ]);
  return { jobs: createJobDesk(onDnsJob, reportDns), bench: createBenchRoom(onDnsBench, reportDns) };
}

/** What a start has left to put right comes before anything else about DNS. */
function opener({ openDns, recovered }: DnsParts): () => Promise<OneClickDeps | null> {
  return async () => {
    await recovered();
    return openDns();
  };
}

async function parse(input: string) {
  return (await import("../../engine/target.ts")).parseTarget(input);
}

/** What the window gets of a change: never its token or what only the back end understands. */
function rowOf({ id, startedAt, snapshot, plan, state, end }: DnsChange): DnsHistoryRow {
  const before = { v4: snapshot.v4, v6: snapshot.v6 };
  return { id, startedAt, linkName: snapshot.linkName, before, servers: plan.servers, state, end };
}

/** Makes a thing when it is first asked for; `ifMade` does not make it. */
function onceMade<Value>(make: () => Promise<Value>) {
  let made: Promise<Value> | null = null;
  return Object.assign(() => (made ??= make()), { ifMade: async () => made });
}
