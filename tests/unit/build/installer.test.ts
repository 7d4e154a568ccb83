import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hasProgram } from "../../../build/scripts/lib/run.mjs";

const ROOT = join(import.meta.dirname, "../../..");
const INSTALLER = join(ROOT, "build/resources/installer");
const run = promisify(execFile);

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gg-installer-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const compiler = await hasProgram("makensis");
if (!compiler) process.stdout.write("makensis is missing: what we add to the installer for Windows is not compiled\n");

it.skipIf(!compiler)("compiles what we add to the installer for Windows, with every warning an error", async () => {
  const out = join(folder, "goodgateway-try.exe");
  const program = join(folder, "program.exe");
  await writeFile(program, "");
  const defines = { OUT: out, PROGRAM: program, INCLUDE: join(INSTALLER, "installer.nsh") };
  const words = Object.entries(defines).map(([name, value]) => `-D${name}=${value}`);
  await run("makensis", ["-V2", "-WX", "-INPUTCHARSET", "UTF8", ...words, join(ROOT, "tests/installers/windows.nsi")]);
  expect((await stat(out)).size).toBeGreaterThan(50_000);
});

it.skipIf(process.platform === "win32")(
  "starts the program of a bundle for macOS through a link to a link",
  async () => {
    const contents = join(folder, "Good Gateway.app", "Contents");
    await mkdir(join(contents, "Resources", "bin"), { recursive: true });
    await mkdir(join(contents, "MacOS"));
    await cp(join(INSTALLER, "goodgateway.sh"), join(contents, "Resources", "bin", "goodgateway"));
    await writeFile(join(contents, "MacOS", "GoodGateway"), '#!/bin/sh\necho "$0|$#|$2"\nexit 3\n');
    await chmod(join(contents, "MacOS", "GoodGateway"), 0o755);
    await symlink(join(contents, "Resources", "bin", "goodgateway"), join(folder, "first"));
    await symlink("first", join(folder, "second"));
    const ended = await run(join(folder, "second"), ["diagnose", "a b"]).catch((error: unknown) => error);
    expect(ended).toMatchObject({ code: 3, stdout: expect.stringMatching(/MacOS\/GoodGateway\|2\|a b\n$/u) });
  },
);
