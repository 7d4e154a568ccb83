import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedOf, missingForBoxes, startBox, type Box } from "./boxes.ts";
import { ROOT } from "../../e2e/support/root.ts";

const missing = missingForBoxes(["Xvfb", "xvfb-run"]);

/** The driver as one file that plain Node runs; libraries stay where they are. */
function bundled(): string {
  const folder = join(ROOT, "node_modules/.cache/dns-window");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `dns-window-${process.pid}.mjs`);
  buildSync({
    entryPoints: [join(ROOT, "tests/e2e/support/dns-window.ts")],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return outfile;
}

/** What the person at the window saw. */
function drive(box: Box, driver: string, what: "change" | "fix"): Readonly<Record<string, unknown>> {
  const ran = box.run("xvfb-run", "-a", process.execPath, driver, what);
  if (!ran.stdout.startsWith("{")) throw new Error(`${ran.code} ${ran.stdout} ${ran.stderr}`);
  const seen = JSON.parse(ran.stdout);
  if (seen["error"] !== undefined) throw new Error(JSON.stringify(seen));
  return seen;
}

describe.skipIf(missing.length > 0)("a switch of DNS in the real window, on a throw-away machine", () => {
  let box: Box;
  let seen: Readonly<Record<string, unknown>>;

  beforeAll(() => {
    const driver = bundled();
    box = startBox("gge-window", "file");
    seen = drive(box, driver, "change");
  }, 300_000);

  afterAll(() => box.down());

  it("shows the exact commands before anything is done", () => {
    expect(seen["plan Cloudflare"]).toEqual(expect.arrayContaining([expect.stringContaining("/etc/resolv.conf")]));
  });

  it("is kept by Keep, and undone from the history to the last byte", () => {
    expect(seen["before"]).toContain("nameserver 192.0.2.53");
    expect(seen["while asked"]).toContain("nameserver 1.1.1.1");
    expect(seen["kept"]).toContain("nameserver 1.1.1.1");
    expect(seen["undone"]).toBe(seen["before"]);
  });

  it("is really asked for names while it stands", () => {
    expect(askedOf(box, "cloudflare")).toContain("where.test");
  });

  it("goes back when the program is lost, and the next start says so", () => {
    expect(seen["before the loss"]).toContain("nameserver 8.8.8.8");
    expect(seen["after the loss"]).toBe(seen["before"]);
    expect(seen["notice"]).toContain("I put your DNS back");
  });
});

const PAGE = "require('node:http').createServer((_, answer) => answer.end('fine')).listen(80, '203.0.113.2')";

describe.skipIf(missing.length > 0)("the one-click fix in the real window, where the resolver is dead", () => {
  let box: Box;
  let seen: Readonly<Record<string, unknown>>;
  let site: ChildProcess;

  beforeAll(() => {
    const driver = bundled();
    box = startBox("gge-fix", "file");
    // The page stands where the other resolvers say; the machine's own resolver is the first that was started.
    spawnSync("ip", ["-n", box.internet, "addr", "add", "203.0.113.2/32", "dev", "lo"]);
    site = spawn("ip", ["netns", "exec", box.internet, process.execPath, "-e", PAGE], { stdio: "ignore" });
    const [old] = readFileSync(`${box.folder}/pids`, "utf8").split("\n");
    process.kill(Number(old));
    // The C library's usual patience with a dead resolver is ten seconds a name.
    box.sh("echo 'options timeout:1 attempts:1' >>/etc/resolv.conf");
    seen = drive(box, driver, "fix");
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
    expect(seen["table"]).toContain("http-200");
    expect(seen["after"]).toContain("nameserver 1.1.1.1");
  });
});
