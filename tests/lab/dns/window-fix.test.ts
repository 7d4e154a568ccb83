import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingForBoxes, startBox, type Box } from "./boxes.ts";
import { atWindow, windowDriver } from "./window.ts";

const missing = missingForBoxes(["Xvfb", "xvfb-run"]);

const PAGE = "require('node:http').createServer((_, answer) => answer.end('fine')).listen(80, '203.0.113.2')";

describe.skipIf(missing.length > 0)("the one-click fix in the real window, where the resolver is dead", () => {
  let box: Box;
  let seen: Readonly<Record<string, unknown>>;
  let site: ChildProcess;

  beforeAll(() => {
    const driver = windowDriver();
    box = startBox("gge-fix", "file");
    // The page stands where the other resolvers say; the machine's own resolver is the first that was started.
    spawnSync("ip", ["-n", box.internet, "addr", "add", "203.0.113.2/32", "dev", "lo"]);
    site = spawn("ip", ["netns", "exec", box.internet, process.execPath, "-e", PAGE], { stdio: "ignore" });
    const [old] = readFileSync(`${box.folder}/pids`, "utf8").split("\n");
    process.kill(Number(old));
    // The C library's usual patience with a dead resolver is ten seconds a name.
    box.sh("echo 'options timeout:1 attempts:1' >>/etc/resolv.conf");
    seen = atWindow(box, driver, "fix");
  }, 300_000);

  afterAll(() => {
    site.kill("SIGKILL");
    box.down();
  });

  it("asks before it switches, proves that the page works, and keeps what mended it", () => {
    expect(seen["asked"]).toContain("Cloudflare");
    expect(seen["before the yes"]).toBe(seen["before"]);
    expect(seen["works"]).toContain("It works now");
    expect(seen["meanwhile"]).toContain("nameserver 1.1.1.1");
    expect(seen["end"]).toBe("Fixed, with the DNS servers of Cloudflare.");
    expect(seen["table"]).toContain("status 200");
    expect(seen["after"]).toContain("nameserver 1.1.1.1");
  });
});
