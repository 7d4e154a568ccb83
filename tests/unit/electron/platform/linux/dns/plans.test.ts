import { describe, expect, test } from "vitest";
import type { LinuxDnsDeps } from "../../../../../../electron/platform/linux/dns/deps.ts";
import { linuxDns } from "../../../../../../electron/platform/linux/dns/linux-dns.ts";
import { scriptCommand } from "../../../../../../electron/platform/linux/dns/run-script.ts";
import { nmKind } from "../../../../../../electron/platform/linux/dns/kind-nm.ts";
import { COMPOSE_AWK } from "../../../../../../electron/platform/linux/dns/script/kind-file.ts";
import { DNS_SCRIPT } from "../../../../../../electron/platform/linux/dns/script/script.ts";
import { realDeps } from "../../../../../../electron/platform/machine-deps.ts";
import type { DnsChange } from "../../../../../../shared/model/dns-change.ts";
import type { DnsManager, DnsSnapshot } from "../../../../../../shared/model/dns-settings.ts";

const deps: LinuxDnsDeps = {
  ...realDeps(),
  run: () => {
    throw new Error("a plan starts nothing");
  },
  uid: 1000,
  runFolder: "/run/user/1000/goodgateway",
};
const backend = linuxDns(deps);
const family = { origin: "automatic", configured: [], inUse: ["192.0.2.53"] } as const;
const CLOUDFLARE = ["1.1.1.1", "2606:4700:4700::1111", "1.0.0.1", "2606:4700:4700:0::1001"];

function snapshot(
  manager: DnsManager,
  settings: DnsSnapshot["settings"],
  native: DnsSnapshot["native"] = {},
): DnsSnapshot {
  return { manager, linkId: "2", linkName: "x", networkKey: null, v4: family, v6: family, settings, native };
}

function planned(from: DnsSnapshot, servers: readonly string[] = CLOUDFLARE) {
  const plan = backend.plan({ snapshot: from, servers });
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

describe("a plan", () => {
  const nm = snapshot(
    "network-manager",
    { device: "|no||no", profile: "|no||no" },
    { device: "eth0", uuid: "48d07782-4b61-41e8-9dd7-7927def9c2e6", elevate: "yes" },
  );

  test("for NetworkManager writes the running device first and the profile only when kept", () => {
    const after = "1.1.1.1,1.0.0.1|yes|2606:4700:4700::1111,2606:4700:4700::1001|yes";
    const plan = planned(nm);
    expect(plan).toMatchObject({ settings: { device: after }, kept: { profile: after }, lasts: "permanent" });
    expect(plan.commands.map(({ purpose }) => purpose)).toStrictEqual(["guard", "switch", "keep", "restore"]);
  });

  test("leaves a family alone that is off, also in the profile", () => {
    const off = { ...nm, settings: { device: "|no||", profile: "|no|fd00::1|no" } };
    const plan = planned(off);
    expect(plan.settings).toStrictEqual({ device: "1.1.1.1,1.0.0.1|yes||" });
    expect(plan.kept).toStrictEqual({ profile: "1.1.1.1,1.0.0.1|yes|fd00::1|no" });
    expect(plan.servers).toStrictEqual(["1.1.1.1", "1.0.0.1"]);
    expect(backend.plan({ snapshot: off, servers: ["2620:fe::fe"] })).toMatchObject({ error: { code: "family-off" } });
  });

  test("needs no rights where NetworkManager trusts the person", () => {
    expect(planned({ ...nm, native: { ...nm.native, elevate: "no" } })).toMatchObject({ needsAdmin: false });
  });

  test("for resolved lasts until the next start and heals by itself", () => {
    expect(planned(snapshot("systemd-resolved", { dns: "192.0.2.53" }))).toMatchObject({
      settings: { dns: "1.1.1.1 2606:4700:4700::1111 1.0.0.1 2606:4700:4700::1001" },
      afterPowerCut: "volatile",
      lasts: "until-restart",
    });
  });

  test("for a file names three servers at most, and who restores after a power cut", () => {
    const text = Buffer.from("search a\nnameserver 192.0.2.53\n").toString("base64");
    const file = snapshot("plain-file", { file: "file:00" }, { text, systemd: "yes" });
    expect(planned(file)).toMatchObject({
      servers: ["1.1.1.1", "2606:4700:4700::1111", "1.0.0.1"],
      afterPowerCut: "boot-restore",
    });
    expect(planned({ ...file, native: { text, systemd: "no" } }).afterPowerCut).toBe("next-start");
  });

  test("for a file shows the steps of the script, each as it runs", () => {
    const text = Buffer.from("search a\nnameserver 192.0.2.53\n").toString("base64");
    const shown = (mark: string) =>
      planned(snapshot("plain-file", { file: mark }, { text })).commands.map(({ argv }) => argv.join(" "));
    const steps = shown("file:00");
    expect(steps).toContain("cp -a /etc/resolv.conf /var/lib/goodgateway/keep-CHANGE/before");
    expect(steps.find((step) => step.startsWith("awk "))).toContain("servers=1.1.1.1 2606:4700:4700::1111 1.0.0.1");
    expect(steps.indexOf("mv -fT /etc/.resolv.conf.goodgateway /etc/resolv.conf")).toBeGreaterThan(
      steps.findIndex((step) => step.includes("/script guard")),
    );
    expect(shown("symlink:00")).toContain("chmod 644 /etc/.resolv.conf.goodgateway");
    expect(shown("missing").at(-1)).toBe("rm -f /etc/resolv.conf");
    // Every step that is shown stands in the script that runs.
    const script = DNS_SCRIPT.replaceAll('"$F"', "/etc/resolv.conf").replaceAll(
      '"$T"',
      "/etc/.resolv.conf.goodgateway",
    );
    expect(script).toContain("mv -fT /etc/.resolv.conf.goodgateway /etc/resolv.conf");
    expect(script).toContain("cp -a /etc/resolv.conf /etc/.resolv.conf.goodgateway");
    expect(script).toContain(COMPOSE_AWK);
  });

  test.each([
    [[]],
    [["localhost"]],
    [["1.1.1.1; reboot"]],
    [["$(reboot)"]],
    [["-x"]],
    [["fe80::1%eth0"]],
    [["0.0.0.0"]],
    [["::"]],
    [["224.0.0.1"]],
    [["255.255.255.255"]],
    [["1.1.1.1", "1.1.1"]],
    [["https://1.1.1.1/dns-query"]],
  ])("refuses %j", (servers) => {
    expect(backend.plan({ snapshot: nm, servers })).toStrictEqual({
      ok: false,
      error: { code: "invalid-address", detail: "", changed: "nothing" },
    });
  });
});

describe("what the script is told", () => {
  const HOSTILE = ["$(reboot)", "`id`", "a;b", "-x", "a b", 'Büro: LAN "1"', "%PATH%", "x\ny", "😀", "'", "error", "*"];

  test.each(HOSTILE)("never holds a name: %j", (name) => {
    const from: DnsSnapshot = {
      ...snapshot(
        "network-manager",
        { device: "|no||no", profile: "|no||no" },
        { device: name, uuid: "48d07782", elevate: "yes" },
      ),
      linkName: name,
      networkKey: name,
    };
    const change: DnsChange = {
      id: "0".repeat(32),
      startedAt: "",
      updatedAt: "",
      appVersion: name,
      bootId: name,
      owner: { pid: 1, startTime: "1" },
      mode: { kind: "ask", deadlineSeconds: 60 },
      token: "0".repeat(64),
      snapshot: from,
      plan: planned(from),
      guard: null,
      state: "planned",
      confirmed: false,
      restoring: false,
      end: null,
    };
    const told = scriptCommand("switch", change, nmKind(deps).arguments(change), "/run/x").slice(4);
    expect(told).toHaveLength(16);
    for (const word of told) expect(word).toMatch(/^[\w.:,|/ -]*$/);
  });
});
