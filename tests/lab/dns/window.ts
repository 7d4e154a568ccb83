import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { buildSync } from "esbuild";
import type { Box } from "./boxes.ts";
import { ROOT } from "../../e2e/support/root.ts";

/** A driver of the window as one file that plain Node runs; libraries stay where they are. */
export function windowDriver(source = "tests/e2e/support/dns-window.ts"): string {
  const folder = join(ROOT, "node_modules/.cache/dns-window");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${basename(source, ".ts")}-${process.pid}.mjs`);
  buildSync({
    entryPoints: [join(ROOT, source)],
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
export function atWindow(box: Box, driver: string, what: "change" | "fix"): Readonly<Record<string, unknown>> {
  const ran = box.run("xvfb-run", "-a", process.execPath, driver, what);
  if (!ran.stdout.startsWith("{")) throw new Error(`${ran.code} ${ran.stdout} ${ran.stderr}`);
  const seen = JSON.parse(ran.stdout);
  if (seen["error"] !== undefined) throw new Error(JSON.stringify(seen));
  return seen;
}
