import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleForBoxes, missingForBoxes, startBox, type Box } from "./boxes.ts";
import { driveAsPerson, PERSON } from "./person.ts";

const NEW = ["1.1.1.1", "2606:4700:4700::1111"] as const;
const missing = missingForBoxes();

let box: Box;
let driver: string;

const drive = (...args: readonly string[]) => driveAsPerson(box, driver, args);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(missing.length > 0)("an ordinary person's machine with pkexec", () => {
  const file = (): string => box.sh("stat -c '%a %u %g %Y' /etc/resolv.conf; cat /etc/resolv.conf");
  let before: string;

  beforeAll(() => {
    driver = bundleForBoxes("tests/lab/dns/driver.ts");
    box = startBox("ggp-polkit", "polkit");
    box.sh("chmod 644 /etc/resolv.conf");
    before = file();
  });
  afterAll(() => box.down());

  const rule = (result: string): void => {
    box.sh(
      `echo 'polkit.addRule(function (action) { if (action.id == "org.freedesktop.policykit.exec") return polkit.Result.${result}; });' >/etc/polkit-1/rules.d/01-box.rules; sleep 1`,
    );
  };

  test("is switched, kept without another prompt, and undone", () => {
    expect(drive("use", "30", "then-keep", ...NEW)).toMatchObject({ ok: true, value: { state: "committed" } });
    expect(file()).toContain("nameserver 1.1.1.1\nnameserver 2606:4700:4700::1111\n");
    expect(drive("undo")).toMatchObject({ ok: true, value: { restored: "restored" } });
    expect(file()).toBe(before);
  });

  test("is rolled back by its guard without any rights of the program", () => {
    rule("YES");
    expect(drive("use", "30", "keep-for", ...NEW)).toMatchObject({ kind: "open" });
    rule("NO");
    expect(drive("rollback")).toMatchObject({ ok: true, value: "restored" });
    expect(file()).toBe(before);
  });

  test("stays as it is when the system says no, and nobody calls that a change", () => {
    rule("NO");
    expect(drive("use", "30", "ask", ...NEW)).toMatchObject({
      kind: "failed",
      failure: { code: "not-authorized", changed: "nothing" },
    });
    expect(file()).toBe(before);
    expect(box.sh("ls -A /run/goodgateway /var/lib/goodgateway 2>/dev/null | grep keep-")).toBe("");
    rule("YES");
  });

  test.each([
    ["a pipe that nobody writes to", "mkfifo $inbox/commit"],
    [
      "a link to a file with the right words",
      "echo $token >/home/person/right; ln -s /home/person/right $inbox/commit",
    ],
    ["a link to a device", "ln -s /dev/zero $inbox/commit"],
    ["a folder", "mkdir $inbox/commit"],
    ["the wrong words", "echo 0000 >$inbox/commit"],
    [
      "another file system's endless file",
      "ln -s /proc/kmsg $inbox/commit; mkfifo $inbox/more; mkfifo $inbox/rollback",
    ],
  ])("does not take %s for Keep, and goes back in time", async (_name, trick) => {
    drive("use", "3", "keep-for", ...NEW);
    const [{ token = "", id = "" } = {}] = drive("list").changes;
    box.sh(`${PERSON} sh -c 'inbox=/run/goodgateway/${id}/inbox; token=${token}; ${trick}'`);
    for (let tries = 0; tries < 40 && file() !== before; tries += 1) await wait(250);
    expect(file()).toBe(before);
    expect(drive("recover")).toMatchObject({ recoveries: [{ change: { end: "restored-by-guard" } }] });
  });

  test("keeps its guard's files out of the person's reach", () => {
    drive("use", "30", "keep-for", ...NEW);
    const [{ id = "" } = {}] = drive("list").changes;
    const trySome = `cat /var/lib/goodgateway/keep-${id}/args; echo x >/run/goodgateway/${id}/state; rm -rf /run/goodgateway/${id}/inbox; mv /run/goodgateway/${id} /tmp/; ls /var/lib/goodgateway/keep-${id}`;
    expect(box.sh(`${PERSON} sh -c '${trySome}' 2>/dev/null`)).toBe("");
    expect(box.sh(`cat /run/goodgateway/${id}/state`)).toMatch(/^(?:armed|applied) /);
    expect(drive("rollback").ok).toBe(true);
    expect(file()).toBe(before);
  });
});
