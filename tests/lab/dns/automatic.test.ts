import { spawn, type ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleForBoxes, missingForBoxes, startBox, type Box } from "./boxes.ts";

const HOME = "/root/gg";
const NEW = ["1.1.1.1", "2606:4700:4700::1111"] as const;

describe.skipIf(missingForBoxes().length > 0)("NetworkManager with servers from DHCP", () => {
  let box: Box;
  let driver: string;
  let dhcp: ChildProcess | null = null;
  const drive = (...args: readonly string[]) => {
    const [command = "", ...rest] = args;
    return JSON.parse(box.run(process.execPath, driver, command, HOME, ...rest).stdout);
  };
  const reconnect = (): void => {
    box.sh("nmcli connection up uuid $(nmcli -g GENERAL.CON-UUID device show eth0) >/dev/null");
  };
  /** The router hands out this server from now on. */
  const handOut = async (server: string): Promise<void> => {
    dhcp?.kill();
    const range = "--dhcp-range=192.0.2.100,192.0.2.150,2m";
    const args = ["netns", "exec", box.internet, "dnsmasq", "-k", "--port=0", "--conf-file=/dev/null", "--user=root"];
    const files = ["--pid-file=", `--dhcp-leasefile=${box.folder}/leases`];
    const options = [
      range,
      `--dhcp-option=6,${server}`,
      "--dhcp-option=3,192.0.2.1",
      "--interface=wan0",
      "--bind-interfaces",
    ];
    dhcp = spawn("ip", [...args, ...files, ...options], { stdio: "ignore" });
    await new Promise((resolve) => setTimeout(resolve, 500));
  };
  const v4 = () => drive("status").value.links[0].v4;
  /** A reconnect or a lease that is still under way would undo what comes next: the same for three seconds. */
  const settled = async (): Promise<void> => {
    const automatic = JSON.stringify({ origin: "automatic", configured: [], inUse: ["192.0.2.53"] });
    let since = Date.now();
    await expect
      .poll(
        () => {
          const calm =
            box.sh("nmcli -g GENERAL.STATE device show eth0").startsWith("100") && JSON.stringify(v4()) === automatic;
          if (!calm) since = Date.now();
          return Date.now() - since;
        },
        { timeout: 30_000, interval: 250 },
      )
      .toBeGreaterThan(3_000);
  };
  const profile = (): string => box.sh("grep -v ^timestamp /etc/NetworkManager/system-connections/*");
  let stored: string;

  beforeAll(async () => {
    driver = bundleForBoxes("tests/lab/dns/driver.ts");
    box = startBox("gga-nm", "nm");
    await handOut("192.0.2.53");
    box.sh(
      "nmcli connection modify uuid $(nmcli -g GENERAL.CON-UUID device show eth0) ipv4.method auto ipv4.addresses '' ipv4.gateway '' ipv4.dns '' ipv6.dns '' ipv6.method disabled ipv6.addresses '' ipv6.gateway ''",
    );
    reconnect();
    stored = profile();
  });
  afterAll(() => {
    dhcp?.kill();
    box.down();
  });

  test("is automatic before, static while switched, and automatic again: not a copy of what was handed out", async () => {
    await expect
      .poll(v4, { timeout: 8_000 })
      .toStrictEqual({ origin: "automatic", configured: [], inUse: ["192.0.2.53"] });
    expect(drive("use", "60", "then-keep", ...NEW)).toMatchObject({ ok: true });
    await expect
      .poll(v4, { timeout: 8_000 })
      .toStrictEqual({ origin: "static", configured: ["1.1.1.1"], inUse: ["1.1.1.1"] });
    expect(drive("undo")).toMatchObject({ ok: true, value: { restored: "restored" } });
    await expect
      .poll(v4, { timeout: 8_000 })
      .toStrictEqual({ origin: "automatic", configured: [], inUse: ["192.0.2.53"] });
    expect(profile()).toBe(stored);
  });

  test("asks what the network hands out now, when that changed while a change was kept", async () => {
    drive("use", "60", "then-keep", ...NEW);
    await handOut("8.8.8.8");
    reconnect();
    await expect.poll(() => v4().inUse, { timeout: 8_000 }).toStrictEqual(["1.1.1.1"]);
    expect(drive("undo")).toMatchObject({ ok: true });
    await expect
      .poll(v4, { timeout: 8_000 })
      .toStrictEqual({ origin: "automatic", configured: [], inUse: ["8.8.8.8"] });
    expect(profile()).toBe(stored);
    await handOut("192.0.2.53");
    reconnect();
    await settled();
  });

  test("lets a reconnect in the middle of an open change win", async () => {
    const used = drive("use", "60", "keep-for", ...NEW);
    expect(used.kind).toBe("open");
    await expect.poll(() => v4().inUse, { timeout: 8_000 }).toStrictEqual(["1.1.1.1"]);
    reconnect();
    await expect
      .poll(v4, { timeout: 8_000 })
      .toStrictEqual({ origin: "automatic", configured: [], inUse: ["192.0.2.53"] });
    drive("rollback");
    await expect
      .poll(v4, { timeout: 8_000 })
      .toStrictEqual({ origin: "automatic", configured: [], inUse: ["192.0.2.53"] });
    expect(profile()).toBe(stored);
  });

  test("survives a restart after Keep, and a restart undoes what was not kept", async () => {
    expect(drive("use", "60", "then-keep", ...NEW)).toMatchObject({ ok: true });
    box.reboot();
    drive("recover");
    await expect.poll(() => v4().inUse, { timeout: 8_000 }).toStrictEqual(["1.1.1.1"]);
    expect(drive("undo")).toMatchObject({ ok: true, value: { restored: "restored" } });
    await expect
      .poll(v4, { timeout: 8_000 })
      .toStrictEqual({ origin: "automatic", configured: [], inUse: ["192.0.2.53"] });
    expect(profile()).toBe(stored);
  });
});
