import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createRunner, type ProgramRequest } from "../../../../electron/platform/exec.ts";
import { makeFakes, never, type Fakes } from "./fakes.ts";

const run = createRunner({});
const LIMITS = { timeoutMs: 20_000, maxOutputBytes: 100_000 };
const sh = (script: string, over: Partial<ProgramRequest> = {}) =>
  run({ program: "/bin/sh", args: ["-c", script], ...LIMITS, signal: never(), ...over });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-exec-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Waits until a process is gone (killing takes effect a little later). */
async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      // A killed process stays as a zombie until its new parent reaps it.
      if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))) return true;
    } catch {
      return true;
    }
    await pause(50);
  }
  return false;
}

describe("the outcome of a program", () => {
  test("has exit code, stdout and stderr apart", async () => {
    expect(await sh("echo out; echo err >&2; exit 3")).toEqual({
      ok: true,
      value: { exitCode: 3, stdout: "out\n", stderr: "err\n" },
    });
  });

  test("gets its input and sees its end", async () => {
    const result = await run({ program: "/bin/cat", args: [], input: "hällo\n", ...LIMITS, signal: never() });
    expect(result).toMatchObject({ ok: true, value: { stdout: "hällo\n" } });
  });

  test("has an empty stdin when nothing is given", async () => {
    expect(await sh("read x; echo $?")).toMatchObject({ ok: true, value: { stdout: "1\n" } });
  });

  test("survives a program that does not read its input", async () => {
    expect(await sh("exit 0", { input: "x".repeat(1_000_000) })).toMatchObject({ ok: true, value: { exitCode: 0 } });
  });

  test("tells the signal when somebody else kills it", async () => {
    expect(await sh("kill -TERM $$")).toMatchObject({ ok: false, error: { code: "signal", detail: "SIGTERM" } });
  });

  test("does not wait for what the program leaves behind", async () => {
    const file = join(folder, "left.pid");
    const result = await sh(`/bin/sleep 300 & echo $! > ${file}; echo done`);
    expect(result).toMatchObject({ ok: true, value: { stdout: "done\n" } });
    expect(await isGone(Number(readFileSync(file, "utf8")))).toBe(true);
  });
});

describe("a program that cannot run", () => {
  test.each(["ls", "sh", "./sh", "bin/sh", "../bin/sh", "", "/bin/sh\0", "/tmp/x.bat", "/tmp/x.CMD", "/tmp/x.cmd ."])(
    "is refused when its path is %j",
    async (program) => {
      expect(await run({ program, args: [], ...LIMITS, signal: never() })).toMatchObject({
        ok: false,
        error: { code: "refused" },
      });
    },
  );

  test("is not found when there is no such file, or this system has no such key", async () => {
    for (const program of ["/nonexistent/program", "scutil", "powershell"]) {
      expect(await run({ program, args: [], ...LIMITS, signal: never() })).toMatchObject({
        ok: false,
        error: { code: "not-found" },
      });
    }
  });

  test("is not permitted when the file cannot be executed", async () => {
    const path = join(folder, "plain");
    writeFileSync(path, "text", { mode: 0o644 });
    expect(await run({ program: path, args: [], ...LIMITS, signal: never() })).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
  });

  test("is refused with an argument no system can carry", async () => {
    expect(await run({ program: "/bin/sh", args: ["a\0b"], ...LIMITS, signal: never() })).toMatchObject({
      ok: false,
      error: { code: "refused" },
    });
  });

  test("never starts after a cancel", async () => {
    const file = join(folder, "started");
    const result = await sh(`: > ${file}`, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(existsSync(file)).toBe(false);
  });
});

describe("the limits", () => {
  test("end the program and all it started when time is up, and keep what was printed", async () => {
    const file = join(folder, "timeout.pid");
    const result = await sh(`echo half; /bin/sleep 300 & echo $! > ${file}; wait`, { timeoutMs: 1_500 });
    expect(result).toMatchObject({ ok: false, error: { code: "timed-out", stdout: "half\n" } });
    expect(await isGone(Number(readFileSync(file, "utf8")))).toBe(true);
  });

  test("end it on a cancel", async () => {
    const stop = new AbortController();
    const file = join(folder, "cancel.pid");
    const running = sh(`echo $$ > ${file}; exec /bin/sleep 300`, { signal: stop.signal });
    while (!existsSync(file) || readFileSync(file, "utf8") === "") await pause(20);
    stop.abort();
    expect(await running).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(await isGone(Number(readFileSync(file, "utf8")))).toBe(true);
  });

  test("end a program that prints too much, stdout and stderr together", async () => {
    const result = await sh("while :; do echo 0123456789; echo 0123456789 >&2; done", { maxOutputBytes: 10_000 });
    if (result.ok) throw new Error("it ended by itself");
    expect(result.error.code).toBe("too-much-output");
    expect(result.error.stdout.length + result.error.stderr.length).toBeLessThanOrEqual(10_000);
  });
});

describe("what a program gets", () => {
  afterEach(() => {
    delete process.env["GG_SECRET"];
  });

  test("is a fixed environment with nothing of ours, and the system's root as its folder", async () => {
    process.env["GG_SECRET"] = "leak";
    const result = await run({
      program: "/usr/bin/env",
      args: [],
      env: { GG_ADDRESS: "192.0.2.1" },
      ...LIMITS,
      signal: never(),
    });
    if (!result.ok) throw new Error(result.error.code);
    expect(
      Object.fromEntries(
        result.value.stdout
          .trim()
          .split("\n")
          .map((line) => line.split("=")),
      ),
    ).toEqual({
      LC_ALL: "C",
      LANG: "C",
      LANGUAGE: "C",
      PATH: "/usr/bin:/usr/sbin:/bin:/sbin",
      GG_ADDRESS: "192.0.2.1",
    });
    expect(await run({ program: "/bin/pwd", args: [], ...LIMITS, signal: never() })).toMatchObject({
      ok: true,
      value: { stdout: "/\n" },
    });
  });

  test("never comes from PATH or the current folder", async () => {
    const trap = makeFakes({ ip: [{ stdout: "TRAPPED" }] });
    const real = makeFakes({ ip: [{ stdout: "real" }] });
    const [path, cwd] = [process.env["PATH"], process.cwd()];
    try {
      process.env["PATH"] = `${trap.folder}:${path}`;
      const runReal = createRunner(real.table);
      expect(await runReal({ program: "ip", args: [], ...LIMITS, signal: never() })).toMatchObject({
        value: { stdout: "real" },
      });
      expect(await createRunner({})({ program: "ip", args: [], ...LIMITS, signal: never() })).toMatchObject({
        error: { code: "not-found" },
      });
      // A worker cannot change its folder, so a process of its own stands in the trap's.
      const script = `
        const { createRunner } = await import(${JSON.stringify(join(cwd, "electron/platform/exec.ts"))});
        const limits = { args: [], timeoutMs: 20000, maxOutputBytes: 1000, signal: new AbortController().signal };
        const results = [];
        for (const program of ["ip", "./ip"]) results.push((await createRunner({})({ program, ...limits })).error.code);
        console.log(JSON.stringify(results));`;
      const output = execFileSync(
        process.execPath,
        ["--import", join(cwd, "node_modules/tsx/dist/esm/index.mjs"), "--input-type=module", "-e", script],
        { cwd: trap.folder, encoding: "utf8" },
      );
      expect(JSON.parse(output)).toEqual(["not-found", "refused"]);
      expect(trap.calls("ip")).toEqual([]);
    } finally {
      process.env["PATH"] = path;
      trap.remove();
      real.remove();
    }
  });
});

describe("arguments", () => {
  let recorder: Fakes;
  beforeAll(() => {
    recorder = makeFakes({ ip: [{ stdout: "" }] });
  });
  afterAll(() => recorder.remove());

  test("arrive as they stand, 500 hostile ones, and no shell reads them", async () => {
    const canary = join(folder, "canary");
    const pieces = [
      ";",
      "&&",
      "|",
      "`",
      "$(",
      ")",
      ">",
      "<",
      "'",
      '"',
      "\\",
      "\n",
      "\r",
      " ",
      "\t",
      "*",
      "?",
      "~",
      "%PATH%",
    ];
    const more = [
      "$IFS",
      "${HOME}",
      "!",
      "^",
      "-rf",
      "--",
      "\u202e",
      "以太网",
      "« »",
      "\u00a0",
      "é",
      "🦊",
      `touch ${canary}`,
    ];
    const parts = [...pieces, ...more];
    const hostile = Array.from({ length: 500 }, (_, index) => {
      const [a, b, c] = [
        parts[index % parts.length],
        parts[(index * 7 + 3) % parts.length],
        parts[(index * 13 + 5) % parts.length],
      ];
      return `${a}${b}touch ${canary}${c}${index}`;
    });
    const result = await createRunner(recorder.table)({
      program: "ip",
      args: ["", ...hostile],
      ...LIMITS,
      signal: never(),
    });
    expect(result.ok).toBe(true);
    expect(recorder.calls("ip")).toEqual([["", ...hostile]]);
    expect(existsSync(canary)).toBe(false);
  });
});
