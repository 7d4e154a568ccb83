import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRunner, type ProgramRequest } from "../../../../../../electron/platform/exec.ts";
import type { LinuxDnsDeps } from "../../../../../../electron/platform/linux/dns/deps.ts";
import { linuxDns } from "../../../../../../electron/platform/linux/dns/linux-dns.ts";
import { nmKind } from "../../../../../../electron/platform/linux/dns/kind-nm.ts";
import { DNS_SCRIPT } from "../../../../../../electron/platform/linux/dns/script/script.ts";
import { hostileNames } from "../../hostile-names.ts";
import { fakeDeps, makeFakes, never } from "../../fakes.ts";

const UUID = "48d07782-4b61-41e8-9dd7-7927def9c2e6";
/** A recorder: every argument as it arrived, one start after the other. */
const RECORDER = (folder: string) => `#!/bin/sh
{ for word; do printf '%s\\0' "$word"; done; printf '\\001'; } >>"${folder}/argv"
`;

/** Names a kernel takes for an interface: no slash, no blank; here of any length. */
const NAMES = hostileNames(900)
  .map((name) => name.replaceAll(/[/\s]/g, "_"))
  .filter((name, at, all) => name !== "." && name !== ".." && all.indexOf(name) === at)
  .slice(0, 500);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-linux-names-"));
  for (const name of ["nmcli", "busctl", "resolvectl", "resolvconf"]) {
    writeFileSync(join(folder, name), RECORDER(folder));
    chmodSync(join(folder, name), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the recorder wrote since it was looked at last: one list of arguments for every start. */
function recorded(): readonly (readonly string[])[] {
  const path = join(folder, "argv");
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  rmSync(path, { force: true });
  return text
    .split("\u0001")
    .slice(0, -1)
    .map((start) => start.split("\0").slice(0, -1));
}

/** The script with its own folders elsewhere, and everything it would do with a device called so. */
function scriptWith(work: string): string {
  const head = DNS_SCRIPT.slice(0, DNS_SCRIPT.indexOf("\nverb=$1"))
    .replace(/^PATH=.*$/m, `PATH=${folder}:/usr/bin:/bin`)
    .replaceAll("/sys/class/net", `${folder}/net`);
  return `${head}
sleep() { :; }
PRIV=${folder}/private LINK=7 UUID=${UUID} DEADLINE=60 KIND=nm
BEFORE='|no||no' AFTER='9.9.9.9|yes|2620:fe::fe|yes' PROFILE_BEFORE='|no||no' SERVERS='9.9.9.9 2620:fe::fe'
${work}`;
}

describe("names of interfaces and connections", { timeout: 300_000 }, () => {
  it("reach nmcli as the one argument they are, 500 of them in every call of the elevated script", async () => {
    mkdirSync(join(folder, "private"), { recursive: true });
    mkdirSync(join(folder, "net"));
    for (const [at, name] of NAMES.entries()) {
      mkdirSync(join(folder, "all", String(at), name), { recursive: true });
      writeFileSync(join(folder, "all", String(at), name, "ifindex"), "7\n");
    }
    // One device after the other; what belongs to all of them, once in fifty: putting back asks a dozen times.
    const script = scriptWith(`at=0
while [ "$at" -lt ${NAMES.length} ]; do
  rm -rf "${folder}/net"
  mv "${folder}/all/$at" "${folder}/net"
  if nm_device; then
    nm_now; nm_checkpoint; nm_write device "$device" "$AFTER"
    [ $((at % 50)) -ne 0 ] || { nm_restore; nm_extend 9; }
  fi
  nmcli next "$at"
  at=$((at + 1))
done`);
    const ran = await createRunner({})({
      program: "/bin/sh",
      args: ["-c", script],
      timeoutMs: 280_000,
      maxOutputBytes: 1_000_000,
      signal: never(),
    });
    expect(ran.ok && ran.value.exitCode).toBe(0);
    const byName = NAMES.map((): (readonly string[])[] => []);
    let at = 0;
    for (const argv of recorded()) {
      if (argv[0] === "next") at += 1;
      else byName[at]?.push(argv);
    }
    expect(at).toBe(NAMES.length);
    for (const [place, name] of NAMES.entries()) {
      const starts = byName[place] ?? [];
      // What nmcli would take for an option is refused before anything is started.
      expect([name, starts.length > 0]).toEqual([name, !name.startsWith("-")]);
      const touching = starts.filter(([first]) => first === "device" || first === "-t");
      expect(touching.filter((argv) => argv.includes("device") && !argv.includes(name))).toEqual([]);
      // The name stands whole where a name belongs, and in no other word.
      const others = starts.flat().filter((word) => word !== name && name.length > 4 && word.includes(name));
      expect([name, others]).toEqual([name, []]);
    }
    const plain = NAMES.filter((name, place) => !name.startsWith("-") && place % 50 !== 0);
    const lengths = plain.map((name) => byName[NAMES.indexOf(name)]?.map((argv) => argv.length));
    // The same programs with as many arguments for each name, whatever it is.
    expect(new Set(lengths.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(existsSync(join(folder, "PWNED")) || existsSync("/PWNED")).toBe(false);
  });

  it("are one argument of every reading program, and no shell is started", async () => {
    const fakes = makeFakes({});
    for (const name of NAMES) {
      const seen: ProgramRequest[] = [];
      const run: LinuxDnsDeps["run"] = async (request) => {
        seen.push(request);
        return { ok: true, value: { exitCode: 0, stdout: shown(name), stderr: "" } };
      };
      const deps: LinuxDnsDeps = { ...fakeDeps(fakes), run, uid: 1000, runFolder: "/run/user/1000/goodgateway" };
      const link = { id: "7", interfaceName: name, defaultRoute: true, gateway: "192.0.2.1" };
      // oxlint-disable-next-line no-await-in-loop -- one name at a time
      await nmKind(deps).describe(link, never());
      expect(seen.every(({ program }) => program === "nmcli" || program === "busctl")).toBe(true);
      const holders = seen.flatMap(({ args }) => args).filter((word) => name.length > 4 && word.includes(name));
      expect(holders.every((word) => word === name)).toBe(true);
      expect(seen.every(({ input }) => input === undefined)).toBe(true);
    }
    fakes.remove();
  });

  it("do not matter to programs of the same name first in PATH and in the current folder", async () => {
    const trap = join(folder, "trap");
    mkdirSync(trap);
    for (const name of ["resolvectl", "nmcli", "busctl", "ip", "sh", "resolvconf", "nscd", "pkexec"]) {
      writeFileSync(join(trap, name), `#!/bin/sh\n: >'${trap}/ran'\n`);
      chmodSync(join(trap, name), 0o755);
    }
    const before = { path: process.env["PATH"], folder: process.cwd() };
    process.env["PATH"] = `${trap}:${before.path}`;
    try {
      const dns = linuxDns({ ...fakeDeps(makeFakes({})), run: createRunner(REAL), uid: 1000, runFolder: trap });
      await dns.read(never());
      await dns.snapshot(null, never());
      await dns.flush(false, never());
      expect(existsSync(join(trap, "ran"))).toBe(false);
    } finally {
      process.env["PATH"] = before.path;
    }
  });
});

/** This system's own programs, by their real places: those of them that are not there do not start. */
const REAL = {
  resolvectl: ["/usr/bin/resolvectl"],
  nmcli: ["/usr/bin/nmcli"],
  busctl: ["/usr/bin/busctl"],
  ip: ["/usr/bin/ip", "/usr/sbin/ip"],
  resolvconf: ["/usr/sbin/resolvconf"],
  nscd: ["/usr/sbin/nscd"],
};

/** A device of NetworkManager whose connection has that name too. */
function shown(name: string): string {
  return [
    "GENERAL.DBUS-PATH:/org/freedesktop/NetworkManager/Devices/2",
    "GENERAL.STATE:100 (connected)",
    `GENERAL.CON-UUID:${UUID}`,
    `GENERAL.CONNECTION:${name}`,
    "",
  ].join("\n");
}
