import type { DnsChoice } from "../../../shared/model/dns-job.ts";
import type { Call } from "../call.ts";
import { openStepOf } from "../slices/guided.ts";
import { afterJob, NO_CHOICE, type DnsSlice } from "../slices/dns.ts";
import type { AppStore } from "../store.ts";

/** What a person can do about this computer's DNS. */
export interface DnsActions {
  readonly showDns: () => Promise<void>;
  /** Which servers? `site`: the address that shall be looked at before and after; "" for none. */
  readonly chooseDns: (site?: string) => void;
  /** The connection that shall get them; null: the one with the way out. */
  readonly chooseDnsLink: (linkId: string | null) => void;
  readonly editDnsChoice: (change: Partial<DnsChoice>) => void;
  /** Reads, plans and shows; touches nothing. */
  readonly planDns: (choice: DnsChoice) => Promise<void>;
  /** Does what was shown. `anyway`: the person has read what speaks against it. */
  readonly switchDns: (anyway: boolean) => Promise<void>;
  readonly showFix: (site?: string) => void;
  readonly editFix: (site: string) => void;
  /** The one-click fix for an address; the site that was given last when none is given. */
  readonly fixDns: (order: { readonly site?: string; readonly anyway?: boolean }) => Promise<void>;
  readonly answerDns: (yes: boolean) => Promise<void>;
  readonly moreTimeForDns: () => Promise<void>;
  readonly cancelDns: () => Promise<void>;
  readonly flushDns: (elevate: boolean) => Promise<void>;
  readonly showDnsHistory: () => Promise<void>;
  /** `anyNetwork`: the person has read that the servers from before belong to another network. */
  readonly undoDns: (changeId: string, anyNetwork?: boolean) => Promise<void>;
  readonly showBench: () => void;
  readonly startBench: () => Promise<void>;
  readonly stopBench: () => Promise<void>;
  /** The person has read what the start of the program put right. */
  readonly dismissRecovered: () => void;
  /** Back to the result that led here, or to the first screen. */
  readonly leaveDns: () => void;
}

/** Most names of the person's own that are measured, as the contract allows. */
const OWN_NAMES = 12;

export function createDnsActions(store: AppStore, call: Call, showHome: () => void): DnsActions {
  const set = (change: Partial<DnsSlice>): void => store.setState((state) => ({ dns: { ...state.dns, ...change } }));
  const dns = (): DnsSlice => store.getState().dns;
  /** One thing at a time; a code of main's becomes the error line. */
  const alone = async (work: () => Promise<Partial<DnsSlice>>): Promise<void> => {
    if (dns().busy) return;
    set({ busy: true, error: null });
    set({ ...(await work()), busy: false });
  };
  const read = async (): Promise<void> => {
    const outcome = await call("dns.status", undefined);
    set(outcome.ok ? { overview: outcome.value } : { overview: null, error: outcome.error.code });
  };
  const startJob = (name: "switch" | "fix", begin: () => Promise<{ readonly ok: boolean }>): Promise<void> =>
    alone(async () => {
      set({ job: null, beginning: name });
      store.setState({ screen: "dns-job" });
      const outcome = await begin();
      if (outcome.ok) return {};
      // What led here says why it did not begin.
      store.setState({ screen: name === "switch" ? "dns-plan" : "dns-fix" });
      return {};
    });
  return {
    ...pages(store, call, { set, dns, read, showHome }),
    planDns: (choice) =>
      alone(async () => {
        set({ choice, planned: null });
        const outcome = await call("dns.plan", { choice, linkId: dns().linkId });
        if (!outcome.ok) return { error: outcome.error.code };
        if (outcome.value.kind !== "bad-servers") store.setState({ screen: "dns-plan" });
        return { planned: outcome.value };
      }),
    switchDns: async (anyway) => {
      const { planned, site } = dns();
      if (planned?.kind !== "planned") return;
      const order = { planId: planned.plan.planId, anyway, url: site.trim() === "" ? null : site };
      await startJob("switch", () => begun(call("dns.switch", order), set));
    },
    fixDns: async ({ site = dns().site, anyway = false }) => {
      set({ site });
      await startJob("fix", () => begun(call("dns.fix", { input: site, anyway }), set));
    },
    ...answers(dns, call),
    flushDns: (elevate) =>
      alone(async () => {
        set({ flush: null });
        const outcome = await call("dns.flush", { elevate });
        return outcome.ok ? { flush: outcome.value } : { error: outcome.error.code };
      }),
    undoDns: (changeId, anyNetwork = false) =>
      alone(async () => {
        set({ undo: { changeId, answer: null } });
        const outcome = await call("dns.undo", { changeId, anyNetwork });
        const history = await call("dns.history", undefined);
        if (history.ok) set({ history: history.value });
        return outcome.ok ? { undo: { changeId, answer: outcome.value } } : { undo: null, error: outcome.error.code };
      }),
    ...benchActions(store, call, set),
  };
}

/** Starts and says whether it began; the error goes to the error line. */
async function begun(
  outcome: Promise<{ readonly ok: boolean; readonly error?: { readonly code: DnsSlice["error"] } }>,
  set: (change: Partial<DnsSlice>) => void,
): Promise<{ readonly ok: boolean }> {
  const { ok, error } = await outcome;
  if (!ok) set({ error: error?.code ?? "crashed" });
  return { ok };
}

/** What the person says to a job that runs. */
function answers(dns: () => DnsSlice, call: Call) {
  return {
    answerDns: async (yes: boolean) => {
      const { job } = dns();
      if (job !== null) await call("dns.confirm", { id: job.id, yes });
    },
    moreTimeForDns: async () => {
      const { job } = dns();
      if (job !== null) await call("dns.moreTime", { id: job.id });
    },
    cancelDns: async () => {
      const { job } = dns();
      if (job !== null) await call("dns.cancel", { id: job.id });
    },
  };
}

interface Tools {
  readonly set: (change: Partial<DnsSlice>) => void;
  readonly dns: () => DnsSlice;
  readonly read: () => Promise<void>;
  readonly showHome: () => void;
}

/** Going from one screen about DNS to another. */
function pages(store: AppStore, call: Call, { set, dns, read, showHome }: Tools) {
  return {
    showDns: async () => {
      store.setState({ screen: "dns" });
      set({ error: null, flush: null, undo: null });
      await read();
    },
    chooseDns: (site = "") => {
      set({ site, choice: NO_CHOICE, linkId: null, planned: null, error: null });
      store.setState({ screen: "dns-choose" });
      // From a result this is the first screen about DNS; which connections there are is not known yet.
      if (dns().overview === null) void read();
    },
    chooseDnsLink: (linkId: string | null) => set({ linkId, planned: null }),
    editDnsChoice: (change: Partial<DnsChoice>) => set({ choice: { ...dns().choice, ...change }, planned: null }),
    showFix: (site = "") => {
      set({ site, error: null });
      store.setState({ screen: "dns-fix" });
    },
    editFix: (site: string) => set({ site, error: null }),
    showDnsHistory: async () => {
      store.setState({ screen: "dns-history" });
      set({ error: null, undo: null });
      const outcome = await call("dns.history", undefined);
      set(outcome.ok ? { history: outcome.value } : { history: null, error: outcome.error.code });
    },
    dismissRecovered: () => set({ recovered: [] }),
    leaveDns: () => {
      const { run, guided } = store.getState();
      // Whoever came from a guided step goes on there.
      if (openStepOf(guided)?.plan.kind === "dns") store.setState({ screen: "repair" });
      else if (run?.checkup) store.setState({ screen: "verdict" });
      else showHome();
    },
  };
}

function benchActions(store: AppStore, call: Call, set: (change: Partial<DnsSlice>) => void) {
  return {
    showBench: () => {
      set({ error: null });
      store.setState({ screen: "dns-bench" });
    },
    startBench: async () => {
      set({ error: null, bench: { id: "", done: 0, of: 0, report: null, stopped: false } });
      const names = store.getState().checkedHosts.slice(0, OWN_NAMES);
      const outcome = await call("dns.bench", { names });
      if (!outcome.ok) set({ error: outcome.error.code, bench: null });
    },
    stopBench: async () => {
      const { bench } = store.getState().dns;
      if (bench !== null && bench.id !== "") await call("dns.benchStop", { id: bench.id });
    },
  };
}

/** What main knew before this page was there: a job under way, and what its start put right. */
export async function readDnsAtOpen(store: AppStore, call: Call): Promise<void> {
  const job = async (): Promise<void> => {
    const outcome = await call("dns.job", undefined);
    if (!outcome.ok || outcome.value === null || outcome.value.end !== null) return;
    const { value } = outcome;
    store.setState(({ dns }) => ({ screen: "dns-job", dns: afterJob(dns, value, performance.now()) }));
  };
  const recovered = async (): Promise<void> => {
    const outcome = await call("dns.recovered", undefined);
    if (!outcome.ok || outcome.value.length === 0) return;
    const { value } = outcome;
    store.setState(({ dns }) => ({ dns: { ...dns, recovered: value } }));
  };
  await Promise.all([job(), recovered()]);
}
