import { describe, expect, test } from "vitest";
import { fail, ok } from "../../../../../../shared/lib/result.ts";
import type { ProgramRequest, ProgramResult } from "../../../../../../electron/platform/exec.ts";
import type { LinuxDnsDeps } from "../../../../../../electron/platform/linux/dns/deps.ts";
import { runDnsScript } from "../../../../../../electron/platform/linux/dns/run-script.ts";
import { DNS_SCRIPT, DNS_SCRIPT_LOADER } from "../../../../../../electron/platform/linux/dns/script/script.ts";
import { realDeps } from "../../../../../../electron/platform/machine-deps.ts";

const { signal } = new AbortController();

function deps(result: ProgramResult, uid: number, seen: ProgramRequest[] = []): LinuxDnsDeps {
  const run = async (request: ProgramRequest): Promise<ProgramResult> => {
    seen.push(request);
    return result;
  };
  return { ...realDeps(), run, uid, runFolder: "/run/user/1000/goodgateway" };
}

const output = (exitCode: number, stdout: string, stderr = ""): ProgramResult => ok({ exitCode, stdout, stderr });
const START = "gg-start 00\n";

describe("the elevated run", () => {
  test("goes through pkexec for an ordinary user and straight to the shell for root, by absolute path", async () => {
    const seen: ProgramRequest[] = [];
    const done = output(0, `${START}gg-armed 12 345\ngg-applied\n`);
    await runDnsScript(deps(done, 1000, seen), "elevated", ["-c", "x"], signal);
    await runDnsScript(deps(done, 0, seen), "elevated", ["-c", "x"], signal);
    await runDnsScript(deps(done, 1000, seen), "own", ["-c", "x"], signal);
    expect(seen.map(({ program, args }) => [program, ...args])).toStrictEqual([
      ["pkexec", "--disable-internal-agent", "/bin/sh", "-c", "x"],
      ["/bin/sh", "-c", "x"],
      ["/bin/sh", "-c", "x"],
    ]);
  });

  test("says which guard was armed", async () => {
    expect(
      await runDnsScript(deps(output(0, `${START}gg-armed 12 345\ngg-applied\n`), 0), "own", [], signal),
    ).toStrictEqual(ok({ guard: { pid: 12, startTime: "345" }, applied: true, restored: null }));
  });

  test.each<readonly [string, ProgramResult, string, string]>([
    [
      "a dismissed prompt",
      output(126, "", "Error executing command as another user: Request dismissed"),
      "cancelled",
      "nothing",
    ],
    [
      "a wrong password",
      output(127, "", "Error executing command as another user: Not authorized\n\nThis incident has been reported."),
      "not-authorized",
      "nothing",
    ],
    [
      "no agent",
      output(127, "", "Error executing command as another user: No authentication agent found."),
      "no-agent",
      "nothing",
    ],
    [
      "no terminal for an agent",
      output(127, "", "Error creating textual authentication agent: Error opening current controlling terminal"),
      "no-agent",
      "nothing",
    ],
    ["no parent", output(127, "", "Refusing to render service to dead parents."), "no-agent", "nothing"],
    ["no pkexec", fail({ code: "not-found", detail: "", stdout: "", stderr: "" }), "no-tool", "nothing"],
    [
      "a prompt nobody answers",
      fail({ code: "timed-out", detail: "", stdout: "", stderr: "" }),
      "timed-out",
      "nothing",
    ],
    ["126 of the script's own", output(126, `${START}gg-fail no-space disk\n`), "no-space", "nothing"],
    [
      "a failure after the guard was armed",
      output(3, `${START}gg-armed 1 2\ngg-fail not-effective \n`),
      "not-effective",
      "maybe",
    ],
    [
      "a script that was killed",
      fail({ code: "signal", detail: "SIGKILL", stdout: `${START}gg-armed 1 2\n`, stderr: "" }),
      "failed",
      "maybe",
    ],
    [
      "a run that was cut off",
      fail({ code: "timed-out", detail: "", stdout: START, stderr: "" }),
      "timed-out",
      "maybe",
    ],
    ["a word we do not know", output(3, `${START}gg-fail sunspots \n`), "failed", "nothing"],
  ])("tells %s apart", async (_name, result, code, changed) => {
    expect(await runDnsScript(deps(result, 1000), "elevated", [], signal)).toMatchObject({
      ok: false,
      error: { code, changed },
    });
  });
});

/** Runs the script itself, which refuses before it touches anything. */
async function refuse(...args: readonly string[]) {
  const real = { ...realDeps(), uid: 0, runFolder: "/nonexistent/goodgateway" };
  return runDnsScript(real, "own", ["-c", DNS_SCRIPT_LOADER, "goodgateway", DNS_SCRIPT, ...args], signal);
}

const ID = "0".repeat(32);
const TOKEN = "0".repeat(64);
const GOOD = [
  ID,
  "file",
  "1",
  "1",
  "ask",
  "60",
  TOKEN,
  "/nonexistent",
  "0",
  "",
  "missing",
  "x",
  "1.1.1.1",
  "",
  "99999999",
];

describe.skipIf(process.platform !== "linux")("the script", () => {
  test.each<readonly [string, number, string]>([
    ["an id that is a path", 0, "../../../../../../../../etc/passwd0"],
    ["a kind it does not know", 1, "passwd"],
    ["a pid that is a command", 2, "$(reboot)"],
    ["a mode it does not know", 4, "ask; reboot"],
    ["a deadline that is no number", 5, "-1"],
    ["a token of the wrong length", 6, "0".repeat(63)],
    ["a link that is a name", 8, "eth0"],
    ["a value with a quote", 10, "it's"],
    ["a value with a substitution", 11, "`reboot`"],
    ["servers with a line feed", 12, "1.1.1.1\nsearch evil"],
    ["servers with a semicolon", 12, "1.1.1.1;reboot"],
    ["a profile with a dollar", 13, "$HOME"],
    ["a time that is none", 14, "never"],
  ])("refuses %s before it starts", async (_name, place, value) => {
    const args = GOOD.map((good, at) => (at === place ? value : good));
    expect(await refuse("switch", ...args)).toMatchObject({ ok: false, error: { changed: "nothing" } });
    expect(await refuse("restore", ...args)).toMatchObject({ ok: false, error: { changed: "nothing" } });
  });

  test("refuses what was given up meanwhile", async () => {
    const args = GOOD.map((good, at) => (at === 14 ? "0" : good));
    expect(await refuse("switch", ...args)).toMatchObject({
      ok: false,
      error: { code: "timed-out", changed: "nothing" },
    });
  });

  test("refuses too few arguments and verbs it does not know", async () => {
    expect(await refuse("switch", ID)).toMatchObject({ ok: false });
    expect(await refuse("format", ...GOOD)).toMatchObject({ ok: false });
  });

  test("holds no bare program name that a person's PATH could answer", () => {
    expect(DNS_SCRIPT).toMatch(/^PATH=\/usr\/sbin:\/usr\/bin:\/sbin:\/bin:\/run\/current-system\/sw\/bin$/m);
    expect(DNS_SCRIPT.indexOf("PATH=/usr")).toBeLessThan(DNS_SCRIPT.indexOf("id -u"));
  });
});
