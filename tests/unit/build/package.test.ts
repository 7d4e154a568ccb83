import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

it("refuses to make a release of any runtime but the pinned one, before it touches what was made", async () => {
  // A program that can be started, but nobody's release.
  const env = { ...process.env, GG_ELECTRON: process.execPath };
  const ended = await new Promise<{ failed: boolean; stderr: string }>((resolve) => {
    execFile(process.execPath, [join(ROOT, "build/scripts/package.mjs"), "--release"], { env }, (error, _, stderr) => {
      resolve({ failed: error !== null, stderr });
    });
  });
  expect(ended.failed).toBe(true);
  expect(ended.stderr).toContain("a release needs the pinned Electron itself");
  expect(ended.stderr).not.toContain("electron-builder");
});
