import { describe, expect, it } from "vitest";
import { replaceHosts } from "../../../../../electron/platform/elevated/edit-hosts.ts";
import { runElevatedPowershell } from "../../../../../electron/platform/elevated/run-elevated-windows.ts";
import { runElevatedScript } from "../../../../../electron/platform/elevated/run-elevated.ts";
import type { ProgramFailure, ProgramRequest, RunProgram } from "../../../../../electron/platform/exec.ts";
import { fail, ok } from "../../../../../shared/lib/result.ts";

const { signal } = new AbortController();
const says =
  (exitCode: number, stdout: string, stderr = ""): RunProgram =>
  async () =>
    ok({ exitCode, stdout, stderr });
const fails =
  (code: ProgramFailure["code"], stdout = ""): RunProgram =>
  async () =>
    fail({ code, detail: "", stdout, stderr: "" });
const SCRIPT = { script: "echo gg-start", args: ["a b", "$(c)"] };

describe("an elevated shell script", () => {
  it.each([
    ["as root, as it is", "linux", 0, ["/bin/sh", "-c", SCRIPT.script, "goodgateway", "a b", "$(c)"]],
    [
      "on Linux",
      "linux",
      1000,
      ["pkexec", "--disable-internal-agent", "/bin/sh", "-c", SCRIPT.script, "goodgateway", "a b", "$(c)"],
    ],
  ] as const)("is run %s", async (_name, os, uid, expected) => {
    const seen: ProgramRequest[] = [];
    const run: RunProgram = async (request) => {
      seen.push(request);
      return ok({ exitCode: 0, stdout: "gg-start\nline\n", stderr: "" });
    };
    expect(await runElevatedScript({ os, run, uid }, SCRIPT, signal)).toEqual(ok(["gg-start", "line"]));
    expect(seen.map(({ program, args }) => [program, ...args])).toEqual([[...expected]]);
  });

  it("is run on macOS through constant AppleScript, its words as arguments", async () => {
    const seen: ProgramRequest[] = [];
    const run: RunProgram = async (request) => {
      seen.push(request);
      return ok({ exitCode: 0, stdout: "gg-start\rgg-done\r", stderr: "" });
    };
    expect((await runElevatedScript({ os: "macos", run, uid: 501 }, SCRIPT, signal)).ok).toBe(true);
    const [{ program, args } = { program: "", args: [] }] = seen;
    expect(program).toBe("osascript");
    expect(args.slice(-4)).toEqual([SCRIPT.script, "goodgateway", "a b", "$(c)"]);
    expect(args.filter((word) => word.includes("quoted form of"))).toHaveLength(1);
    expect(args.slice(0, -4).join(" ")).not.toContain("a b");
  });

  it.each([
    ["linux", says(126, "", "Request dismissed"), "cancelled"],
    ["linux", says(127, "", "Error executing command as another user: Not authorized"), "not-authorized"],
    ["linux", says(127, "", "No authentication agent found."), "no-agent"],
    ["linux", says(1, "", "odd"), "failed"],
    ["linux", fails("not-found"), "no-tool"],
    ["linux", fails("cancelled"), "cancelled"],
    ["linux", fails("timed-out", "gg-start\n"), "timed-out"],
    ["macos", says(1, "", "0:180: execution error: Benutzer hat abgebrochen. (-128)"), "cancelled"],
    ["macos", says(1, "", "execution error: (-60005)"), "not-authorized"],
    ["macos", says(1, "", "execution error: odd (-2700)"), "failed"],
  ] as const)("on %s tells how it did not run (%#)", async (os, run, code) => {
    expect(await runElevatedScript({ os, run, uid: 1000 }, SCRIPT, signal)).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});

describe("an elevated PowerShell script", () => {
  it("is started by absolute path with the inner script in base64, and gives its exit code", async () => {
    const seen: ProgramRequest[] = [];
    const run: RunProgram = async (request) => {
      seen.push(request);
      return ok({ exitCode: 0, stdout: '{"exit":21,"error":null}\r\n', stderr: "" });
    };
    expect(await runElevatedPowershell(run, "exit 21", signal)).toEqual(ok(21));
    const inner = seen[0]?.env?.["GG_INNER"] ?? "";
    expect(Buffer.from(inner, "base64").toString("utf16le")).toBe("exit 21");
    expect(seen[0]?.args.join(" ")).not.toContain(inner);
  });

  it.each([
    ['{"exit":null,"error":1223}', "cancelled"],
    ['{"exit":null,"error":740}', "not-authorized"],
    ['{"exit":null,"error":2}', "failed"],
    ['{"exit":null,"error":null}', "timed-out"],
    ["half an ans", "failed"],
  ])("tells %s apart", async (stdout, code) => {
    expect(await runElevatedPowershell(says(0, stdout), "exit 0", signal)).toMatchObject({ error: { code } });
  });

  it("is not started when it is too long, and tells a missing program", async () => {
    const never: RunProgram = () => expect.unreachable();
    expect(await runElevatedPowershell(never, "x".repeat(20_000), signal)).toMatchObject({ error: { code: "failed" } });
    expect(await runElevatedPowershell(fails("not-found"), "exit 0", signal)).toMatchObject({
      error: { code: "no-tool" },
    });
    expect(await runElevatedPowershell(fails("cancelled"), "exit 0", signal)).toMatchObject({
      error: { code: "cancelled" },
    });
  });
});

describe("replacing the hosts file on Windows", () => {
  const replacement = {
    path: "C:\\Windows\\System32\\drivers\\etc\\hosts",
    before: "a".repeat(64),
    after: "b".repeat(64),
    splices: [{ at: 3, remove: 0, insert: Buffer.from("#x'; exit 0 #") }],
  };

  it("puts checksums, numbers and base64 into the script and nothing else", async () => {
    const seen: string[] = [];
    const run: RunProgram = async ({ env }) => {
      seen.push(Buffer.from(env?.["GG_INNER"] ?? "", "base64").toString("utf16le"));
      return ok({ exitCode: 0, stdout: '{"exit":0,"error":null}', stderr: "" });
    };
    expect(await replaceHosts({ os: "windows", run, uid: -1 }, replacement, signal)).toEqual(ok(undefined));
    expect(seen[0]).toContain(`,@(3, 0, '${Buffer.from("#x'; exit 0 #").toString("base64")}')`);
    expect(seen[0]).not.toContain("#x'");
    expect(seen[0]).not.toContain(replacement.path);
  });

  it.each([
    [10, "changed-meanwhile"],
    [12, "input-output-error"],
    [13, "file-immutable"],
    [99, "failed"],
  ])("exit code %i is %s", async (exit, code) => {
    const run = says(0, JSON.stringify({ exit, error: null }));
    expect(await replaceHosts({ os: "windows", run, uid: -1 }, replacement, signal)).toMatchObject({ error: { code } });
  });

  it("takes no checksum that is none", async () => {
    const never: RunProgram = () => expect.unreachable();
    const odd = { ...replacement, before: "'; exit 0" };
    expect(await replaceHosts({ os: "windows", run: never, uid: -1 }, odd, signal)).toMatchObject({ ok: false });
  });
});
