import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockAddress, takeLock } from "../../../../electron/storage/machine-lock.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "gg-lock-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that holds the lock until it is killed. */
async function holder(address: string) {
  const child = spawn(process.execPath, [
    "-e",
    `require("net").createServer().listen(${JSON.stringify(address)}, () => console.log("held"))`,
  ]);
  await once(child.stdout, "data");
  return child;
}

describe.each(["linux", "darwin"] as const)("the lock as on %s", (platform) => {
  const name = `test-${process.pid}-${platform}`;
  const address = () => lockAddress(name, folder, platform);

  test.skipIf(process.platform !== "linux")("is held by one at a time and can be taken again", async () => {
    const first = await takeLock(address());
    expect(first).not.toBeNull();
    expect(await takeLock(address())).toBeNull();
    await first?.release();
    const second = await takeLock(address());
    expect(second).not.toBeNull();
    await second?.release();
  });

  test.skipIf(process.platform !== "linux")("is free again once its holder was killed", async () => {
    const child = await holder(address());
    expect(await takeLock(address())).toBeNull();
    child.kill("SIGKILL");
    await once(child, "exit");
    const lock = await takeLock(address());
    expect(lock).not.toBeNull();
    await lock?.release();
  });
});

test("it is one for the whole machine where the system has such names", () => {
  expect(lockAddress("dns", "/a", "linux")).toBe(lockAddress("dns", "/b", "linux"));
  expect(lockAddress("dns", "/a", "win32")).toBe("\\\\.\\pipe\\goodgateway-dns");
});
