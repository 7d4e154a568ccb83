import { readdirSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { DnsChange } from "../../../../../../shared/model/dns-change.ts";
import { never, value } from "../../fakes.ts";
import { FakeMac, type FakeState } from "./fake-mac.ts";

let mac: FakeMac;
const changes: DnsChange[] = [];

async function tried(state: Partial<FakeState>, signal = never()) {
  mac = new FakeMac(state);
  const change = await mac.planned(["1.1.1.1", "2606:4700:4700::1111"]);
  changes.push(change);
  return { change, outcome: await mac.dns.apply(change, signal) };
}

const dns = () => mac.state.services[0]?.dns;

afterEach(() => mac.remove(changes.splice(0)));

/** How osascript ends when the person closes the prompt; the number is the same in every language. */
const CANCELLED = {
  English: "User canceled. (-128)",
  German: "Vom Benutzer abgebrochen. (-128)",
  French: "L’utilisateur a annulé. (-128)",
  Japanese: "ユーザによってキャンセルされました。 (-128)",
  Chinese: "用户已取消。 (-128)",
};

describe("a switch on macOS that cannot be made", { timeout: 300_000 }, () => {
  it.each(Object.entries(CANCELLED))("tells a closed prompt from a failure in %s", async (_language, text) => {
    const { outcome } = await tried({ modes: { osascript: "refused" }, refusals: { refused: text } });
    expect(outcome).toMatchObject({ ok: false, error: { code: "cancelled", changed: "nothing" } });
    expect(dns()).toBeNull();
  });

  it.each([
    ["-60005", "not-authorized"],
    ["-60007", "no-agent"],
    ["-1743", "not-authorized"],
    ["-10810", "failed"],
  ])("knows what osascript means by %s", async (number, code) => {
    const { outcome } = await tried({ modes: { osascript: "refused" }, refusals: { refused: `Nein. (${number})` } });
    expect(outcome).toMatchObject({ ok: false, error: { code, changed: "nothing" } });
  });

  it("puts back what a run that broke off in the middle had written", async () => {
    const { outcome, change } = await tried({ modes: { osascript: "half" } });
    expect(outcome).toMatchObject({ ok: false, error: { code: "failed", changed: "nothing" } });
    expect(dns()).toBeNull();
    expect(await mac.dns.guardReport(change, never())).toMatchObject({ state: "restored" });
  });

  it("puts back what a run that said nothing at all had written", async () => {
    const { outcome } = await tried({ modes: { osascript: "silent" } });
    expect(outcome).toMatchObject({ ok: false, error: { changed: "nothing" } });
    expect(dns()).toBeNull();
  });

  it("ends as before wherever the elevated run is killed, after one recovery", async () => {
    for (const killAfterMs of [5, 80, 160, 240, 320, 400, 520, 700]) {
      // oxlint-disable-next-line no-await-in-loop -- one machine after the other
      const { change } = await tried({ modes: { osascript: "killed" }, killAfterMs });
      mac.change({ modes: {} });
      // oxlint-disable-next-line no-await-in-loop -- as above
      const restored = await mac.dns.restore(change, true, never());
      expect(restored.ok, `killed after ${killAfterMs} ms`).toBe(true);
      expect(dns(), `killed after ${killAfterMs} ms`).toBeNull();
      // oxlint-disable-next-line no-await-in-loop -- as above
      const { alive, state } = await mac.dns.guardReport(change, never());
      expect([alive, state === "applied" || state === "armed"], `killed after ${killAfterMs} ms`).toEqual([
        false,
        false,
      ]);
      mac.remove(changes.splice(0));
    }
    mac = new FakeMac();
  });

  it("stops waiting for a prompt that nobody answers", async () => {
    mac = new FakeMac({ modes: { osascript: "hang" } });
    const change = await mac.planned(["1.1.1.1"]);
    const outcome = await mac.dns.apply(change, AbortSignal.timeout(1_000));
    expect(outcome).toMatchObject({ ok: false, error: { code: "cancelled", changed: "maybe" } });
    expect(dns()).toBeNull();
  });

  it("rolls back when networksetup prints an error and exits 0", async () => {
    const { outcome } = await tried({ modes: { networksetup: "error-exit-0" } });
    expect(outcome).toMatchObject({ ok: false, error: { code: "failed", changed: "nothing" } });
    expect(outcome.ok ? "" : outcome.error.detail).toContain("** Error");
    expect(readdirSync(mac.deps.places.daemons)).toEqual([]);
  });

  it("says which tool is missing", async () => {
    mac = new FakeMac();
    const change = await mac.planned(["1.1.1.1"]);
    const run: typeof mac.deps.run = (request) =>
      request.program === "osascript"
        ? mac.deps.run({ ...request, program: "/nowhere/osascript" })
        : mac.deps.run(request);
    const { macosDns } = await import("../../../../../../electron/platform/macos/dns/macos-dns.ts");
    const outcome = await macosDns({ ...mac.deps, run }).apply(change, never());
    expect(outcome).toMatchObject({ ok: false, error: { code: "no-tool", changed: "nothing" } });
  });

  it("needs a password for an undo only where the person is no administrator", async () => {
    const { change, outcome } = await tried({ standardUser: true });
    expect(outcome.ok).toBe(true);
    await value(mac.dns.commit(change, never()));
    expect(await mac.dns.restore(change, false, never())).toMatchObject({
      ok: false,
      error: { code: "not-authorized" },
    });
    expect(dns()).not.toBeNull();
    expect(await value(mac.dns.restore(change, true, never()))).toBe("restored");
    expect(dns()).toBeNull();
  });

  it("flushes what it may, and everything when elevated", async () => {
    mac = new FakeMac();
    expect(await value(mac.dns.flush(false, never()))).toEqual({
      caches: [
        { cache: "directory-service", outcome: "flushed", proved: null },
        { cache: "mdnsresponder", outcome: "needs-admin", proved: null },
      ],
    });
    const all = await value(mac.dns.flush(true, never()));
    expect(all.caches.map(({ outcome }) => outcome)).toEqual(["flushed", "flushed"]);
    mac.change({ modes: { dscacheutil: "fails" } });
    const failed = await value(mac.dns.flush(true, never()));
    expect(failed.caches[0]).toMatchObject({ outcome: "failed" });
  });
});
