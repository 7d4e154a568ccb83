import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleForBoxes, missingForBoxes, startBox, type Box } from "./boxes.ts";
import { driveAsPerson, PERSON, PERSON_HOME } from "./person.ts";

const NEW = ["1.1.1.1", "2606:4700:4700::1111"] as const;
const missing = missingForBoxes();

let box: Box;
let driver: string;

const drive = (...args: readonly string[]) => driveAsPerson(box, driver, args);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(missing.length > 0)("an ordinary person whom NetworkManager trusts", () => {
  const state = (): string =>
    box.sh("cat /etc/resolv.conf; grep -v ^timestamp /etc/NetworkManager/system-connections/*");
  let before: string;

  beforeAll(() => {
    driver = bundleForBoxes("tests/lab/dns/driver.ts");
    box = startBox("ggp-nm", "nm");
    box.sh("sed -i s/root-only/false/ /etc/NetworkManager/conf.d/box.conf; useradd -m -u 4242 person");
    box.reboot();
    box.sh("mkdir -p /run/user/4242; chown 4242:4242 /run/user/4242");
    before = state();
  });
  afterAll(() => box.down());

  test("switches, keeps and undoes without anything running as root", () => {
    const kept = drive("use", "30", "then-keep", ...NEW);
    expect(kept).toMatchObject({ ok: true, value: { state: "committed", plan: { needsAdmin: false } } });
    expect(state()).toContain("dns=1.1.1.1;");
    expect(box.sh("ls -d /run/goodgateway /var/lib/goodgateway 2>/dev/null")).toBe("");
    expect(drive("undo")).toMatchObject({ ok: true, value: { restored: "restored" } });
    expect(state()).toBe(before);
  });

  test("gets everything back when the program is killed", async () => {
    const line = `${PERSON} ${process.execPath} ${driver} use ${PERSON_HOME} 60 then-wait ${NEW.join(" ")} >/tmp/out 2>&1 & p=$!;
      for i in $(seq 100); do grep -q waiting /tmp/out && break; sleep 0.1; done; kill -9 $p`;
    box.run("/bin/bash", "-c", line);
    expect(box.sh("cat /tmp/out")).toContain("waiting");
    for (let tries = 0; tries < 40 && state() !== before; tries += 1) await wait(250);
    expect(state()).toBe(before);
  });
});
