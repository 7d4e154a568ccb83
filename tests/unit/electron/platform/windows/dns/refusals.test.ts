import { afterEach, describe, expect, it } from "vitest";
import type { DnsChange } from "../../../../../../shared/model/dns-change.ts";
import { windowsDns } from "../../../../../../electron/platform/windows/dns/windows-dns.ts";
import { never, value } from "../../fakes.ts";
import { ethernet, FakeWindows, guid, type FakeState } from "./fake-windows.ts";

let windows: FakeWindows;
const changes: DnsChange[] = [];

async function tried(state: Partial<FakeState>, signal: () => AbortSignal = never) {
  windows = new FakeWindows(state);
  const before = windows.state.adapters;
  const change = await windows.planned(["1.1.1.1", "2606:4700:4700::1111"]);
  changes.push(change);
  return { before, change, outcome: await windows.dns.apply(change, signal()) };
}

afterEach(() => windows.remove(changes.splice(0)));

/** What PowerShell prints when the prompt is closed, as bytes of the machine's code page: never read. */
const NOISE = {
  English: "The operation was canceled by the user.",
  German: "Der Vorgang wurde durch den Benutzer abgebrochen. \u0081\u0084",
  French: "L\u0092op\u0082ration a \u0082t\u0082 annul\u0082e par l\u0092utilisateur.",
  Japanese: "\u0083\u0086\u0081[\u0083U\u0081[\u0082\u00C9\u0082\u00E6\u0082\u00C1\u0082\u00C4",
  Chinese:
    "\u00B2\u00D9\u00D7\u00F7\u00D2\u00D1\u00B1\u00BB\u00D3\u00C3\u00BB\u00A7\u00C8\u00A1\u00CF\u00FB\u00A1\u00A3",
};

describe("a switch on Windows that cannot be made", { timeout: 300_000 }, () => {
  it.each(Object.entries(NOISE))("tells a closed prompt from a failure in %s", async (_language, noise) => {
    const { before, change, outcome } = await tried({ noise, modes: { elevated: 1223 } });
    expect(outcome).toMatchObject({ ok: false, error: { code: "cancelled", changed: "nothing" } });
    expect(windows.state.adapters).toEqual(before);
    expect(await windows.dns.guardReport(change, never())).toMatchObject({ state: "none", alive: false });
  });

  it.each([
    [740, "not-authorized"],
    [1314, "not-authorized"],
    [5, "not-authorized"],
    [2, "failed"],
  ])("knows what Windows means by %i", async (number, code) => {
    const { outcome } = await tried({ modes: { elevated: number } });
    expect(outcome).toMatchObject({ ok: false, error: { code, changed: "nothing", detail: String(number) } });
  });

  it.each(Object.entries(NOISE))("works all the same beside noise in %s", async (_language, noise) => {
    const { change, outcome } = await tried({ noise });
    expect(outcome.ok).toBe(true);
    await value(windows.dns.restore(change, false, never()));
  });

  it("believes the guard where Windows does not tell the exit code", async () => {
    const { before, change, outcome } = await tried({ modes: { elevated: "no-exit-code" } });
    expect(outcome.ok).toBe(true);
    await value(windows.dns.commit(change, never()));
    expect(await windows.dns.restore(change, true, never())).toMatchObject({ ok: false, error: { changed: "maybe" } });
    expect(windows.state.adapters).toEqual(before);
  });

  it("puts back what a run with half an answer had written", async () => {
    const { before, outcome } = await tried({ modes: { elevated: "half" } });
    expect(outcome).toMatchObject({ ok: false, error: { code: "failed", changed: "nothing" } });
    expect(windows.state.adapters).toEqual(before);
  });

  it("puts back what a run that died in the middle had written", async () => {
    const { before, change, outcome } = await tried({ modes: { elevated: "dies" } });
    expect(outcome.ok).toBe(false);
    const report = await windows.dns.guardReport(change, never());
    expect(report.state).toBe("restored");
    expect(windows.state.adapters).toEqual(before);
  });

  it("changes nothing when the guard does not come up", async () => {
    const { before, outcome } = await tried({ modes: { task: "dead" } });
    expect(outcome).toMatchObject({ ok: false, error: { code: "guard-not-armed", changed: "nothing" } });
    expect(windows.state.adapters).toEqual(before);
    expect(windows.state.tasks).toEqual([]);
  });

  it("rolls back when the writes have no effect or the service does not answer", async () => {
    const frozen = await tried({ modes: { registry: "frozen" } });
    expect(frozen.outcome).toMatchObject({ ok: false, error: { code: "not-effective", changed: "nothing" } });
    windows.remove(changes.splice(0));
    const throwing = await tried({ modes: { api: "throws" } });
    expect(throwing.outcome).toMatchObject({ ok: false, error: { code: "not-effective", changed: "nothing" } });
    expect(windows.state.adapters).toEqual(throwing.before);
  });

  it("restores by the registry alone where the system's service has stopped", async () => {
    const { before, change } = await tried({});
    windows.change({ modes: { api: "throws" } });
    expect(await value(windows.dns.restore(change, false, never()))).toBe("restored");
    expect(windows.state.adapters).toEqual(before);
  });

  it("stops waiting for a prompt that nobody answers", async () => {
    const { before, outcome } = await tried({ modes: { elevated: "hang" } }, () => AbortSignal.timeout(1_000));
    expect(outcome).toMatchObject({ ok: false, error: { code: "cancelled", changed: "maybe" } });
    expect(windows.state.adapters).toEqual(before);
    windows.remove(changes.splice(0));
    const garbled = await tried({ modes: { elevated: "garbled" } });
    expect(garbled.outcome).toMatchObject({ ok: false, error: { code: "failed" } });
    expect(await windows.dns.apply(garbled.change, AbortSignal.abort())).toMatchObject({
      ok: false,
      error: { code: "cancelled" },
    });
  });

  it("refuses values that are not what they must be, before anything is started", async () => {
    const { change } = await tried({ modes: { elevated: 1223 } });
    const calls = windows.calls.length;
    const set = (settings: Readonly<Record<string, string>>) => ({ ...change, plan: { ...change.plan, settings } });
    const bad: readonly DnsChange[] = [
      { ...change, id: "x" },
      { ...change, token: "'; calc; '" },
      { ...change, snapshot: { ...change.snapshot, linkId: "{'; calc}" } },
      { ...change, owner: { pid: -1, startTime: "" } },
      { ...change, owner: { pid: Number.NaN, startTime: "" } },
      set({ "v4/NameServer": "1.1.1.1'; calc; '" }),
      set({ "v4/Other": "1.1.1.1" }),
      set({ "doh/1.1.1.1/template": "https://evil.example/" }),
      set({ "doh/x'y/flags": "1" }),
      set({ "doh/1.1.1.1/flags": "1; calc" }),
    ];
    for (const one of bad) {
      // oxlint-disable-next-line no-await-in-loop -- what is counted is the starts of each
      expect(await windows.dns.apply(one, never())).toMatchObject({
        ok: false,
        error: { code: "failed", changed: "nothing" },
      });
    }
    expect(windows.calls).toHaveLength(calls);
  });

  it("says when PowerShell is missing", async () => {
    const { change } = await tried({ modes: { elevated: 1223 } });
    const none = windowsDns({
      ...windows.deps,
      run: (request) => windows.deps.run({ ...request, program: "/nowhere" }),
    });
    expect(await none.apply(change, never())).toMatchObject({
      ok: false,
      error: { code: "no-tool", changed: "nothing" },
    });
    expect(await none.flush(false, never())).toMatchObject({ ok: false, error: { code: "no-tool" } });
    expect(await none.restore(change, true, never())).toMatchObject({ ok: false, error: { code: "no-tool" } });
  });

  it("waits for a read-back that is stale", async () => {
    const { change } = await tried({});
    const stale = { [guid(1)]: ethernet().values };
    windows.change({ staleUntil: Date.now() + 1_000, stale });
    expect(await value(windows.dns.settingsNow(change.snapshot, never()))).not.toMatchObject(change.plan.settings);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await value(windows.dns.settingsNow(change.snapshot, never()))).toMatchObject(change.plan.settings);
    await value(windows.dns.commit(change, never()));
  });
});

/** `ipconfig /flushdns` as it prints in the code page of the machine; the exit code is 0 for failures too. */
const FLUSHED = {
  English: "\r\nWindows IP Configuration\r\n\r\nSuccessfully flushed the DNS Resolver Cache.\r\n",
  German: "\r\nWindows-IP-Konfiguration\r\n\r\nDer DNS-Aufl\u0094sungscache wurde geleert.\r\n",
  French: "\r\nConfiguration IP de Windows\r\n\r\nCache de r\u0082solution DNS vid\u0082.\r\n",
  Japanese: "\r\nWindows IP \u008D\u005C\u0090\u00AC\r\n",
  Chinese: "\r\nWindows IP \u00C5\u00E4\u00D6\u00C3\r\n",
};

describe("flushing on Windows", { timeout: 300_000 }, () => {
  it("is proved by a name that left the cache", async () => {
    windows = new FakeWindows();
    expect(await value(windows.dns.flush(false, never()))).toEqual({
      caches: [{ cache: "windows", outcome: "flushed", proved: true }],
    });
    windows.change({ modes: { flush: "no-effect" } });
    expect(await value(windows.dns.flush(false, never()))).toEqual({
      caches: [{ cache: "windows", outcome: "failed", proved: false }],
    });
  });

  it.each(Object.entries(FLUSHED))("never reads what ipconfig says in %s", async (_language, text) => {
    windows = new FakeWindows({ modes: { flush: "no-service" }, ipconfig: { text, exit: 0 } });
    expect(await value(windows.dns.flush(false, never()))).toEqual({
      caches: [{ cache: "windows", outcome: "flushed", proved: null }],
    });
    windows.change({ ipconfig: { text, exit: 1 } });
    expect(await value(windows.dns.flush(false, never()))).toMatchObject({
      caches: [{ outcome: "failed", proved: null }],
    });
    expect(windows.calls.filter(({ program }) => program === "ipconfig").map(({ args }) => args)).toEqual([
      ["/flushdns"],
      ["/flushdns"],
    ]);
  });
});
