import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bundleForBoxes, missingForBoxes, startBox, type Box } from "./boxes.ts";
import type { ManagedKind } from "./switching.ts";

/** What must be the same again, to the byte. */
const STATE: Readonly<Record<ManagedKind, string>> = {
  file: "stat -c '%F %a %u %g %Y' /etc/resolv.conf; cat /etc/resolv.conf; ls -A /etc | grep goodgateway",
  resolved: "resolvectl dns; resolvectl domain; cat /etc/resolv.conf; readlink /etc/resolv.conf",
  resolvconf: "resolvconf -l; resolvconf -i; cat /etc/resolv.conf; readlink /etc/resolv.conf",
  openresolv: "resolvconf -l; resolvconf -i; cat /etc/resolv.conf",
  nm: "nmcli -t connection show uuid $(nmcli -g GENERAL.CON-UUID device show eth0) | grep -v -e timestamp -e ^GENERAL; cat /etc/resolv.conf; grep -v ^timestamp /etc/NetworkManager/system-connections/*",
};

/** A page at the address that only Cloudflare's stand-in gives for `where.test`. */
const PAGE = `require("node:http").createServer((q, a) => a.end("fine")).listen(80, "203.0.113.2", () => console.log("up"))`;

const missing = missingForBoxes(["script"]);

/**
 * The terminal program itself on machines with real DNS managers: what a person types, what the machine then asks, and
 * that everything is the same afterwards.
 */
export function describeTerminal(kind: ManagedKind): void {
  describe.skipIf(missing.length > 0)(`the terminal program on a machine under ${kind}`, () => {
    let box: Box;
    let program: string;
    let before: string;
    let page: ChildProcess | null = null;

    const state = (): string => box.sh(STATE[kind]);
    const type = (line: string) => box.run(process.execPath, program, ...line.split(" "));
    const status = () => JSON.parse(type("dns status --json").stdout);
    /** The address of `where.test`: each resolver of the machine's internet gives another one. */
    const where = (): string =>
      box.sh("resolvectl flush-caches 2>/dev/null; getent ahostsv4 where.test | head -1 | cut -d ' ' -f 1").trim();

    beforeAll(() => {
      program = bundleForBoxes("electron/cli/index.ts");
      box = startBox(`ggt-${kind}`, kind);
      before = state();
    });
    afterEach(() => {
      page?.kill("SIGKILL");
      page = null;
      type("dns undo");
      box.sh("rm -rf /root/.config/goodgateway");
      if (state() !== before) throw new Error(`not as before: ${state()}`);
    });
    afterAll(() => box.down());

    test("shows what is set in one JSON document", () => {
      const { code, stdout, stderr } = type("dns status --json");
      expect([code, stderr]).toEqual([0, ""]);
      expect(JSON.parse(stdout)).toMatchObject({
        schemaVersion: 1,
        os: "linux",
        readOnly: null,
        openChange: null,
        adapters: [{ v4: { inUse: ["192.0.2.53"] }, v6: { inUse: ["2001:db8::53"] } }],
      });
    });

    test("switches for some seconds; the machine asks 1.1.1.1, says so, and goes back by itself", async () => {
      expect(type("dns use cloudflare --keep-for 20").code).toBe(0);
      expect(where()).toBe("203.0.113.2");
      const { adapters, openChange } = status();
      expect(adapters[0].v4.inUse).toContain("1.1.1.1");
      expect(openChange).toMatchObject({ state: "verified" });
      const began = performance.now();
      while (state() !== before && performance.now() - began < 60_000) await pause(100);
      expect(state()).toBe(before);
      expect(where()).toBe("203.0.113.1");
      // The next command puts the record right, without a word: it went back as agreed.
      const { stdout, stderr } = type("dns history --json");
      expect(stderr).toBe("");
      expect(JSON.parse(stdout).changes).toMatchObject([{ state: "undone", end: "restored-by-guard" }]);
    });

    test("keeps what is to be kept, and undoes it to the byte", () => {
      const kept = type("dns use google --keep");
      expect([kept.code, kept.stderr.includes("broke")]).toEqual([0, false]);
      expect(where()).toBe("203.0.113.3");
      expect(status().openChange).toBeNull();
      const undone = type("dns undo");
      expect(undone.code).toBe(0);
      expect(undone.stdout).toContain("Everything is as it was before.");
      expect(where()).toBe("203.0.113.1");
      expect(state()).toBe(before);
      expect(type("dns undo").code).toBe(4);
    });

    test("mends a site that only the present resolver leads astray, with one switch, and keeps it", async () => {
      spawnSync("ip", ["-n", box.internet, "addr", "replace", "203.0.113.2/32", "dev", "lo"]);
      page = spawn("ip", ["netns", "exec", box.internet, process.execPath, "-e", PAGE], { stdio: "pipe" });
      await new Promise((resolve) => page?.stdout?.once("data", resolve));
      const mended = type("fix http://where.test/ --yes");
      expect(mended.stdout).toContain("Mended with the DNS servers of cloudflare.");
      expect(mended.code).toBe(0);
      expect(where()).toBe("203.0.113.2");
      expect(type("fix http://where.test/ --yes").stdout).toContain("There is nothing to mend.");
      expect(type("dns undo").code).toBe(0);
    });

    test("does not switch when no server leads to a working page", () => {
      const { code, stdout } = type("fix http://where.test:8080/ --yes");
      expect([code, stdout.includes("it is not DNS")]).toEqual([1, true]);
      expect(JSON.parse(type("dns history --json").stdout).changes).toEqual([]);
    });

    // The questions are the same everywhere, and the person of this test thinks for a while.
    if (kind !== "file") return;
    test("asks a person at a terminal before, and whether to keep", () => {
      const typed = (answers: string): string =>
        box.sh(
          `(for a in ${answers}; do sleep 4; echo $a; done; sleep 3) | script -qec "${process.execPath} ${program} dns use google; echo code \\$?" /dev/null`,
        );
      const no = typed("n");
      expect(no).toContain("Go ahead?");
      expect(no).toContain("Nothing was changed.");
      expect(no).toContain("code 4");
      const back = typed("y n");
      expect(back).toContain("Keep them?");
      expect(back).toContain("Everything is as it was before.");
      expect(back).toContain("code 5");
      expect(state()).toBe(before);
      expect(typed("y y")).toContain("code 0");
      expect(where()).toBe("203.0.113.3");
    });
  });
}
