import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { START_ELEVATED } from "../../../../../electron/platform/windows/start-elevated.ts";

/** One expression of single-quoted texts and variables, as PowerShell joins them. */
function joined(expression: string, variables: Readonly<Record<string, string>>): string {
  return [...expression.matchAll(/'((?:[^']|'')*)'|\$(\w+)/g)]
    .map(([, text, variable]) =>
      variable === undefined ? (text ?? "").replaceAll("''", "'") : (variables[variable] ?? "?"),
    )
    .join("");
}

const reader = (path: string, bytes: Buffer) =>
  joined(/\$reader = ([\s\S]*?)\n {2}\$info = /.exec(START_ELEVATED)?.[1] ?? "", {
    place: Buffer.from(path, "utf8").toString("base64"),
    sum: createHash("sha256").update(bytes).digest("hex").toUpperCase(),
  });

const SYSTEM = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
const SWITCHES = /\$info\.Arguments = '([^']*)'/.exec(START_ELEVATED)?.[1] ?? "";
const FILE = `goodgateway-${"0".repeat(32)}.txt`;

describe("the elevated command line of Windows", () => {
  it("stays within what ShellExecute takes, whatever the script's length and for long and foreign names of people", () => {
    for (const person of ["ann", "a-name-of-twenty-char", "Иван-Александрович-Ко", "山田".repeat(10)]) {
      const text = reader(`C:\\Users\\${person}\\AppData\\Local\\Temp\\${FILE}`, Buffer.alloc(30_000));
      const encoded = Buffer.from(text, "utf16le").toString("base64");
      expect(SYSTEM.length + SWITCHES.length + encoded.length).toBeLessThan(2_000);
    }
    expect(START_ELEVATED).toContain("-gt 2000) { throw");
  });

  it("P3: reads the script once, runs only what it read, and only if it is the script that was meant", () => {
    const bytes = Buffer.from("exit 0", "utf16le");
    const sum = createHash("sha256").update(bytes).digest("hex").toUpperCase();
    const place = Buffer.from("C:\\x.txt").toString("base64");
    expect(reader("C:\\x.txt", bytes).split(";")).toEqual([
      `$b=[IO.File]::ReadAllBytes([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${place}')))`,
      `if([BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($b)).Replace('-','') -cne '${sum}'){exit 48}`,
      ".([scriptblock]::Create([Text.Encoding]::Unicode.GetString($b)))",
    ]);
  });

  it("holds nothing of the path but base64: a name with a quote or a command in it is data", () => {
    const path = `C:\\Users\\O'Neil $(calc) "x" \`y\\${FILE}`;
    const text = reader(path, Buffer.alloc(1));
    expect(text).not.toContain("Neil");
    expect(text).not.toContain("calc");
    const place = /FromBase64String\('([A-Za-z0-9+/=]*)'\)/.exec(text)?.[1] ?? "";
    expect(Buffer.from(place, "base64").toString("utf8")).toBe(path);
  });
});
