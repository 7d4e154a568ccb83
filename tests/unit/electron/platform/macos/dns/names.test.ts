import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRunner, type ProgramRequest } from "../../../../../../electron/platform/exec.ts";
import { changeArguments, macosCommand } from "../../../../../../electron/platform/macos/dns/run-script.ts";
import { macosDns } from "../../../../../../electron/platform/macos/dns/macos-dns.ts";
import { hostileNames } from "../../hostile-names.ts";
import { never } from "../../fakes.ts";
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
    const mac = new FakeMac();
    const change = await mac.planned(["9.9.9.9"]);
    const back = {
      ...change,
      snapshot: { ...change.snapshot, settings: { servers: "9.9.9.9" } },
      plan: { ...change.plan, settings: { servers: null } },
    };
    const places = { ...mac.deps.places, scutil: join(folder, "scutil"), networksetup: join(folder, "networksetup") };
    const command = macosCommand("own", changeArguments("restore", back, mac.deps), { places });
    const run = createRunner({});
    const refused: string[] = [];
    for (const name of NAMES) {
      for (const one of ["set", "argv"]) rmSync(join(folder, one), { force: true });
      writeFileSync(join(folder, "name"), name);
      // The names share one service, so one after the other.
      // oxlint-disable-next-line no-await-in-loop
      const result = await run({ ...command, timeoutMs: 30_000, maxOutputBytes: 65_536, signal: never() });
      expect(result.ok && result.value.stderr).toBe("");
      const argv = existsSync(join(folder, "argv")) ? readFileSync(join(folder, "argv"), "utf8") : null;
      if (argv === null) refused.push(name);
      const said = result.ok ? result.value.stdout : "";
      expect(argv ?? said).toBe(
        argv === null ? `gg-start ${back.id}\ngg-fail no-link \n` : `-setdnsservers\0${name}\x009.9.9.9\0`,
      );
    }
    mac.remove();
    // Two lines, or something networksetup would take for an option: nothing else is refused.
    expect(refused.filter((name) => !name.includes("\n") && !name.startsWith("-"))).toEqual([]);
    expect(
      NAMES.filter((name) => name.includes("\n") || name.startsWith("-")).filter((name) => !refused.includes(name)),
    ).toEqual([]);
    expect(existsSync("/PWNED") || existsSync(join(folder, "PWNED"))).toBe(false);
  });

  it("stand in no command of ours, and no shell is started to read", async () => {
    const state = new FakeMac({ services: [wifi()] });
    const seen: ProgramRequest[] = [];
    for (const name of NAMES.slice(0, 50)) {
      state.edit(serviceId(1), { name });
      const dns = macosDns({ ...state.deps, run: (request) => (seen.push(request), state.deps.run(request)) });
      // oxlint-disable-next-line no-await-in-loop -- one fake machine, one name at a time
      const snapshot = await dns.snapshot(null, never());
      const plan = snapshot.ok ? dns.plan({ snapshot: snapshot.value, servers: ["1.1.1.1"] }) : snapshot;
      const read = snapshot.ok ? snapshot.value.linkName : "";
      expect(name.includes("\n") || read === name).toBe(true);
      const words = plan.ok ? plan.value.commands.flatMap(({ argv }) => argv) : [];
      expect(words.length).toBeGreaterThan(0);
      expect(words.filter((word) => word === name && word !== "-setdnsservers" && word !== "Empty")).toEqual([]);
    }
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
