import { describe, expect, it } from "vitest";
import { beginRestart, nextRestart, RESTART_LIMITS } from "../../../../../electron/repairs/restart-network/machine.ts";
import { missingStage, outsideOf, proofOf } from "../../../../../shared/lib/restart-facts.ts";
import type { NetworkLook, RestartStage, RestartState, Seen } from "../../../../../shared/model/restart.ts";

const ROUTER = "192.168.1.1";
const STAGES: readonly RestartStage[] = ["link", "router", "provider", "dns", "site"];

/** `uu-d-`: link, router, provider, dns, site, each up, down or not asked. */
function look(seconds: number, signs: string, over: Partial<NetworkLook> = {}): NetworkLook {
  const seenBy: Readonly<Record<string, Seen>> = { u: "up", d: "down", "-": "not-asked" };
  const seen = Object.fromEntries(STAGES.map((stage, index) => [stage, seenBy[signs[index] ?? "-"] ?? "not-asked"]));
  const near = { router: ROUTER, interfaceName: "eth0", quiet: false, outside: null };
  return { atMs: seconds * 1_000, seen: seen as NetworkLook["seen"], ...near, ...over };
}

/** Looks as `seconds:signs`. */
function run(looks: string, watched: readonly RestartStage[] = STAGES): RestartState {
  return looks
    .split(" ")
    .map((one) => one.split(":"))
    .reduce(
      (state, [seconds = "", signs = ""]) => nextRestart(state, look(Number(seconds), signs)),
      beginRestart(0, watched),
    );
}

describe("a restart of the network", () => {
  it.each([
    ["is looked at first", "", "looking"],
    ["waits for the plug", "1:uuuu-", "waiting-for-gap"],
    ["goes on waiting while nothing changes", "1:uuuu- 3:uu--- 30:uuuu-", "waiting-for-gap"],
    ["sees the router go", "1:uuuu- 30:ud---", "gone"],
    ["takes a lost link for a router that is gone", "1:uuuu- 30:d----", "gone"],
    ["sees it come back, one after the other", "1:uuuu- 30:d---- 60:ud--- 90:uud--", "returning"],
    ["does not call it back before names are there", "1:uuuu- 30:d---- 60:uu--- 70:uuu--", "returning"],
    ["is back when all is", "1:uuuu- 30:d---- 60:uuuu-", "back"],
    ["is not back while one is lost again", "1:uuuu- 30:d---- 60:uuud- 62:ud---", "gone"],
    ["does not wait for a site that failed before", "1:uuuud 30:ud--- 60:uuuud", "back"],
    ["waits for a site that was fine before", "1:uuuuu 30:ud--- 60:uuuud", "returning"],
    ["takes a lost packet for no restart", "1:uuuu- 30:ud--- 32:uuuu-", "waiting-for-gap"],
    ["sees the modem go while the router stays", "1:uuuu- 30:uud--", "gone"],
    ["is back after the modem alone was restarted", "1:uuuu- 30:uud-- 60:uud-- 90:uuuu-", "back"],
    ["says after ten minutes that nothing was switched off", "1:uuuu- 601:uuuu-", "waiting-for-gap"],
    ["was dead before and comes back", "1:ud--- 40:uuuu-", "back"],
    ["had no internet before and has it now", "1:uud-- 40:uuuu-", "back"],
  ])("%s", (_name, looks, phase) => {
    expect((looks === "" ? beginRestart(0) : run(looks)).phase).toBe(phase);
  });

  /** A look every ten seconds with the same signs. */
  const steady = (from: number, to: number, signs: string) =>
    Array.from({ length: (to - from) / 10 + 1 }, (_, index) => `${from + index * 10}:${signs}`).join(" ");

  it("says after ten minutes without a gap that nothing was switched off, and stays with it", () => {
    expect(run(steady(0, 590, "uuuu-")).phase).toBe("waiting-for-gap");
    expect(run(steady(0, 600, "uuuu-")).phase).toBe("no-gap");
    expect(run(`${steady(0, 600, "uuuu-")} 610:ud--- 640:uuuu-`).phase).toBe("no-gap");
  });

  it("gives up fifteen minutes after it went, and names what is missing", () => {
    const state = run(`0:uuuu- ${steady(10, 40, "ud---")} ${steady(50, 920, "uud--")}`);
    expect(state.phase).toBe("not-back");
    expect(missingStage(state)).toBe("provider");
  });

  it("gives up on a router that was dead before and stays so", () => {
    const state = run(steady(0, 900, "ud---"));
    expect([state.phase, missingStage(state), proofOf(state)]).toEqual(["not-back", "router", { kind: "none" }]);
  });

  it("counts the time for a dead router to come from when its plug was pulled", () => {
    const said: RestartState = { ...run(steady(0, 890, "ud---")), pulledMs: 890_000 };
    const later = [900, 930].reduce((state, at) => nextRestart(state, look(at, "ud---")), said);
    expect(later.phase).toBe("waiting-for-gap");
  });

  it.each([
    ["a gap of the router", "1:uuuu- 30:d---- 62:d---- 95:uuuu-", { kind: "gap", seconds: 65 }],
    ["a gap of the modem", "1:uuuu- 30:uud-- 60:uud-- 90:uuuu-", { kind: "modem-gap", seconds: 60 }],
    ["nothing but that it was dead before", "1:ud--- 40:uuuu-", { kind: "was-down", stage: "router" }],
    ["nothing but that there was no internet", "1:uud-- 40:uuuu-", { kind: "was-down", stage: "provider" }],
    ["nothing while it is still gone", "1:uuuu- 30:d----", { kind: "none" }],
    ["nothing without a gap", "1:uuuu- 30:uuuu-", { kind: "none" }],
  ])("is shown by %s", (_name, looks, proof) => {
    expect(proofOf(run(looks))).toEqual(proof);
  });

  it("does not prove anything by what a sleeping computer missed", () => {
    const state = run("1:uuuu- 3600:ud---");
    expect([state.phase, state.routerGap]).toEqual(["waiting-for-gap", null]);
    expect(run("1:uuuu- 3600:ud--- 3602:ud---").phase).toBe("gone");
  });

  it("claims no more than it saw of a box that came back while nobody looked", () => {
    expect(proofOf(run("1:uuuu- 30:ud--- 50:ud--- 3600:uuuu-"))).toEqual({ kind: "gap", seconds: 20 });
  });

  it("says soon that nothing went away once the person said that the plug is out", () => {
    const said: RestartState = { ...run("1:uuuu- 30:uuuu-"), pulledMs: 30_000 };
    expect(nextRestart(said, look(74, "uuuu-")).phase).toBe("waiting-for-gap");
    const later = nextRestart(nextRestart(said, look(74, "uuuu-")), look(118, "uuuu-"));
    expect(later.phase).toBe("waiting-for-gap");
    expect(nextRestart(later, look(121, "uuuu-")).phase).toBe("no-gap");
  });

  it("waits on where the way out was dead before: a modem without its plug looks no different", () => {
    const said: RestartState = { ...run("1:uud-- 30:uud--"), pulledMs: 30_000 };
    const later = [60, 90, 120, 150].reduce((state, at) => nextRestart(state, look(at, "uud--")), said);
    expect(later.phase).toBe("waiting-for-gap");
  });

  it("counts a box that goes and comes several times as one restart", () => {
    expect(proofOf(run("1:uuuu- 30:ud--- 40:uu--- 44:ud--- 60:uuuu-"))).toEqual({ kind: "gap", seconds: 30 });
  });

  it("does not take a phone's hotspot for the router that is back", () => {
    const other = { router: "172.20.10.1" };
    const gone = run("1:uuuu- 30:d----");
    const away = nextRestart(gone, look(40, "uuuu-", other));
    expect([away.phase, away.elsewhere, away.backAtMs.router]).toEqual(["gone", "172.20.10.1", null]);
    const stayed = Array.from({ length: 7 }, (_, index) => look(50 + index * 10, "uuuu-", other)).reduce(
      (state, one) => nextRestart(state, one),
      away,
    );
    expect([stayed.phase, stayed.elsewhere]).toEqual(["elsewhere", "172.20.10.1"]);
    const home = nextRestart(away, look(60, "uuuu-"));
    expect([home.phase, home.elsewhere]).toEqual(["back", null]);
  });

  it("forgets what it saw behind something that is down now", () => {
    const state = run("1:uuuu- 30:d----");
    expect(state.now).toEqual({
      link: "down",
      router: "not-asked",
      provider: "not-asked",
      dns: "not-asked",
      site: "not-asked",
    });
  });

  it("keeps what it saw while nobody asks, as long as all before it stands", () => {
    expect(run("1:uuuu- 5:uu---").now).toMatchObject({ provider: "up", dns: "up" });
  });

  it("holds nothing up for stages that cannot be asked about here", () => {
    expect(run("1:uu--- 30:ud--- 60:uu---", ["link", "router"]).phase).toBe("back");
    expect(run("1:uu--- 30:ud--- 60:uu---").phase).toBe("returning");
  });

  it("tells the address on the internet before and after", () => {
    let state = beginRestart(0);
    for (const one of [
      look(1, "uuuu-", { outside: "203.0.113.5" }),
      look(30, "d----"),
      look(60, "uuuu-", { outside: "203.0.113.77" }),
    ]) {
      state = nextRestart(state, one);
    }
    expect(outsideOf(state)).toEqual({ before: "203.0.113.5", after: "203.0.113.77" });
    expect(outsideOf(beginRestart(0))).toEqual({ before: null, after: null });
  });

  it("never calls a restart proven that no look saw, whatever order looks come in", () => {
    let seed = 7;
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
    const wrong: string[] = [];
    let proven = 0;
    for (let round = 0; round < 400; round += 1) {
      let state = beginRestart(0);
      let [at, downs] = [0, 0];
      for (let step = 0; step < 30; step += 1) {
        at += next() * 20;
        const one = look(at, Array.from({ length: 5 }, () => "uud-"[Math.floor(next() * 4)]).join(""));
        const over = ["back", "no-gap", "not-back"].includes(state.phase) ? state : null;
        state = nextRestart(state, one);
        if (step > 0 && (one.seen.router === "down" || one.seen.link === "down")) downs += 1;
        if (over !== null && over !== state) wrong.push(`${round}: went on after the end`);
      }
      const proof = proofOf(state);
      if (proof.kind === "gap") {
        proven += 1;
        if (downs === 0) wrong.push(`${round}: no look saw it gone`);
        if (proof.seconds < RESTART_LIMITS.shortestGapMs / 1_000) wrong.push(`${round}: too short`);
      }
    }
    expect(wrong).toEqual([]);
    expect(proven).toBeGreaterThan(50);
  });
});
