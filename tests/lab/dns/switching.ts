import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { askedOf, bundleForBoxes, missingForBoxes, startBox, type Box } from "./boxes.ts";

const HOME = "/root/gg";
const NEW = ["1.1.1.1", "2606:4700:4700::1111"] as const;
const missing = missingForBoxes();

/** Ways a machine of these tests keeps its DNS: see box.sh. */
export type ManagedKind = "file" | "resolved" | "resolvconf" | "openresolv" | "nm";

/** What must be the same again, to the byte. */
const STATE: Readonly<Record<ManagedKind, string>> = {
  file: "stat -c '%F %a %u %g %Y' /etc/resolv.conf; cat /etc/resolv.conf; ls -A /etc | grep goodgateway",
  resolved:
    "resolvectl dns; resolvectl domain; resolvectl default-route eth0; cat /etc/resolv.conf; readlink /etc/resolv.conf",
  resolvconf: "resolvconf -l; resolvconf -i; cat /etc/resolv.conf; readlink /etc/resolv.conf",
  openresolv: "resolvconf -l; resolvconf -i; cat /etc/resolv.conf",
  nm: "nmcli -t connection show uuid $(nmcli -g GENERAL.CON-UUID device show eth0) | grep -v -e timestamp -e ^GENERAL; nmcli -t -f IP4,IP6 device show eth0; cat /etc/resolv.conf; grep -v ^timestamp /etc/NetworkManager/system-connections/*",
};

const MANAGERS: Readonly<Record<ManagedKind, string>> = {
  file: "plain-file",
  resolved: "systemd-resolved",
  resolvconf: "resolvconf",
  openresolv: "openresolv",
  nm: "network-manager",
};

/**
 * The tests of one machine. A file of its own for each kind: machines wait more than they work, and files run side by
 * side.
 */
export function describeSwitching(kind: ManagedKind): void {
  describe.skipIf(missing.length > 0)(`a machine under ${kind}`, () => {
    let box: Box;
    let driver: string;
    let before: string;

    const state = (): string => box.sh(STATE[kind]);
    const drive = (...args: readonly string[]) => {
      const [command = "", ...rest] = args;
      const ran = box.run(process.execPath, driver, command, HOME, ...rest);
      return JSON.parse(ran.stdout);
    };
    /** The address of `where.test`: each resolver of the machine's internet gives another one. */
    const where = (): string =>
      box.sh("resolvectl flush-caches 2>/dev/null; getent ahostsv4 where.test | head -1 | cut -d ' ' -f 1").trim();
    const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    /** By itself, however busy the machine is. How soon is measured by `npm run campaign:kill -- --guard=N`. */
    const isBack = async (): Promise<boolean> => {
      const began = performance.now();
      while (state() !== before && performance.now() - began < 30_000) await wait(100);
      return state() === before;
    };

    beforeAll(() => {
      driver = bundleForBoxes("tests/lab/dns/driver.ts");
      box = startBox(`ggs-${kind}`, kind);
      box.sh("cp -a /etc/resolv.conf /root/original");
      before = state();
    });
    afterEach(() => {
      drive("undo");
      box.sh(`rm -rf ${HOME}`);
      if (state() !== before) throw new Error(`${kind} is not as before after the test`);
    });
    afterAll(() => box.down());

    test("says who is in charge and which servers are asked", () => {
      const { value } = drive("status");
      expect(value.manager).toBe(MANAGERS[kind]);
      expect(value.readOnly).toBeNull();
      expect(value.links[0].v4.inUse).toStrictEqual(["192.0.2.53"]);
      expect(value.links[0].v6.inUse).toStrictEqual(["2001:db8::53"]);
      expect(where()).toBe("203.0.113.1");
    });

    test("is switched and kept: real queries arrive at 1.1.1.1; undone, it is the same to the byte", () => {
      const asked = askedOf(box, "cloudflare").length;
      expect(drive("use", "60", "then-keep", ...NEW)).toMatchObject({ ok: true, value: { state: "committed" } });
      expect(where()).toBe("203.0.113.2");
      expect(askedOf(box, "cloudflare").slice(asked)).toContain("where.test from 192.0.2.10");
      expect(drive("undo")).toMatchObject({ ok: true, value: { restored: "restored", change: { state: "undone" } } });
      expect(where()).toBe("203.0.113.1");
      expect(state()).toBe(before);
    });

    test("is rolled back when the check afterwards says that it is worse", () => {
      expect(drive("use", "60", "worse", ...NEW)).toMatchObject({
        kind: "rolled-back",
        because: "worse",
        restored: "restored",
      });
      expect(state()).toBe(before);
    });

    test("goes back by itself at the deadline, without the program that asked for it", async () => {
      expect(drive("use", "10", "keep-for", ...NEW)).toMatchObject({ kind: "open" });
      expect(state()).not.toBe(before);
      expect(await isBack()).toBe(true);
      // The settings are back a moment before the guard has said so and gone.
      await expect.poll(() => drive("guard").alive, { timeout: 30_000, interval: 300 }).toBe(false);
      expect(drive("recover")).toMatchObject({
        recoveries: [{ outcome: "closed", change: { end: "restored-by-guard" } }],
      });
    });

    test("goes back by itself soon after the program was killed", async () => {
      const kill = `${process.execPath} ${driver} use ${HOME} 60 then-wait ${NEW.join(" ")} >/tmp/out 2>&1 & p=$!;
      for i in $(seq 100); do grep -q waiting /tmp/out && break; sleep 0.1; done; kill -9 $p`;
      box.run("/bin/bash", "-c", kill);
      expect(await isBack()).toBe(true);
    });

    test("goes back at the deadline when the program is frozen", async () => {
      const freeze = `${process.execPath} ${driver} use ${HOME} 10 then-wait ${NEW.join(" ")} >/tmp/out 2>&1 & p=$!;
      for i in $(seq 100); do grep -q waiting /tmp/out && break; sleep 0.05; done; kill -STOP $p; echo $p >/tmp/frozen`;
      box.run("/bin/bash", "-c", freeze);
      expect(state()).not.toBe(before);
      expect(await isBack()).toBe(true);
      box.sh("kill -9 $(cat /tmp/frozen)");
    });

    test("is left alone by a recovery while the guard of a timed change still waits", () => {
      drive("use", "30", "keep-for", ...NEW);
      expect(drive("recover")).toMatchObject({ recoveries: [{ outcome: "live" }] });
      expect(state()).not.toBe(before);
      expect(drive("use", "30", "keep-for", "8.8.8.8")).toMatchObject({ kind: "failed", failure: { code: "busy" } });
    });

    test("gets more time when asked, and says how much is left", async () => {
      drive("use", "30", "keep-for", ...NEW);
      expect(drive("more", "120")).toMatchObject({ ok: true });
      await wait(31_000);
      expect(state()).not.toBe(before);
      const { state: word, alive, secondsLeft } = drive("guard");
      expect({ word, alive }).toStrictEqual({ word: "applied", alive: true });
      expect(secondsLeft).toBeGreaterThan(60);
      expect(drive("rollback")).toMatchObject({ ok: true, value: "restored" });
      expect(drive("more", "120")).toMatchObject({ ok: false, error: { code: "guard-gone" } });
    });

    test("flushes what it caches, and proves it where the system tells", () => {
      where();
      const { value } = drive("flush");
      const resolved = { cache: "systemd-resolved", outcome: "flushed", proved: true };
      expect(value.caches).toStrictEqual(kind === "resolved" ? [resolved] : []);
    });

    test("is as before after a power cut between switch and Keep", () => {
      drive("use", "600", "keep-for", ...NEW);
      box.reboot();
      const run = drive("recover");
      expect(run.recoveries[0].outcome).toBe("closed");
      expect(state()).toBe(before);
      expect(where()).toBe("203.0.113.1");
    });

    test("keeps what somebody else set in the meantime", async () => {
      drive("use", "5", "keep-for", ...NEW);
      // The guard says so when it next looks.
      await expect.poll(() => drive("guard").state, { timeout: 4_000, interval: 100 }).toBe("applied");
      box.sh(FOREIGN[kind]);
      const theirs = where();
      expect(theirs).toBe("203.0.113.3");
      await expect.poll(() => drive("guard").alive, { timeout: 30_000, interval: 300 }).toBe(false);
      expect(where()).toBe(theirs);
      box.sh(FOREIGN_AWAY[kind]);
      drive("recover");
    });
  });
}

/** Somebody else's hand, the way people and programs do it on such a machine. */
const FOREIGN: Readonly<Record<ManagedKind, string>> = {
  file: "echo nameserver 8.8.8.8 >/etc/resolv.conf",
  resolved: "resolvectl dns eth0 8.8.8.8",
  resolvconf: "echo nameserver 8.8.8.8 | resolvconf -a lo.test",
  openresolv: "resolvconf -f -d goodgateway; echo nameserver 8.8.8.8 | resolvconf -x -m 0 -a vpn",
  nm: "nmcli device modify eth0 ipv4.dns 8.8.8.8 ipv6.dns ''",
};

const FOREIGN_AWAY: Readonly<Record<ManagedKind, string>> = {
  file: "cp -a /root/original /etc/resolv.conf",
  resolved: "resolvectl dns eth0 192.0.2.53 2001:db8::53",
  resolvconf: "resolvconf -d lo.test",
  openresolv: "resolvconf -f -d vpn",
  nm: "nmcli connection up uuid $(nmcli -g GENERAL.CON-UUID device show eth0) >/dev/null",
};
