import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { launchProgram } from "../../../../electron/platform/exec.ts";
import { personEnvironment } from "../../../../electron/platform/process-environment.ts";

describe("a program started for the person", () => {
  test("gets its arguments as they stand and tells how it ended", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gg-launch-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const out = join(folder, "out.json");
    const script = join(folder, "write.cjs");
    writeFileSync(
      script,
      "require('fs').writeFileSync(process.argv[2], JSON.stringify(process.argv.slice(3))); process.exit(7);",
    );
    const odd = ["a b", '"; touch /tmp/x; "', "$(id)", "ä"];
    const launched = await launchProgram({ program: process.execPath, args: [script, out, ...odd] });
    expect(launched.ok && (await launched.value.exited)).toBe(7);
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(odd);
  });

  test("that is not there, is not named by its whole path, or has impossible arguments is refused", async () => {
    expect(await launchProgram({ program: "/nowhere/browser", args: [] })).toEqual({ ok: false, error: "not-found" });
    expect(await launchProgram({ program: "chromium", args: [] })).toEqual({ ok: false, error: "refused" });
    expect(await launchProgram({ program: process.execPath, args: ["\0"] })).toEqual({ ok: false, error: "refused" });
  });
});

test("its environment is the person's, without what changes how programs are loaded", () => {
  const own = {
    DISPLAY: ":0",
    HTTPS_PROXY: "http://proxy:3128",
    LD_PRELOAD: "/x.so",
    NODE_OPTIONS: "-r x",
    ELECTRON_RUN_AS_NODE: "1",
  };
  expect(personEnvironment({ ...own, GOODGATEWAY_HOME: "/x", LANG: undefined })).toEqual({
    DISPLAY: ":0",
    HTTPS_PROXY: "http://proxy:3128",
  });
});
