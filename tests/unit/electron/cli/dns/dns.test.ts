import { describe, expect, it } from "vitest";
import { dnsCommand } from "../../../../../electron/cli/dns/dns.ts";
import { fail } from "../../../../../shared/lib/result.ts";
import { HOME, newWorld, SITE } from "../../repairs/dns/switch-world.ts";
import { dns, json } from "./dns-terminal.ts";
import { fakeTerminal } from "../terminal/fake-terminal.ts";

describe("dns", () => {
  it.each([
    ["", "Say what to do"],
    ["dance", 'dns does not know "dance"'],
    ["status now", '"now" was not expected'],
    ["status --jsn", "Unknown option"],
    ["flush everything", '"everything" was not expected'],
    ["undo 12 34", "One change at a time"],
    ["undo ../../etc", "is not the id of a change"],
    ["use --keep", "Say which servers"],
    ["use 1.2.3 --keep", '"1.2.3" is neither an address'],
    ["use 0.0.0.0 --keep", "There can be no server at 0.0.0.0"],
    ["use 192.0.2.1,192.0.2.2,192.0.2.3,192.0.2.4,192.0.2.5 --keep", "At most 4 servers"],
    ["use google --keep --keep-for 5", "Choose one of"],
    ["use google --keep-for 0", "--keep-for takes whole seconds"],
    ["use google --keep-for 1.5", "--keep-for takes whole seconds"],
    ["use google", "nobody here to ask"],
    ["bench https://x/", "is not a name"],
  ])("%s is not understood: usage", async (line, sentence) => {
    const world = newWorld();
    const { code, out, err } = await dns(line, world);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
    expect([world.events, world.changes]).toEqual([[], []]);
  });

  it("says what is wrong with the references, or the system", async () => {
    const terminal = fakeTerminal();
    expect(await dnsCommand(["status"], terminal, async () => fail("no references"))).toBe(2);
    expect(terminal.written.err).toContain("no references");
  });
});

describe("dns status", () => {
  it("shows each adapter, its servers and where they come from", async () => {
    const { code, out } = await dns("status", newWorld({ servers: [HOME, "fd00::1"] }));
    expect(code).toBe(0);
    expect(out).toContain("DNS is kept by NetworkManager.");
    expect(out).toContain("Wired (eth0, id 2) · the way out");
    expect(out).toContain("IPv4  192.168.1.1 · automatic (from the network)");
    expect(out).toContain("IPv6  fd00::1 · automatic");
  });

  it("shows what cannot be changed, what comes first, and what else counts", async () => {
    const { out } = await dns(
      "status",
      newWorld({
        servers: [HOME],
        status: {
          readOnly: "wsl",
          globalServers: ["192.0.2.1"],
          overrides: [
            { kind: "vpn", detail: "tun0" },
            { kind: "policy", detail: "" },
          ],
          file: {
            path: "/etc/resolv.conf",
            kind: "symlink",
            linkTarget: "../run/stub",
            mode: null,
            uid: null,
            gid: null,
            sha256: null,
            servers: [],
          },
        },
      }),
    );
    expect(out).toContain("Change it in Windows.");
    expect(out).toContain("For all connections: 192.0.2.1");
    expect(out).toContain("/etc/resolv.conf: link to ../run/stub");
    expect(out).toContain("· vpn: tun0");
    expect(out).toContain("· policy\n");
    expect(out).toContain("IPv6  none");
  });

  it("prints one JSON document with the open change and nothing else", async () => {
    const world = newWorld();
    await dns("use google --keep-for 30", world);
    const { code, out, err } = await dns("status --json", world);
    expect([code, err]).toEqual([0, ""]);
    expect(json(out)).toMatchObject({
      schemaVersion: 1,
      os: "linux",
      manager: "network-manager",
      adapters: [{ id: "2", v4: { origin: "automatic" } }],
      openChange: { state: "verified", secondsLeft: 42, servers: expect.arrayContaining(["8.8.8.8"]) },
    });
    expect((await dns("status", world)).out).toContain("is open and goes back in 42 s");
  });

  it("says so when the settings cannot be read", async () => {
    const { code, out, err } = await dns("status --json", newWorld({ failRead: true }));
    expect([code, out]).toEqual([4, ""]);
    expect(err).toContain("timed-out");
  });
});

describe("dns use", () => {
  it("keeps what was verified, with the exact commands on show", async () => {
    const world = newWorld();
    const { code, out } = await dns("use google --keep", world);
    expect(code).toBe(0);
    expect(out).toContain("/usr/bin/nmcli device modify eth0");
    expect(out).toContain("(as administrator)");
    expect(out).toContain("until the next restart");
    expect(out).toContain("Done, and kept.");
    expect(out).not.toContain("x".repeat(200));
    expect(world.servers[0]).toBe("8.8.8.8");
    expect(world.changes.map(({ state }) => state)).toEqual(["committed"]);
  });

  it("leaves a change for some seconds to its guard", async () => {
    const world = newWorld();
    const { code, out } = await dns("use 9.9.9.9 --keep-for 20", world);
    expect([code, world.servers, world.guard]).toEqual([0, ["9.9.9.9"], "applied"]);
    expect(out).toContain("goes back by itself in 20 s");
    expect(world.changes[0]?.mode).toEqual({ kind: "keep-for", deadlineSeconds: 20 });
  });

  it("asks twice on a terminal: before, and whether to keep", async () => {
    const world = newWorld();
    const { code, asked, out } = await dns("use cloudflare", world, { answers: ["y", "yes"] });
    expect([code, asked.length, world.guard]).toEqual([0, 2, "committed"]);
    expect(out.indexOf("/usr/bin/nmcli")).toBeGreaterThan(-1);
    // The second question ends before the guard's own clock does.
    expect(asked[1]?.limits.timeoutMs).toBeLessThan(60_000);
  });

  it.each([
    ["a no to the first question changes nothing", ["n"], 4, []],
    ["silence at the first question changes nothing", [null], 4, []],
    ["a no to the second puts everything back", ["y", "n"], 5, ["undone"]],
    ["silence at the second puts everything back", ["y", null], 5, ["undone"]],
  ])("%s", async (_name, answers, code, states) => {
    const world = newWorld();
    expect((await dns("use cloudflare", world, { answers })).code).toBe(code);
    expect([world.servers, world.changes.map(({ state }) => state)]).toEqual([[HOME], states]);
  });

  it("says why it is held back, and what to do instead", async () => {
    const world = newWorld({ status: { overrides: [{ kind: "vpn", detail: "tun0" }] } });
    const { code, out } = await dns("use google --keep", world);
    expect(code).toBe(4);
    expect(out).toContain("A VPN is on");
    expect(out).toContain("tun0");
    expect(out).toContain("--anyway");
    expect(world.servers).toEqual([HOME]);
    const insisted = await dns("use google --keep --anyway", world);
    expect(insisted.code).toBe(0);
    expect(insisted.err).toContain("A VPN is on");
  });

  it("rolls back when names are not found any more", async () => {
    const world = newWorld();
    delete world.zones["8.8.8.8"];
    const { code, out } = await dns("use google --keep", world);
    expect(code).toBe(5);
    expect(out).toContain("worse with the new servers");
    expect(out).toContain("as it was before");
    expect(world.servers).toEqual([HOME]);
  });

  it.each([
    ["cancelled", "nothing", "closed or refused the prompt", "Nothing was changed."],
    ["changed-meanwhile", "nothing", "Somebody else changed", "Nothing was changed."],
  ] as const)("a switch that ends with %s has its sentence", async (code, changed, sentence, after) => {
    const world = newWorld({ failApply: { code, detail: "detail", changed } });
    const result = await dns("use google --keep", world);
    expect(result.code).toBe(4);
    expect(result.err).toContain(sentence);
    expect(result.err).toContain("(detail)");
    expect(result.err).toContain(after);
  });

  it("does not claim to keep what the guard did not confirm", async () => {
    const world = newWorld({ failCommit: { code: "guard-gone", detail: "", changed: "maybe" } });
    const { code, out, err } = await dns("use google --keep", world);
    expect(code).toBe(5);
    expect(out).not.toContain("kept.");
    expect(err).toContain("guard of the change is not there");
  });

  it("is done already when the servers are set", async () => {
    const world = newWorld({ servers: ["9.9.9.9"] });
    const { code, out } = await dns("use 9.9.9.9 --keep", world);
    expect([code, world.changes]).toEqual([0, []]);
    expect(out).toContain("set already");
  });

  it("knows no adapter that is not there", async () => {
    const { code, err } = await dns("use google --keep --adapter 77", newWorld());
    expect(code).toBe(4);
    expect(err).toContain("There is no such network connection.");
  });
});

describe("dns undo and history", () => {
  it("put the newest back, and say when there is nothing", async () => {
    const world = newWorld();
    await dns("use google --keep", world);
    const { code, out } = await dns("undo", world);
    expect([code, world.servers]).toEqual([0, [HOME]]);
    expect(out).toContain("Undone. Everything is as it was before.");
    const again = await dns("undo", world);
    expect(again.code).toBe(4);
    expect(again.err).toContain("no change of ours");
  });

  it("leave alone what somebody else set since", async () => {
    const world = newWorld();
    await dns("use google --keep", world);
    world.servers = ["192.168.9.9"];
    const { code, out } = await dns("undo", world);
    expect([code, world.servers]).toEqual([4, ["192.168.9.9"]]);
    expect(out).toContain("Theirs was left alone.");
    expect(out).not.toContain("Undone.");
  });

  it("take the beginning of an id", async () => {
    const world = newWorld();
    await dns("use google --keep", world);
    const id = world.changes[0]?.id ?? "";
    expect((await dns(`undo ${id.slice(0, 8)}`, world)).code).toBe(0);
    expect((await dns(`undo ${id}`, world)).err).toContain("undone already");
    expect((await dns("undo ffff", world)).err).toContain("no change of ours");
    const [first] = world.changes;
    if (first !== undefined) world.changes.push({ ...first, id: `${id.slice(0, 30)}ff` });
    expect((await dns(`undo ${id.slice(0, 8)}`, world)).code).toBe(2);
  });

  it("list every change without its secrets", async () => {
    const world = newWorld();
    expect((await dns("history", world)).out).toContain("No change of ours so far.");
    await dns("use google --keep", world);
    await dns("undo", world);
    expect((await dns("history", world)).out).toMatch(/2026-03-04 05:06 UTC {2}Wired: 8\.8\.8\.8, .* put back/);
    const { code, out } = await dns("history --json", world);
    expect(code).toBe(0);
    expect(out).not.toContain("token");
    expect(json(out)).toMatchObject({
      schemaVersion: 1,
      damaged: 0,
      changes: [
        { adapter: { id: "2", name: "Wired" }, state: "undone", end: "restored", before: { v4: { inUse: [HOME] } } },
      ],
    });
  });
});

describe("dns flush", () => {
  it("says what was emptied, and whether that is proved", async () => {
    const { code, out } = await dns("flush", newWorld());
    expect(code).toBe(0);
    expect(out).toContain("Seen to be empty.");
    expect(out).toContain("systemd-resolved: flushed");
  });

  it("prompts only where somebody is there", async () => {
    const world = newWorld({ flush: { caches: [{ cache: "nscd", outcome: "needs-admin", proved: null }] } });
    expect((await dns("flush", world)).code).toBe(4);
    await dns("flush", world, { answers: [] });
    expect(world.events).toEqual(["flush", "flush elevated"]);
  });

  it("tells a failure", async () => {
    const world = newWorld({ flush: { code: "timed-out", detail: "", changed: "nothing" } });
    const { code, err } = await dns("flush", world);
    expect(code).toBe(4);
    expect(err).toContain("did not answer in time");
  });
});

describe("dns bench", () => {
  const references = {
    publicResolvers: [{ id: "cf", name: "Cloudflare", udp: ["1.1.1.1"], doh: "https://1.1.1.1/dns-query" }],
  };

  it("says keep yours when nothing differs", async () => {
    const { code, out } = await dns(`bench ${SITE}`, newWorld(), { references });
    expect(code).toBe(0);
    expect(out).toContain("No meaningful difference: keep yours.");
    expect(out).toContain("in use now");
    expect(out).toContain("Encrypted ones");
  });

  it("prints one JSON document", async () => {
    const { code, out, err } = await dns(`bench ${SITE} --json`, newWorld(), { references });
    expect([code, err]).toEqual([0, ""]);
    expect(json(out)).toMatchObject({ schemaVersion: 1, samples: 24, verdict: { kind: "keep" } });
    expect(json(out)["names"]).toContain(SITE);
  });

  it("names a reliable one when the present one does not answer", async () => {
    const world = newWorld();
    delete world.zones[HOME];
    expect((await dns("bench", world, { references })).out).toContain("Cloudflare does.");
    expect((await dns("bench", world)).out).toContain("neither do the others");
  });
});
