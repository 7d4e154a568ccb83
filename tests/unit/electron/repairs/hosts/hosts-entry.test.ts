import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runProgram, type RunProgram } from "../../../../../electron/platform/exec.ts";
import {
  commentOutHostsEntry,
  type HostsDeps,
  hostsChanges,
  undoHostsEntry,
} from "../../../../../electron/repairs/hosts/hosts-entry.ts";
import { fail, ok } from "../../../../../shared/lib/result.ts";
import { fakeMachine, notReadable } from "../../checks/fakes.ts";

const { signal } = new AbortController();
const BEFORE = "127.0.0.1 localhost www.example.com\n203.0.113.9\twww.example.com # old\n";
let folder = "";
let etc = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gg-hosts-"));
  etc = await mkdtemp(join(folder, "etc-"));
  await chmod(etc, 0o755);
  await writeFile(join(etc, "hosts"), BEFORE);
  await chmod(join(etc, "hosts"), 0o640);
});
afterEach(() => rm(folder, { recursive: true }));

/** The real shell script, with our own folder in the place of /etc for it alone. */
const inOwnEtc: RunProgram = (request) =>
  runProgram({
    ...request,
    program: "/usr/bin/unshare",
    args: [
      "-m",
      "--propagation",
      "private",
      "/bin/sh",
      "-c",
      'mount --bind "$1" /etc && shift && exec "$@"',
      "sh",
      etc,
      "/bin/sh",
      ...request.args,
    ],
  });

function deps(over: Partial<HostsDeps> = {}, run: RunProgram = inOwnEtc): HostsDeps {
  let second = 0;
  return {
    machine: fakeMachine({ hostsFile: async () => ok({ path: "/etc/hosts", text: "" }) }),
    elevation: { os: "linux", run, uid: 0 },
    dataFolder: join(folder, "data"),
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, (second += 1))),
    readBytes: () => readFile(join(etc, "hosts")),
    ...over,
  };
}

const hosts = () => readFile(join(etc, "hosts"), "utf8");

describe.runIf(process.getuid?.() === 0)("the hosts repair with the real script", () => {
  it("turns entries into notes and brings them back, byte for byte, mode and all", async () => {
    const own = deps();
    const done = await commentOutHostsEntry(own, "www.example.com", signal);
    expect(done).toMatchObject({ ok: true, value: { state: "done", lines: [expect.any(String), expect.any(String)] } });
    expect(await hosts()).toMatch(/^#GoodGateway-\w{8}# 127.0.0.1 localhost www.example.com\n127.0.0.1 localhost #/);
    expect(hostsChanges(own.dataFolder).map(({ state, host }) => [state, host])).toEqual([["done", "www.example.com"]]);
    expect(await undoHostsEntry(own, null, signal)).toMatchObject({ ok: true, value: { state: "undone" } });
    expect(await hosts()).toBe(BEFORE);
    expect((await stat(join(etc, "hosts"))).mode & 0o777).toBe(0o640);
    expect(await readdir(etc)).toEqual(["hosts"]);
    expect(await undoHostsEntry(own, null, signal)).toMatchObject({ ok: false, error: { code: "nothing-to-undo" } });
  });

  it("says when there is no entry, and writes nothing down", async () => {
    const own = deps();
    expect(await commentOutHostsEntry(own, "other.example", signal)).toMatchObject({ error: { code: "no-entry" } });
    expect(hostsChanges(own.dataFolder)).toEqual([]);
  });

  it("leaves a file alone that changed in the same moment", async () => {
    const foreign = deps({}, async (request) => {
      await writeFile(join(etc, "hosts"), "10.0.0.1 theirs\n");
      return inOwnEtc(request);
    });
    const done = await commentOutHostsEntry(foreign, "www.example.com", signal);
    expect(done).toMatchObject({ ok: false, error: { code: "changed-meanwhile" } });
    expect(await hosts()).toBe("10.0.0.1 theirs\n");
    expect(hostsChanges(foreign.dataFolder).map(({ state }) => state)).toEqual(["undone"]);
    expect(await readdir(etc)).toEqual(["hosts"]);
  });

  it("does not write through a link", async () => {
    await writeFile(join(folder, "elsewhere"), BEFORE);
    await rm(join(etc, "hosts"));
    await symlink(join(folder, "elsewhere"), join(etc, "hosts"));
    const done = await commentOutHostsEntry(deps(), "www.example.com", signal);
    expect(done).toMatchObject({ ok: false, error: { code: "file-immutable" } });
    expect(await readFile(join(folder, "elsewhere"), "utf8")).toBe(BEFORE);
  });

  it("leaves notes alone that somebody edited or took away", async () => {
    const own = deps();
    await commentOutHostsEntry(own, "www.example.com", signal);
    const noted = await hosts();
    await writeFile(join(etc, "hosts"), noted.replace(/#GoodGateway-\w{8}# 203/, "203"));
    expect(await undoHostsEntry(own, null, signal)).toMatchObject({ error: { code: "theirs" } });
    await writeFile(join(etc, "hosts"), "10.0.0.1 theirs\n");
    expect(await undoHostsEntry(own, null, signal)).toMatchObject({ error: { code: "theirs" } });
    expect(await hosts()).toBe("10.0.0.1 theirs\n");
    expect(hostsChanges(own.dataFolder).map(({ state }) => state)).toEqual(["undone"]);
  });
});

describe("the hosts repair", () => {
  const refusing: RunProgram = async () => ok({ exitCode: 126, stdout: "", stderr: "dismissed" });
  const asUser = (run: RunProgram, over: Partial<HostsDeps> = {}) =>
    deps({ elevation: { os: "linux", run, uid: 1000 }, ...over });

  it("changes nothing when the prompt is refused", async () => {
    const own = asUser(refusing);
    expect(await commentOutHostsEntry(own, "www.example.com", signal)).toMatchObject({ error: { code: "cancelled" } });
    expect(await hosts()).toBe(BEFORE);
    expect(hostsChanges(own.dataFolder).map(({ state }) => state)).toEqual(["undone"]);
  });

  it("does not believe a program that says done and did nothing", async () => {
    const lying: RunProgram = async () => ok({ exitCode: 0, stdout: "gg-start\ngg-done\n", stderr: "" });
    expect(await commentOutHostsEntry(asUser(lying), "www.example.com", signal)).toMatchObject({
      error: { code: "not-effective" },
    });
  });

  it("asks nobody when the record cannot be kept", async () => {
    await writeFile(join(folder, "data"), "a file in the way");
    const never: RunProgram = () => expect.unreachable();
    expect(await commentOutHostsEntry(asUser(never), "www.example.com", signal)).toMatchObject({
      error: { code: "failed" },
    });
  });

  it("says when the file cannot be read", async () => {
    const blind = asUser(refusing, { machine: fakeMachine({ hostsFile: notReadable("not-permitted") }) });
    expect(await commentOutHostsEntry(blind, "a.example", signal)).toMatchObject({
      error: { detail: "not-permitted" },
    });
    const torn = asUser(refusing, { readBytes: () => Promise.reject(new Error("gone")) });
    expect(await commentOutHostsEntry(torn, "a.example", signal)).toMatchObject({ error: { code: "failed" } });
    expect(await undoHostsEntry(torn, "12345678", signal)).toMatchObject({ error: { code: "nothing-to-undo" } });
  });

  it("hands the script numbers, checksums and base64 only, through pkexec with absolute programs", async () => {
    const seen: string[][] = [];
    const recording: RunProgram = async (request) => {
      seen.push([request.program, ...request.args]);
      return fail({ code: "timed-out", detail: "", stdout: "", stderr: "" });
    };
    await writeFile(join(etc, "hosts"), '10.0.0.9 www.example.com $(reboot) "; rm -rf /\n');
    expect(await commentOutHostsEntry(asUser(recording), "www.example.com", signal)).toMatchObject({
      error: { code: "timed-out" },
    });
    const [call = []] = seen;
    expect(call.slice(0, 4)).toEqual(["pkexec", "--disable-internal-agent", "/bin/sh", "-c"]);
    for (const argument of call.slice(7)) expect(argument).toMatch(/^(?:[0-9a-f]{64}|\d+:\d+:[A-Za-z0-9+/=]*)$/);
    expect(call[6]).toBe("/etc/hosts");
  });
});
