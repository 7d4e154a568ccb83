import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recoverBeforeCommand, recoverCommand } from "../../../../electron/cli/recover.ts";
import { deskOf, HOME, newWorld, SITE, type World } from "../repairs/dns/switch-world.ts";
import { dns, fix, json } from "./dns/dns-terminal.ts";
import { fakeTerminal } from "./terminal/fake-terminal.ts";

describe("fix", () => {
  it.each([
    ["", "Say which address"],
    ["a.example b.example --yes", "One address at a time"],
    ["a.example --now", "Unknown option"],
    ["ftp://a.example --yes", "Only addresses that begin with"],
    ["a.example", "nobody here to ask"],
  ])("%s is not understood: usage", async (line, sentence) => {
    const { code, out, err } = await fix(line, newWorld());
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
  });

  it("has nothing to mend where all is well", async () => {
    const { code, out } = await fix(`${SITE} --yes`, newWorld());
    expect(code).toBe(0);
    expect(out).toContain("There is nothing to mend.");
  });

  it("switches after one question and keeps after another, before and after side by side", async () => {
    const world = newWorld();
    delete world.zones[HOME];
    const { code, out, err, asked } = await fix(SITE, world, { answers: ["y", "y"] });
    expect([code, asked.length]).toEqual([0, 2]);
    expect(out).toContain("Mended with the DNS servers of cloudflare.");
    expect(out).toMatch(/before +fails +temporary-failure/);
    expect(out).toMatch(/after +works +http-200/);
    expect(err).toContain("Clearing this computer's DNS memory...");
  });

  it.each<[string, (world: World) => void, readonly string[], number, string]>([
    ["a no changes nothing", () => undefined, ["n"], 4, "Nothing was changed."],
    ["not keeping puts back", () => undefined, ["y", "n"], 5, "as it was before"],
    [
      "a VPN holds it back",
      (world) => {
        world.status = { overrides: [{ kind: "vpn", detail: "tun0" }] };
      },
      [],
      4,
      "A VPN is on",
    ],
    [
      "a site that is down is not DNS",
      (world) => {
        world.zones[HOME] = world.zones["1.1.1.1"] ?? {};
        world.pages["203.0.113.10"] = { status: 502 };
      },
      [],
      1,
      "it is not DNS",
    ],
    [
      "a refused prompt changes nothing",
      (world) => {
        world.failApply = { code: "cancelled", detail: "", changed: "nothing" };
      },
      ["y"],
      4,
      "closed or refused",
    ],
    [
      "no better is undone",
      (world) => {
        world.afterApply = () => {
          world.pages["203.0.113.10"] = { status: 502 };
        };
      },
      ["y"],
      5,
      "did not help",
    ],
    [
      "a guard that is gone is told",
      (world) => {
        world.failCommit = { code: "guard-gone", detail: "", changed: "maybe" };
      },
      ["y", "y"],
      5,
      "guard of the change",
    ],
  ])("%s", async (_name, change, answers, code, sentence) => {
    const world = newWorld();
    delete world.zones[HOME];
    change(world);
    const result = await fix(SITE, world, { answers });
    expect(result.code).toBe(code);
    expect(result.out).toContain(sentence);
    expect(world.servers).toEqual([HOME]);
  });

  it("needs a name to mend", async () => {
    expect((await fix("192.0.2.1 --yes", newWorld())).code).toBe(2);
  });
});

describe("recover", () => {
  const recover = async (world: World, line: readonly string[] = []) => {
    const terminal = fakeTerminal();
    const code = await recoverCommand(line, terminal, () => deskOf(world), 0);
    return { code, ...terminal.written };
  };

  it("has nothing to do on an untouched machine", async () => {
    expect(await recover(newWorld())).toEqual({ code: 0, out: "  Nothing was left behind.\n", err: "" });
    expect((await recover(newWorld(), ["now"])).code).toBe(2);
  });

  it("puts back what a dead program left behind", async () => {
    const world = newWorld();
    await dns("use google --keep-for 20", world);
    const [change] = world.changes;
    if (change !== undefined) world.changes[0] = { ...change, mode: { kind: "ask", deadlineSeconds: 60 } };
    world.ownerAlive = false;
    world.guard = "none";
    const { code, out } = await recover(world);
    expect([code, world.servers]).toEqual([0, [HOME]]);
    expect(out).toContain("I put your DNS back");
  });

  it("leaves a living change alone, and says in JSON what it did", async () => {
    const world = newWorld();
    await dns("use google --keep-for 20", world);
    const { code, out } = await recover(world, ["--json"]);
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({ schemaVersion: 1, busy: false, changes: [{ outcome: "live", failure: null }] });
    expect((await recover(world)).out).toContain("still waiting for its guard");
  });

  it("says when a change went back at its time, was kept, or belongs to somebody else now", async () => {
    const world = newWorld();
    await dns("use google --keep-for 20", world);
    const open = world.changes[0];
    const told = async (guard: World["guard"]) => {
      if (open !== undefined) world.changes = [open];
      world.guard = guard;
      world.ownerAlive = false;
      return (await recover(world)).out;
    };
    expect(await told("restored")).toContain("went back at its time");
    expect(await told("committed")).toContain("that you had kept stands");
    expect(await told("theirs")).toContain("somebody else has changed");
  });

  it("says when another program is at work", async () => {
    const busy = newWorld({ lockFree: false });
    expect(await recover(busy)).toMatchObject({ code: 4 });
    expect(json((await recover(busy, ["--json"])).out)).toEqual({ schemaVersion: 1, busy: true, changes: [] });
  });

  it("waits a little for another program that is about to end", async () => {
    const desk = deskOf(newWorld());
    let asked = 0;
    const lock = () => ((asked += 1) < 3 ? Promise.resolve(null) : desk.lock());
    const terminal = fakeTerminal();
    expect(await recoverCommand([], terminal, () => ({ ...desk, lock }))).toBe(0);
    expect([asked, terminal.written.out]).toEqual([3, "  Nothing was left behind.\n"]);
  });

  it("runs before other commands, in one line on stderr, only where something was ever changed", async () => {
    const home = await mkdtemp(join(tmpdir(), "gg-recover-"));
    try {
      const world = newWorld();
      await dns("use google --keep-for 20", world);
      world.guard = "none";
      world.ownerAlive = false;
      const terminal = fakeTerminal({ env: { GOODGATEWAY_HOME: home } });
      await recoverBeforeCommand(terminal, () => expect.unreachable());
      expect(terminal.written).toEqual({ out: "", err: "" });
      await mkdir(join(home, "journal"));
      await recoverBeforeCommand(terminal, () => deskOf(world));
      expect(terminal.written.out).toBe("");
      expect(terminal.written.err).toContain("I put your DNS back");
      const broken = fakeTerminal({ env: { GOODGATEWAY_HOME: home } });
      await recoverBeforeCommand(broken, () => {
        throw new Error("broken desk");
      });
      expect(broken.written.err).toContain("broken desk");
    } finally {
      await rm(home, { recursive: true });
    }
  });
});
