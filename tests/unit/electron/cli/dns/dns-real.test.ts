import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dataFolderOf, openDns } from "../../../../../electron/cli/dns/dns-deps.ts";
import { runCli } from "../../../../../electron/cli/run.ts";
import { openDnsDesk, recoverAtStart } from "../../../../../electron/repairs/recover-at-start.ts";
import { deskOf, newWorld } from "../../repairs/dns/switch-world.ts";
import { fakeTerminal } from "../terminal/fake-terminal.ts";

let home = "";
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "gg-real-"));
});
afterEach(() => rm(home, { recursive: true }));

const terminal = (env: Readonly<Record<string, string>> = {}) =>
  fakeTerminal({ env: { GOODGATEWAY_HOME: home, ...env } });

describe("the real DNS commands, reading only", () => {
  it("find an empty history in a new folder, and nothing to recover", async () => {
    const history = terminal();
    expect(await runCli(["dns", "history", "--json"], history)).toBe(0);
    expect(JSON.parse(history.written.out)).toEqual({ schemaVersion: 1, changes: [], damaged: 0 });
    const recover = terminal();
    expect(await runCli(["recover", "--json"], recover)).toBe(0);
    expect(JSON.parse(recover.written.out)).toEqual({ schemaVersion: 1, busy: false, changes: [] });
  });

  it("look for something to recover before another command, without a word when there is nothing", async () => {
    await mkdir(join(home, "journal"));
    const version = terminal();
    expect(await runCli(["version"], version)).toBe(0);
    expect(version.written.err).toBe("");
  });

  it("tell of a damaged record instead of believing it", async () => {
    await mkdir(join(home, "journal"));
    await writeFile(join(home, "journal", `${"a".repeat(32)}.json`), '{"version":1,"sha256":"x","change":{}}');
    const history = terminal();
    expect(await runCli(["dns", "history", "--json"], history)).toBe(0);
    expect(JSON.parse(history.written.out)).toMatchObject({ changes: [] });
    expect(history.written.err).toContain("could not be read and was set aside");
  });

  it("refuse a references file that is not there", async () => {
    const status = terminal({ GOODGATEWAY_REFERENCES: join(home, "none.json") });
    expect(await runCli(["dns", "status"], status)).toBe(2);
    expect(status.written.err).toContain("none.json");
    expect(await runCli(["fix", "example.com", "--yes"], status)).toBe(2);
  });

  it("keep their data where the environment says", async () => {
    expect(dataFolderOf(terminal())).toBe(home);
    expect((await openDns(terminal())).ok).toBe(true);
  });
});

describe("recovery at a start", () => {
  it("costs nothing on a machine where nothing was ever changed", async () => {
    expect(
      await recoverAtStart(
        home,
        () => expect.unreachable(),
        () => expect.unreachable(),
      ),
    ).toBeNull();
  });

  it("runs where there is a journal, and never throws", async () => {
    await mkdir(join(home, "journal"));
    expect(
      await recoverAtStart(
        home,
        () => deskOf(newWorld()),
        () => undefined,
      ),
    ).toEqual({
      kind: "done",
      recoveries: [],
      damaged: 0,
    });
    expect(
      await recoverAtStart(
        home,
        () => null,
        () => undefined,
      ),
    ).toBeNull();
    const errors: unknown[] = [];
    const broken = () => {
      throw new Error("broken");
    };
    expect(await recoverAtStart(home, broken, (error) => errors.push(error))).toBeNull();
    expect(errors).toHaveLength(1);
  });

  it("has a desk on this system", () => {
    expect(openDnsDesk(home, "1.0.0")?.backend.os).toBe("linux");
  });
});
