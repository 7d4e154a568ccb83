import { expect, it } from "vitest";
import type { ProgramRequest, RunProgram } from "../../../../../electron/platform/exec.ts";
import { publisherFault } from "../../../../../electron/platform/windows/publisher.ts";

const SUBJECT = 'CN="Good Gateway, Inc.", O="Good ""G"" Gateway", L=Bern, C=CH, 1.3.6.1.4.1.311.60.2.1.3=CH';
const FILE = "C:\\Users\\o'neil $(calc)\\setup.exe";

/** A PowerShell that prints this. */
function saying(stdout: string, asked: ProgramRequest[] = []): RunProgram {
  return (request) => {
    asked.push(request);
    return Promise.resolve({ ok: true, value: { exitCode: 0, stdout, stderr: "" } });
  };
}

const signed = (status: number, subject = SUBJECT): RunProgram => saying(JSON.stringify({ status, subject }));

it.each([
  ["a common name", "Good Gateway, Inc."],
  ["a whole name", 'CN="Good Gateway, Inc.", C=CH'],
  ["parts in another order", 'C=CH, O="Good ""G"" Gateway"'],
])("has nothing against a valid signature of the publisher, given as %s", async (_how, publisher) => {
  expect(await publisherFault(signed(0), ["Somebody", publisher], FILE)).toBeNull();
});

it.each([
  ["somebody else's", signed(0), "Bad Gateway"],
  ["one of another country", signed(0), 'CN="Good Gateway, Inc.", C=DE'],
  ["one with a part missing", signed(0), 'CN="Good Gateway, Inc.", OU=x'],
  ["none (state 2)", signed(2, ""), "Good Gateway, Inc."],
  ["one that does not fit the file (state 3)", signed(3), "Good Gateway, Inc."],
  ["a valid one without a name", signed(0, ""), ""],
  ["one that could not be read", saying("Get-AuthenticodeSignature : Access denied"), "Good Gateway, Inc."],
] as const)("speaks against a signature that is %s", async (_what, run, publisher) => {
  expect(await publisherFault(run, [publisher], FILE)).toEqual(expect.any(String));
});

it("gives the file's name beside the script, never in it", async () => {
  const asked: ProgramRequest[] = [];
  await publisherFault(saying("{}", asked), ["x"], FILE);
  expect(asked[0]?.program).toBe("powershell");
  expect(asked[0]?.env).toEqual({ GG_FILE: FILE });
  expect(asked[0]?.args.join(" ")).not.toContain("calc");
});
