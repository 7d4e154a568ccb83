import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

/** With a program that can be started, but is nobody's release. */
function packaged(...words: readonly string[]): Promise<{ failed: boolean; stderr: string }> {
  const env = { ...process.env, GG_ELECTRON: process.execPath };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, "build/scripts/package.mjs"), ...words], { env }, (error, _, stderr) => {
      resolve({ failed: error !== null, stderr });
    });
  });
}

it("refuses to make a release of any runtime but the pinned one, before it touches what was made", async () => {
  const { failed, stderr } = await packaged("--release");
  expect(failed).toBe(true);
  expect(stderr).toContain("a release needs the pinned Electron itself");
  expect(stderr).not.toContain("electron-builder");
});

it("refuses to make another system's package of this system's runtime", async () => {
  const { failed, stderr } = await packaged(process.platform === "win32" ? "--mac" : "--win");
  expect(failed).toBe(true);
  expect(stderr).toContain("made on that system");
});
