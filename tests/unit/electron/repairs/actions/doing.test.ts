import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { ElevationDeps } from "../../../../../electron/platform/elevated/run-elevated.ts";
import type { ProgramRequest, RunProgram } from "../../../../../electron/platform/exec.ts";
import { readTimeSync } from "../../../../../electron/platform/time-sync.ts";
import { openActionJournal } from "../../../../../electron/repairs/action-journal.ts";
import type { ActionContext } from "../../../../../electron/repairs/action.ts";
import { hostsEntryAction } from "../../../../../electron/repairs/actions/hosts-entry.ts";
import { portalLoginAction } from "../../../../../electron/repairs/actions/portal-login.ts";
import { renewAddressAction } from "../../../../../electron/repairs/actions/renew-address.ts";
import { restartServiceAction } from "../../../../../electron/repairs/actions/restart-service.ts";
import { setClockAction } from "../../../../../electron/repairs/actions/set-clock.ts";
import { isOneSlipAway, nearNames } from "../../../../../electron/repairs/actions/support/near-names.ts";
import { ownDnsChange } from "../../../../../electron/repairs/create-machine-actions.ts";
import { fail, ok } from "../../../../../shared/lib/result.ts";
import type { NetInterface } from "../../../../../shared/model/facts/local-facts.ts";
import { fakeMachine, notReadable, targetOf } from "../../checks/fakes.ts";
import { FakeSystem, windowsState } from "../../platform/proxy/places/fake-system.ts";

const { signal } = new AbortController();
const CONTEXT: ActionContext = { target: targetOf("www.example.com"), checkup: null };
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "gg-doing-"));
  cleanups.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const said = (stdout: string, exitCode = 0, stderr = "") => ok({ exitCode, stdout, stderr });
const guide = { system: "other", machine: fakeMachine(), has: () => true } as const;

/** A Linux whose time service is a word: elevated scripts change it, unless told otherwise. */
function linuxClock(ntp: string, how: "works" | "nothing" | "refused" | "stuck" = "works") {
  const world = { ntp, journal: openActionJournal(folder()) };
  const run: RunProgram = async ({ program, args }: ProgramRequest) => {
    if (program === "timedatectl") return said(`CanNTP=${world.ntp === "none" ? "no" : "yes"}\nNTP=${world.ntp}\n`);
    if (how === "refused") return said("", 126, "Request dismissed");
    if (how === "stuck") return fail({ code: "timed-out", detail: "", stdout: "gg-start\n", stderr: "" });
    if (how === "works") world.ntp = args.at(-1) === "true" ? "yes" : "no";
    return said(how === "works" ? "gg-start\ngg-done\n" : "gg-start\ngg-done\n");
  };
  const elevation: ElevationDeps = { os: "linux", run, uid: 1000 };
  const action = setClockAction({ ...guide, elevation, journal: world.journal });
  return { world, action };
}

describe("setting the clock", () => {
  it("lets the network set it, and takes that back", async () => {
    const { world, action } = linuxClock("no");
    const offer = await action.offer(CONTEXT, signal);
    expect(offer?.choices.map(({ id, mode, undoable }) => [id, mode, undoable])).toEqual([
      ["sync-off", "auto", true],
      ["by-hand", "guided", false],
    ]);
    const end = await action.apply(CONTEXT, "sync-off", signal);
    expect([end.kind, world.ntp]).toEqual(["done", "yes"]);
    const undoId = end.kind === "done" ? (end.undoId ?? "") : "";
    expect(await action.undo?.(undoId, signal)).toEqual({ kind: "undone" });
    expect([world.ntp, world.journal.get(undoId)?.state]).toEqual(["no", "undone"]);
    expect(await action.undo?.(undoId, signal)).toMatchObject({ code: "no-longer-there" });
  });

  it("asks at once where it is on already, with nothing to take back", async () => {
    const { action } = linuxClock("yes");
    expect(await action.apply(CONTEXT, "sync-on", signal)).toMatchObject({ kind: "done", undoId: null });
    expect(await action.apply(CONTEXT, "sync-off", signal)).toMatchObject({ code: "changed-since" });
    expect(await action.apply(CONTEXT, "by-hand", signal)).toEqual({ kind: "opened" });
  });

  it.each([
    ["refused", "cancelled", "nothing"],
    ["nothing", "not-effective", "nothing"],
    ["stuck", "timeout", "nothing"],
  ] as const)("says what happened when the run is %s", async (how, code, changed) => {
    const { action, world } = linuxClock("no", how);
    expect(await action.apply(CONTEXT, "sync-off", signal)).toMatchObject({ kind: "refused", code, changed });
    expect(world.journal.list().map(({ state }) => state)).toEqual(["undone"]);
  });

  it("leaves alone what the person has switched since", async () => {
    const { action, world } = linuxClock("no");
    const end = await action.apply(CONTEXT, "sync-off", signal);
    world.ntp = "no";
    expect(await action.undo?.(end.kind === "done" ? (end.undoId ?? "") : "", signal)).toEqual({ kind: "theirs" });
  });

  it("is only shown where no service is installed, or no system known", async () => {
    const offer = await linuxClock("none").action.offer(CONTEXT, signal);
    expect(offer?.choices.map(({ mode }) => mode)).toEqual(["guided"]);
    const unknown = setClockAction({ ...guide, elevation: null, journal: openActionJournal(folder()) });
    expect((await unknown.offer(CONTEXT, signal))?.choices).toHaveLength(1);
    expect(await unknown.apply(CONTEXT, "sync-on", signal)).toMatchObject({ code: "not-supported" });
  });

  it("works on Windows through its time service, and back", async () => {
    const windows = new FakeSystem("windows", windowsState({ timeType: "NoSync", resyncExit: 31 }));
    cleanups.push(() => windows.remove());
    const action = setClockAction({ ...guide, elevation: windows.elevation, journal: openActionJournal(folder()) });
    const end = await action.apply(CONTEXT, "sync-off", signal);
    // On, though no time server answered: that is said, and can be taken back.
    expect(end).toMatchObject({ kind: "done", facts: [{ key: "action.set-clock.on-but-no-answer" }] });
    expect(windows.state["timeType"]).toBe("NTP");
    expect(await action.undo?.(end.kind === "done" ? (end.undoId ?? "") : "", signal)).toEqual({ kind: "undone" });
    expect(windows.state["timeType"]).toBe("NoSync");
  });

  it.each([
    [undefined, "done"],
    [1, "refused"],
  ])("works on macOS when the time server's answer ends with %s: %s", async (sntpExit, kind) => {
    const mac = new FakeSystem("macos", sntpExit === undefined ? {} : { sntpExit });
    cleanups.push(() => mac.remove());
    const action = setClockAction({ ...guide, elevation: mac.elevation, journal: openActionJournal(folder()) });
    expect((await action.offer(CONTEXT, signal))?.choices[0]?.id).toBe("sync-unknown");
    expect((await action.apply(CONTEXT, "sync-unknown", signal)).kind).toBe(kind);
    expect(mac.calls.find(({ program }) => program === "sntp")?.args).toEqual(["-sS", "time.example"]);
  });

  it("knows no service where its program is missing, and does not know where it is silent", async () => {
    const ends =
      (code: "not-found" | "timed-out"): RunProgram =>
      async () =>
        fail({ code, detail: "", stdout: "", stderr: "" });
    expect(await readTimeSync({ os: "linux", run: ends("not-found"), uid: 0 }, signal)).toBe("no-service");
    expect(await readTimeSync({ os: "linux", run: ends("timed-out"), uid: 0 }, signal)).toBe("unknown");
  });
});

describe("restarting the name service", () => {
  function service(state: string, resolver = "127.0.0.53", after = "active") {
    let active = state;
    const restarted: string[] = [];
    const run: RunProgram = async ({ program, args }: ProgramRequest) => {
      if (program === "systemctl") {
        return said(
          [
            `Id=systemd-resolved.service\nLoadState=loaded\nActiveState=${active}`,
            "Id=dnsmasq.service\nLoadState=loaded\nActiveState=inactive",
            "Id=unbound.service\nLoadState=not-found\nActiveState=inactive",
          ].join("\n\n"),
        );
      }
      restarted.push(args.at(-1) ?? "");
      active = after;
      return said("gg-start\ngg-done\n");
    };
    const resolvers = async () => ok([{ address: resolver, port: 53, interfaceName: null, upstream: false }]);
    const action = restartServiceAction({
      ...guide,
      machine: fakeMachine({ resolvers }),
      elevation: { os: "linux", run, uid: 1000 },
    });
    return { action, restarted };
  }

  it("offers the one that should answer, restarts it, and looks that it runs", async () => {
    const { action, restarted } = service("failed");
    expect((await action.offer(CONTEXT, signal))?.choices.map(({ label }) => label)).toEqual(["systemd-resolved"]);
    expect(await action.apply(CONTEXT, "systemd-resolved", signal)).toMatchObject({ kind: "done" });
    expect(restarted).toEqual(["systemd-resolved"]);
    expect(await action.apply(CONTEXT, "unbound", signal)).toMatchObject({ code: "no-longer-there" });
    expect(restarted).toHaveLength(1);
  });

  it("offers the others at another loopback address", async () => {
    const { action } = service("active", "127.0.0.1");
    expect((await action.offer(CONTEXT, signal))?.choices.map(({ label }) => label)).toEqual(["dnsmasq"]);
  });

  it("does not call it done when it does not run afterwards", async () => {
    const { action } = service("failed", "127.0.0.53", "failed");
    expect(await action.apply(CONTEXT, "systemd-resolved", signal)).toMatchObject({ code: "not-effective" });
  });

  it("says how to find it where it cannot be named", async () => {
    const action = restartServiceAction({ ...guide, elevation: null });
    expect((await action.offer(CONTEXT, signal))?.choices.map(({ mode }) => mode)).toEqual(["guided"]);
    expect(await action.apply(CONTEXT, "by-hand", signal)).toEqual({ kind: "opened" });
  });
});

describe("the sign-in page", () => {
  function portal(plainPage: string | null, over: { stands?: boolean; released?: boolean; opens?: boolean } = {}) {
    const done: string[] = [];
    const action = portalLoginAction({
      plainPage,
      openExternal: async (url) => {
        done.push(url);
        return over.opens ?? true;
      },
      dns: {
        stands: () => over.stands ?? false,
        release: async () => {
          done.push("release");
          return over.released ?? true;
        },
      },
    });
    const go = async () => {
      const offer = await action.offer(CONTEXT, signal);
      return offer === null ? null : action.apply(CONTEXT, offer.choices[0]?.id ?? "", signal);
    };
    return { action, done, go };
  }

  it("is opened in the person's browser", async () => {
    const { go, done } = portal("http://check.example/");
    expect(await go()).toEqual({ kind: "opened" });
    expect(done).toEqual(["http://check.example/"]);
  });

  it("comes after the DNS that we had switched", async () => {
    const { go, done } = portal("http://check.example/", { stands: true });
    expect(await go()).toEqual({ kind: "opened" });
    expect(done).toEqual(["release", "http://check.example/"]);
  });

  it("is not opened when the DNS could not be set back", async () => {
    const { go, done } = portal("http://check.example/", { stands: true, released: false });
    expect(await go()).toMatchObject({ kind: "refused", changed: "maybe" });
    expect(done).toEqual(["release"]);
  });

  it.each(["javascript:alert(1)", "file:///etc/passwd", "http://me:secret@portal.example/", "not a page", null])(
    "is nothing but a web page: %s",
    async (page) => {
      expect(await portal(page).go()).toBeNull();
    },
  );

  it("is refused when it is another page than was shown, was stopped, or no browser opens", async () => {
    const { action, done, go } = portal("http://check.example/", { opens: false });
    expect(await action.apply(CONTEXT, "other", signal)).toMatchObject({ code: "changed-since" });
    expect(done).toEqual([]);
    expect(await go()).toMatchObject({ code: "failed", changed: "nothing" });
    const offer = await action.offer(CONTEXT, signal);
    const stopped = await action.apply(CONTEXT, offer?.choices[0]?.id ?? "", AbortSignal.abort());
    expect(stopped).toMatchObject({ code: "cancelled" });
  });

  it("has no DNS to set back without a back end", async () => {
    const dns = ownDnsChange(null);
    expect([dns.stands(), await dns.release(signal)]).toEqual([false, true]);
  });
});

describe("the hosts file", () => {
  it("is offered only where it names the site, and only what was shown is changed", async () => {
    const path = join(folder(), "hosts");
    const hosts = (text: string) => {
      writeFileSync(path, text);
      return fakeMachine({ hostsFile: async () => ok({ path, text }) });
    };
    const run: RunProgram = async () => said("", 126, "Request dismissed");
    const elevation: ElevationDeps = { os: "linux", run, uid: 1000 };
    const deps = { elevation, dataFolder: folder(), now: () => new Date() };
    const none = hostsEntryAction({ ...deps, machine: hosts("127.0.0.1 localhost\n") });
    expect(await none.offer(CONTEXT, signal)).toBeNull();
    expect(await none.apply(CONTEXT, "x", signal)).toMatchObject({ code: "no-longer-there" });
    const action = hostsEntryAction({ ...deps, machine: hosts("10.0.0.1 www.example.com\n") });
    const offer = await action.offer(CONTEXT, signal);
    expect(offer?.choices[0]).toMatchObject({ label: path, undoable: true, needsAdmin: true });
    expect(await action.apply(CONTEXT, "x", signal)).toMatchObject({ code: "changed-since" });
    const end = await action.apply(CONTEXT, offer?.choices[0]?.id ?? "", signal);
    expect(end).toMatchObject({ kind: "refused", code: "cancelled", changed: "nothing" });
    expect(await action.undo?.("12345678", signal)).toMatchObject({ code: "no-longer-there" });
    const blind = hostsEntryAction({ ...deps, machine: fakeMachine({ hostsFile: notReadable("not-permitted") }) });
    expect(await blind.offer(CONTEXT, signal)).toBeNull();
  });
});

describe("a new address", () => {
  const request = (outcome: "asked" | "not-automatic" | "no-tool") => async (_link: NetInterface) => ok(outcome);

  it.each([
    ["asked", "done"],
    ["not-automatic", "refused"],
    ["no-tool", "refused"],
  ] as const)("is %s: %s", async (outcome, kind) => {
    const action = renewAddressAction({ machine: fakeMachine(), request: request(outcome), waitMs: 50 });
    const offer = await action.offer(CONTEXT, signal);
    expect(offer?.choices[0]?.label).toBe("eth0");
    expect((await action.apply(CONTEXT, "eth0", signal)).kind).toBe(kind);
    expect(await action.apply(CONTEXT, "eth9", signal)).toMatchObject({ code: "changed-since" });
  });

  it("is not offered without a connection", async () => {
    const machine = fakeMachine({ interfaces: async () => ok([]) });
    const action = renewAddressAction({ machine, request: request("asked") });
    expect(await action.offer(CONTEXT, signal)).toBeNull();
    expect(await action.apply(CONTEXT, "eth0", signal)).toMatchObject({ code: "no-longer-there" });
  });

  it("says when the prompt was refused", async () => {
    const refusing = async () => fail({ code: "cancelled" as const, detail: "" });
    const action = renewAddressAction({ machine: fakeMachine(), request: refusing });
    expect(await action.apply(CONTEXT, "eth0", signal)).toMatchObject({ code: "cancelled", changed: "nothing" });
  });
});

describe("names that were perhaps meant", () => {
  it.each([
    ["example.con", ["example.com"]],
    ["wwwexample.com", ["www.example.com"]],
    ["ww.example.com", ["www.example.com"]],
    ["wwww.example.com", ["www.example.com"]],
    ["gogle.com", ["google.com"]],
    ["www.facebok.com", ["www.facebook.com"]],
    ["wikipedai.org", ["wikipedia.org"]],
    ["example.com", []],
    ["www.google.com", []],
    ["localhost", []],
  ])("%s: %j", (host, names) => {
    expect(nearNames(host)).toEqual(names);
  });

  it("are one slip away, not two", () => {
    expect([isOneSlipAway("abcd", "abdc"), isOneSlipAway("abcd", "abc"), isOneSlipAway("abcd", "axcd")]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isOneSlipAway("abcd", "abcd"), isOneSlipAway("abcd", "badc"), isOneSlipAway("ab", "abcd")]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
