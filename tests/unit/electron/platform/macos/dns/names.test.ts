import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRunner, type ProgramRequest } from "../../../../../../electron/platform/exec.ts";
import { MACOS_DNS_PLACES } from "../../../../../../electron/platform/macos/dns/places.ts";
import { macosDnsScript } from "../../../../../../electron/platform/macos/dns/script/script.ts";
import { macosDns } from "../../../../../../electron/platform/macos/dns/macos-dns.ts";
import { hostileNames } from "../../hostile-names.ts";
import { never, value } from "../../fakes.ts";
import { FakeMac, serviceId, wifi } from "./fake-mac.ts";

/** Small shell programs, since there are thousands of starts: one service whose name lies in a file. */
const SCUTIL = (folder: string) => `#!/bin/sh
read -r verb key
case $key in
  */DNS) if [ -f "${folder}/set" ]; then printf '<dictionary> {\\n  ServerAddresses : <array> {\\n    0 : 9.9.9.9\\n  }\\n}\\n'; else echo '  No such key'; fi ;;
  */Interface) printf '<dictionary> {\\n  DeviceName : en0\\n}\\n' ;;
  *) printf '<dictionary> {\\n  UserDefinedName : '; cat "${folder}/name"; printf '\\n}\\n' ;;
esac
`;
const NETWORKSETUP = (folder: string) => `#!/bin/sh
case $1 in
  -listnetworkserviceorder)
    printf 'An asterisk (*) denotes that a network service is disabled.\\n(1) '
    cat "${folder}/name"
    printf '\\n(Hardware Port: Wi-Fi, Device: en0)\\n\\n' ;;
  *) for word; do printf '%s\\0' "$word"; done >"${folder}/argv"; : >"${folder}/set" ;;
esac
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-mac-names-"));
  for (const [name, text] of [
    ["scutil", SCUTIL(folder)],
    ["networksetup", NETWORKSETUP(folder)],
  ] as const) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAMES = hostileNames(500);

describe("names of network services", { timeout: 300_000 }, () => {
  it("are 500 different ones", () => {
    expect(new Set(NAMES).size).toBe(500);
  });

  it("reach networksetup as one whole argument or not at all", async () => {
    const script = macosDnsScript({
      ...MACOS_DNS_PLACES,
      scutil: join(folder, "scutil"),
      networksetup: join(folder, "networksetup"),
    });
    for (const [at, name] of NAMES.entries()) writeFileSync(join(folder, `name.${at}`), name);
    // All verbs of the script end in `set_dns`; here it is given one name after the other.
    const driver = `${script.slice(0, script.indexOf("\nverb=$1"))}
wait_dns() { :; }
LINK=${serviceId(1)}
at=0
while [ "$at" -lt ${NAMES.length} ]; do
  mv "${folder}/name.$at" "${folder}/name"
  if set_dns 9.9.9.9,2620:fe::fe; then mv "${folder}/argv" "${folder}/argv.$at"; fi
  at=$((at + 1))
done`;
    const result = await createRunner({})({
      program: "/bin/sh",
      args: ["-c", driver],
      timeoutMs: 280_000,
      maxOutputBytes: 1_000_000,
      signal: never(),
    });
    expect(result.ok && [result.value.exitCode, result.value.stderr]).toEqual([0, ""]);
    const refused = NAMES.filter((_name, at) => !existsSync(join(folder, `argv.${at}`)));
    // Two lines, or something networksetup would take for an option: these and nothing else are refused.
    expect(refused).toEqual(NAMES.filter((name) => name.includes("\n") || name.startsWith("-")));
    expect(result.ok && result.value.stdout.trim().split("\n")).toEqual(refused.map(() => "no-link"));
    for (const [at, name] of NAMES.entries()) {
      if (refused.includes(name)) continue;
      const argv = readFileSync(join(folder, `argv.${at}`), "utf8");
      expect(argv).toBe(`-setdnsservers\0${name}\x009.9.9.9\x002620:fe::fe\0`);
    }
    expect(existsSync("/PWNED") || existsSync(join(folder, "PWNED"))).toBe(false);
  });

  it("stand in no command of ours, and no shell is started to read", async () => {
    const state = new FakeMac({ services: [wifi()] });
    const seen: ProgramRequest[] = [];
    // What the fake programs answer, once; then with each name: 500 times eleven starts would take minutes.
    const answers = new Map<string, string>();
    const keyOf = ({ args, input }: ProgramRequest) => `${args.join(" ")}|${input}`;
    const record = async (request: ProgramRequest) => {
      const result = await state.deps.run(request);
      answers.set(keyOf(request), result.ok ? result.value.stdout : "");
      return result;
    };
    await macosDns({ ...state.deps, run: record }).snapshot(null, never());
    for (const name of NAMES) {
      const run = async (request: ProgramRequest) => {
        seen.push(request);
        const text = answers.get(keyOf(request)) ?? "";
        const stdout = text.replace("UserDefinedName : Wi-Fi", () => `UserDefinedName : ${name}`);
        return { ok: true as const, value: { exitCode: 0, stdout, stderr: "" } };
      };
      const dns = macosDns({ ...state.deps, run });
      // oxlint-disable-next-line no-await-in-loop -- one name at a time
      const snapshot = await value(dns.snapshot(null, never()));
      expect(name.includes("\n") || snapshot.linkName === name).toBe(true);
      const plan = await value(Promise.resolve(dns.plan({ snapshot, servers: ["1.1.1.1"] })));
      const words = plan.commands.flatMap(({ argv }) => argv);
      expect(words.filter((word) => word === name && word !== "-setdnsservers" && word !== "Empty")).toEqual([]);
    }
    expect(seen.length).toBeGreaterThan(5_000);
    expect(seen.filter(({ program }) => program !== "scutil")).toEqual([]);
    expect(seen.flatMap(({ args }) => args).filter((word) => word !== "--dns")).toEqual([]);
    state.remove();
  });

  it("lead nowhere when two services share one", async () => {
    const mac = new FakeMac({ services: [wifi(), wifi({ id: serviceId(2), device: "en1" })] });
    const change = await mac.planned(["1.1.1.1"]);
    const before = mac.state.services;
    expect(await mac.dns.apply(change, never())).toMatchObject({
      ok: false,
      error: { code: "no-link", changed: "nothing" },
    });
    expect(mac.state.services).toEqual(before);
    mac.remove([change]);
  });

  it("do not matter to programs of the same name first in PATH and in the current folder", async () => {
    const mac = new FakeMac();
    const trap = join(mac.folder, "trap");
    mkdirSync(trap);
    for (const name of ["networksetup", "scutil", "dscacheutil", "sh", "osascript"]) {
      writeFileSync(join(trap, name), `#!/bin/sh\n: >'${trap}/ran'\n`);
      chmodSync(join(trap, name), 0o755);
    }
    const before = { path: process.env["PATH"] };
    process.env["PATH"] = `${trap}:${before.path}`;
    try {
      const change = await mac.planned(["1.1.1.1"]);
      expect((await mac.dns.apply(change, never())).ok).toBe(true);
      expect((await mac.dns.restore(change, false, never())).ok).toBe(true);
      await mac.dns.flush(false, never());
      expect(existsSync(join(trap, "ran"))).toBe(false);
      mac.remove([change]);
    } finally {
      process.env["PATH"] = before.path;
    }
  });
});
