import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bundleForBoxes, missingForBoxes, startBox, type Box } from "./boxes.ts";

const HOME = "/root/gg";
const NEW = ["1.1.1.1", "2606:4700:4700::1111"] as const;
const missing = missingForBoxes();

describe.skipIf(missing.length > 0)("the plain file, as machines really have it", () => {
  let box: Box;
  let driver: string;
  const file = (): string =>
    box.sh("stat -c '%F %a %u %g %N' /etc/resolv.conf 2>&1; cat /etc/resolv.conf 2>&1; ls -A /etc | grep goodgateway");
  const drive = (...args: readonly string[]) => {
    const [command = "", ...rest] = args;
    return JSON.parse(box.run(process.execPath, driver, command, HOME, ...rest).stdout);
  };

  beforeAll(() => {
    driver = bundleForBoxes("tests/lab/dns/driver.ts");
  });
  beforeEach(() => {
    box = startBox("ggf-file", "file");
  });
  afterEach(() => box.down());

  test.each([
    ["a link to a file of somebody's", "mv /etc/resolv.conf /etc/theirs; ln -s theirs /etc/resolv.conf"],
    ["a link that leads nowhere", "rm /etc/resolv.conf; ln -s /run/nobody/resolv.conf /etc/resolv.conf"],
    ["no file", "rm /etc/resolv.conf"],
    ["an empty file", ": >/etc/resolv.conf"],
    ["a file that is a mount of its own", "cp /etc/resolv.conf /root/m; mount --bind /root/m /etc/resolv.conf"],
    [
      "a file of another owner without an end of line",
      "printf 'nameserver 192.0.2.53' >/etc/resolv.conf; chown 7:8 /etc/resolv.conf; chmod 604 /etc/resolv.conf",
    ],
    ["a file with attributes", "setfattr -n user.note -v kept /etc/resolv.conf 2>/dev/null || :"],
    ["a file with Windows line ends", "printf '# x\\r\\nnameserver 192.0.2.53\\r\\n' >/etc/resolv.conf"],
  ])("%s is switched and comes back as it was", (_name, prepare) => {
    box.sh(prepare);
    const before = file();
    expect(drive("use", "60", "then-keep", ...NEW)).toMatchObject({ ok: true, value: { state: "committed" } });
    expect(box.sh("cat /etc/resolv.conf")).toContain("nameserver 1.1.1.1\nnameserver 2606:4700:4700::1111\n");
    expect(drive("undo")).toMatchObject({ ok: true, value: { restored: "restored" } });
    expect(file()).toBe(before);
  });

  test("a link is replaced, and what it led to is never written", () => {
    box.sh("mv /etc/resolv.conf /etc/theirs; ln -s theirs /etc/resolv.conf");
    const theirs = box.sh("stat -c '%Y %i' /etc/theirs; cat /etc/theirs");
    drive("use", "60", "then-keep", ...NEW);
    expect(box.sh("stat -c '%Y %i' /etc/theirs; cat /etc/theirs")).toBe(theirs);
  });

  test.each([
    ["a read-only file system", "mount --bind /etc /etc && mount -o remount,ro,bind /etc", "file-system-read-only"],
    [
      "a full disk",
      "cp -a /etc /root/etc; mount -t tmpfs -o size=16m tmpfs /etc; cp -a /root/etc/. /etc/; dd if=/dev/zero of=/etc/filler bs=4k 2>/dev/null; true",
      "no-space",
    ],
    [
      "a full disk below the guard's folder",
      "mkdir -p /var/lib/goodgateway; mount -t tmpfs -o size=4k,nr_inodes=3 tmpfs /var/lib/goodgateway",
      "no-space",
    ],
  ])("%s is a refusal with its reason, and nothing is changed", (_name, prepare, code) => {
    box.sh(prepare);
    const before = file();
    const result = drive("use", "60", "then-keep", ...NEW);
    expect(result).toMatchObject({ kind: "failed", failure: { code, changed: "nothing" } });
    expect(file()).toBe(before);
    expect(drive("recover")).toStrictEqual({ kind: "done", recoveries: [] });
  });

  test("an immutable file is a refusal with its reason", () => {
    // Not every file system has that attribute.
    if (box.sh("chattr +i /etc/resolv.conf 2>/dev/null && echo set").trim() !== "set") return;
    const before = file();
    expect(drive("use", "60", "then-keep", ...NEW)).toMatchObject({
      kind: "failed",
      failure: { code: "file-immutable" },
    });
    box.sh("chattr -i /etc/resolv.conf");
    expect(file()).toBe(before);
  });

  test("a switch that is still at work when its program dies is not overtaken by its guard", async () => {
    const before = file();
    // A machine so slow that the guard is done before the switch is.
    box.sh(`printf '#!/bin/sh\\n/usr/bin/cp "$@"; c=$?; case $* in *.goodgateway) : >/root/copied; sleep 2 ;; esac; exit $c\\n' >/usr/sbin/cp
      printf '#!/bin/sh\\n[ "$1" != -rf ] || sleep 4\\nexec /usr/bin/rm "$@"\\n' >/usr/sbin/rm
      chmod 755 /usr/sbin/cp /usr/sbin/rm`);
    const line = `${process.execPath} ${driver} use ${HOME} 60 then-wait ${NEW.join(" ")} >/tmp/out 2>&1 & p=$!;
      for i in $(seq 200); do [ -e /root/copied ] && break; sleep 0.05; done; kill -9 $p`;
    box.run("/bin/bash", "-c", line);
    expect(box.sh("ls /root/copied")).toBe("/root/copied\n");
    const working = () => box.sh("pgrep -f '[g]oodgateway' | wc -l").trim();
    await expect.poll(working, { timeout: 60_000, interval: 200 }).toBe("0");
    expect(drive("recover")).toMatchObject({ recoveries: [{ outcome: "closed" }] });
    box.sh("/usr/bin/rm -f /usr/sbin/cp /usr/sbin/rm");
    expect(file()).toBe(before);
  });

  test("where systemd runs, the next boot restores by itself and clears its unit away", () => {
    const before = file();
    box.sh("mkdir -p /run/systemd/system");
    drive("use", "600", "keep-for", ...NEW);
    const unit = "/etc/systemd/system/sysinit.target.wants/goodgateway-restore-*.service";
    const start = box.sh(`sed -n 's/^ExecStart=//p' ${unit}`).trim();
    expect(start).toMatch(/^\/bin\/sh \/var\/lib\/goodgateway\/keep-[0-9a-f]{32}\/script boot [0-9a-f]{32}$/);
    box.sh(
      "for s in /run/goodgateway/*/state; do read -r word pid rest <$s; kill -9 $pid; done; rm -rf /run/goodgateway",
    );
    // Somebody starts the unit without a boot between: not its time.
    box.sh(start);
    expect(file()).not.toBe(before);
    box.sh("echo another-boot >/root/boot; mount --bind /root/boot /proc/sys/kernel/random/boot_id");
    box.sh(start);
    expect(file()).toBe(before);
    expect(box.sh(`ls ${unit} /etc/systemd/system/goodgateway-* /var/lib/goodgateway/* 2>/dev/null`)).toBe("");
    expect(drive("recover")).toMatchObject({ recoveries: [{ outcome: "closed", change: { state: "undone" } }] });
  });

  test("a kept change leaves no unit behind, and the next boot does not take it back", () => {
    box.sh("mkdir -p /run/systemd/system");
    expect(drive("use", "600", "then-keep", ...NEW).ok).toBe(true);
    expect(box.sh("find /etc/systemd/system -name 'goodgateway*'")).toBe("");
    const kept = file();
    box.sh("echo another-boot >/root/boot; mount --bind /root/boot /proc/sys/kernel/random/boot_id");
    box.sh("id=$(ls /var/lib/goodgateway | sed s/keep-//); sh /var/lib/goodgateway/keep-$id/script boot $id");
    expect(file()).toBe(kept);
    expect(drive("undo")).toMatchObject({ ok: true, value: { restored: "restored" } });
  });
});

describe.skipIf(missing.length > 0).each([
  ["resolvconf", "eth0.inet"],
  ["openresolv", "eth0"],
])("a renewed lease under %s", (kind, record) => {
  test("during an open change stays, and is what the machine asks afterwards", () => {
    const driver = bundleForBoxes("tests/lab/dns/driver.ts");
    const box = startBox(`ggl-${kind}`, kind);
    try {
      box.run(process.execPath, driver, "use", HOME, "60", "keep-for", ...NEW);
      box.sh(`printf 'nameserver 8.8.8.8\\nsearch corp.example\\n' | resolvconf -a ${record}`);
      expect(box.sh("getent ahostsv4 where.test | head -1")).toContain("203.0.113.2");
      box.run(process.execPath, driver, "rollback", HOME);
      expect(box.sh("grep ^nameserver /etc/resolv.conf")).toBe("nameserver 8.8.8.8\n");
      expect(box.sh("getent ahostsv4 where.test | head -1")).toContain("203.0.113.3");
    } finally {
      box.down();
    }
  });
});
