import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ProgramRequest } from "../../../../../../electron/platform/exec.ts";
import {
  elevatedCommand,
  elevatedScript,
  type ElevatedValues,
} from "../../../../../../electron/platform/windows/dns/script/elevated.ts";
import { shortScript } from "../../../../../../electron/platform/windows/dns/script/short-script.ts";
import { windowsDns } from "../../../../../../electron/platform/windows/dns/windows-dns.ts";
import { hostileNames } from "../../hostile-names.ts";
import { never, value } from "../../fakes.ts";
import { ethernet, FakeWindows, guid } from "./fake-windows.ts";

const VALUES: ElevatedValues = {
  verb: "switch",
  tx: "a".repeat(32),
  guid: guid(1),
  ownerPid: 4_294_967_295,
  mode: "keep-for",
  deadlineSeconds: 86_400,
  token: "b".repeat(64),
  notAfter: 1_900_000_000,
  before: { "v4/NameServer": null, "v4/ProfileNameServer": "", "v6/NameServer": "", "v6/ProfileNameServer": null },
  set: { "v4/NameServer": "1.1.1.1,1.0.0.1", "v6/NameServer": "2606:4700:4700::1111,2606:4700:4700::1001" },
};

const decoded = (encoded: string) => Buffer.from(encoded, "base64").toString("utf16le");

describe("names of adapters and networks", { timeout: 300_000 }, () => {
  it("stand in no argument, variable or input of 500 reads and switches, and no shell is started", async () => {
    const windows = new FakeWindows();
    const seen: ProgramRequest[] = [];
    const change = await windows.planned(["1.1.1.1"]);
    // What the fake programs answer, once; then with each name: 500 times four starts would take minutes.
    const answers: string[] = [];
    const record = async (request: ProgramRequest) => {
      const result = await windows.deps.run(request);
      answers.push(result.ok ? result.value.stdout : "");
      return result;
    };
    await windowsDns({ ...windows.deps, run: record }).snapshot(null, never());
    const registryText = answers.find((text) => text.includes("policyDoh")) ?? "";
    const networkText = answers.find((text) => text.includes("InterfaceGuid")) ?? "";
    const elevations: string[] = [];
    for (const name of hostileNames(500)) {
      const named = (text: string) => text.replaceAll(/"Ethernet"|"FRITZ!Box 7590"/g, () => JSON.stringify(name));
      const run = async (request: ProgramRequest) => {
        seen.push(request);
        const script = decoded(request.args.at(-1) ?? "");
        if (request.env?.["GG_ELEVATED"] !== undefined) elevations.push(decoded(request.env["GG_ELEVATED"]));
        const refused = '{"started":false,"error":1223}';
        const text = script.includes("dns-registry 1") ? registryText : networkText;
        const stdout = script.includes("dns-elevate 1") ? refused : named(text);
        return { ok: true as const, value: { exitCode: 0, stdout, stderr: "" } };
      };
      const dns = windowsDns({ ...windows.deps, run });
      // oxlint-disable-next-line no-await-in-loop -- one name at a time
      const snapshot = await value(dns.snapshot(null, never()));
      expect(snapshot.linkName).toBe(name);
      const plan = await value(Promise.resolve(dns.plan({ snapshot, servers: ["1.1.1.1"] })));
      expect(plan.commands.flatMap(({ argv }) => argv)).not.toContain(name);
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await dns.apply({ ...change, snapshot, plan }, never())).toMatchObject({ error: { code: "cancelled" } });
    }
    expect(elevations).toHaveLength(500);
    const fixed = new Set(seen.map(({ args }) => args.join(" ")));
    // Constant scripts only: adapters, registry, elevation.
    expect(fixed.size).toBe(3);
    expect(new Set(seen.map(({ program }) => program))).toEqual(new Set(["powershell"]));
    expect(seen.every(({ input }) => input === undefined)).toBe(true);
    const heads = elevations.map((script) =>
      script
        .slice(0, script.indexOf("'@"))
        .replace(/tx = '\w+'/, "")
        .replace(/token = '\w+'/, "")
        .replace(/late = \d+/, ""),
    );
    expect(new Set(heads).size).toBe(1);
    windows.remove();
  });

  it("P1: do not matter to programs of the same name first in PATH and in the current folder", async () => {
    const windows = new FakeWindows({ adapters: [ethernet()] });
    const trap = join(windows.folder, "trap");
    mkdirSync(trap);
    for (const name of ["powershell", "powershell.exe", "ipconfig", "netsh", "cmd"]) {
      writeFileSync(join(trap, name), `#!/bin/sh\n: >'${trap}/ran'\n`);
      chmodSync(join(trap, name), 0o755);
    }
    const before = process.env["PATH"];
    process.env["PATH"] = `${trap}:${before}`;
    try {
      const change = await windows.planned(["1.1.1.1"]);
      expect((await windows.dns.apply(change, never())).ok).toBe(true);
      expect((await windows.dns.restore(change, false, never())).ok).toBe(true);
      await windows.dns.flush(false, never());
      expect(existsSync(join(trap, "ran"))).toBe(false);
    } finally {
      process.env["PATH"] = before;
      windows.remove();
    }
  });
});

describe("the elevated command", () => {
  it("fits a variable of Windows, also with long lists and encryption", () => {
    const doh = Object.fromEntries(
      ["1.1.1.1", "1.0.0.1", "2606:4700:4700::1111", "2606:4700:4700::1001"].map((one) => [`doh/${one}/flags`, "5"]),
    );
    const list = "2001:0db8:0000:0000:0000:ff00:0042:8329,2001:0db8:0000:0000:0000:ff00:0042:8330";
    const before = { ...VALUES.before, "v4/NameServer": "192.168.178.100,192.168.178.101", "v6/NameServer": list };
    const encoded = elevatedCommand({ ...VALUES, before, set: { ...VALUES.set, ...doh } });
    // A variable of the environment takes 32,767.
    expect(encoded?.length).toBeLessThan(32_600);
    expect(encoded).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
    expect(
      elevatedCommand({
        ...VALUES,
        before: { ...before, "v4/ProfileNameServer": "1".repeat(400), "v6/ProfileNameServer": "1".repeat(400) },
      }),
    ).toBeNull();
  });

  it("holds the values in literals of its head and nowhere else", () => {
    const script = elevatedScript(VALUES) ?? "";
    const [head = "", body = ""] = script.split("$body = @'");
    expect(head).toContain(
      `set = @{ 'v4/NameServer' = '1.1.1.1,1.0.0.1'; 'v6/NameServer' = '2606:4700:4700::1111,2606:4700:4700::1001' }`,
    );
    expect(head).toContain("'v4/NameServer' = $null");
    expect(head).toContain("'v6/NameServer' = ''");
    expect(body).not.toContain("1.1.1.1");
    expect(body).not.toContain(VALUES.token);
    // A line that begins so would end the literal text.
    expect(body.split("\n").filter((line) => line.startsWith("'@"))).toHaveLength(1);
  });

  it("starts no program by a bare name, and evaluates no text but its own", () => {
    const script = elevatedScript(VALUES) ?? "";
    const started = [...script.matchAll(/& ("[^"]*"|\S+)/g)].map(([, what]) => what);
    expect(
      started.filter((what) => what !== '"$sy\\ipconfig.exe"' && what?.startsWith("([scriptblock]") !== true),
    ).toEqual([]);
    expect(script).not.toMatch(/Invoke-Expression|\biex\b|cmd(?:\.exe)? \/c|Start-Process|\$env:(?!PSModulePath)/i);
  });

  it("arms the guard before it sets anything, and checks before that nothing changed", () => {
    const script = elevatedScript(VALUES) ?? "";
    const body = script.slice(script.indexOf("function Switch-Over"));
    const order = ["exit 42", "\nArm\n", "Set-Settings $v.set", "applied"].map((step) => body.indexOf(step));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual([...order].toSorted((a, b) => a - b));
  });

  it("is shortened without touching what stands in quotes", () => {
    const short = shortScript(
      '# first line\n\n  # a comment\n  $name = \'a = b ; { c }\'\n  if ($name -eq "x = `" y") { Get-It -Name $other } else { $v.name }\n',
    );
    expect(short).toBe('# first line\n$n=\'a = b ; { c }\'\nif($n -eq "x = `" y"){Get-It -Name $o}else{$v.name}');
  });
});
