import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedOf, missingForBoxes, startBox, type Box } from "../lab/dns/boxes.ts";
import { ROOT } from "./support/root.ts";

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

describe.skipIf(missing.length > 0)("a switch of DNS in the real window, on a throw-away machine", () => {
  let box: Box;
  let seen: Readonly<Record<string, unknown>>;

  beforeAll(() => {
    const driver = bundled();
    box = startBox("gge-window", "file");
    const ran = box.run("xvfb-run", "-a", process.execPath, driver);
    if (!ran.stdout.startsWith("{")) throw new Error(`${ran.code} ${ran.stdout} ${ran.stderr}`);
    seen = JSON.parse(ran.stdout);
    if (seen["error"] !== undefined) throw new Error(JSON.stringify(seen));
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
    expect(askedOf(box.name, "cloudflare")).toContain("where.test");
  });

  it("goes back when the program is lost, and the next start says so", () => {
    expect(seen["before the loss"]).toContain("nameserver 8.8.8.8");
    expect(seen["after the loss"]).toBe(seen["before"]);
    expect(seen["notice"]).toContain("I put your DNS back");
  });
});
