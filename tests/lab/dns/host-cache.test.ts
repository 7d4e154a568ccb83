import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findRuntime } from "../../e2e/support/runtime.ts";
import { missingForBoxes } from "./boxes.ts";

const missing = missingForBoxes(["xvfb-run"]);

/** A network of its own: a link that counts as one, the two pages' addresses, and our resolver for all names. */
const NETWORK = [
  "ip link set lo up",
  "ip link add v0 type veth peer name v1",
  "ip link set v0 up",
  "ip link set v1 up",
  "ip addr add 192.0.2.10/24 dev v0",
  "ip addr add 192.0.2.2/32 dev lo",
  "ip addr add 192.0.2.3/32 dev lo",
  'mount --bind "$1" /etc/resolv.conf',
  "shift",
  // Not in place of the shell: Xvfb does not tell a parent with the number 1 that it is ready.
  '{ "$@"; exit $?; }',
].join(" && ");

describe.skipIf(missing.length > 0)("clearing our own browser's memory of names", () => {
  let folder = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gg-host-cache-"));
    await build({
      entryPoints: [resolve(import.meta.dirname, "host-cache-app.ts")],
      outfile: join(folder, "main.cjs"),
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      external: ["electron"],
      logLevel: "error",
    });
    await writeFile(
      join(folder, "package.json"),
      JSON.stringify({ name: "gg-host-cache", version: "1.0.0", main: "main.cjs" }),
    );
    await writeFile(join(folder, "resolv.conf"), "nameserver 127.0.0.1\n");
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("makes the next load go to the new address, which it would not do by itself", async () => {
    const { executable } = await findRuntime();
    const inside = ["xvfb-run", "-a", executable, "--no-sandbox", "--disable-gpu", folder];
    // With a process space of its own: whatever was started ends with it.
    const network = [
      "-m",
      "-n",
      "-p",
      "-f",
      "--mount-proc",
      "--kill-child",
      "--propagation",
      "private",
      "/bin/sh",
      "-c",
      NETWORK,
      "sh",
    ];
    const { stdout } = await promisify(execFile)("unshare", [...network, join(folder, "resolv.conf"), ...inside], {
      timeout: 90_000,
      killSignal: "SIGKILL",
    });
    const line = stdout.split("\n").find((one) => one.startsWith("{")) ?? "{}";
    const seen: unknown = JSON.parse(line);
    expect(seen).toEqual({
      first: "old",
      beforeClearing: "old",
      cleared: true,
      afterClearing: "new",
      asked: 2,
      errors: [],
    });
  });
});
