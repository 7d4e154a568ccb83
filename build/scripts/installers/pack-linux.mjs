#!/usr/bin/env node
// Makes a deb or an rpm with the system's own dpkg-deb and rpmbuild. The packager starts it in the place of fpm
// (https://fpm.readthedocs.io/en/latest/cli-reference.html) and with fpm's words, so no other packing program has to be
// fetched, and what the tests install is made in the same way as what is released.
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../lib/run.mjs";
import { isStarted, reasonOf, say } from "../lib/say.mjs";
import { controlFile, readWords, specFile } from "./package-words.mjs";

/** @typedef {import("./package-words.mjs").Wanted} Wanted */

/** @param {Wanted} wanted */
async function pack(wanted) {
  const work = await mkdtemp(join(tmpdir(), "gg-pack-"));
  try {
    const root = join(work, "root");
    await mkdir(root);
    await chmod(root, 0o755);
    for (const { from, to } of wanted.files) await bring(from, join(root, to));
    await ownedByRoot(root);
    await (wanted.kind === "deb" ? makeDeb(wanted, work, root) : makeRpm(wanted, work, root));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * A file to its place, or what a folder holds (its name ends with a slash) into one.
 * @param {string} from
 * @param {string} to
 */
async function bring(from, to) {
  await mkdir(from.endsWith("/") ? to : dirname(to), { recursive: true });
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
}

/**
 * What is installed may be read by everybody and written by root alone, whatever the mask was that it was built under.
 * @param {string} root
 */
async function ownedByRoot(root) {
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}

/**
 * @param {Wanted} wanted
 * @param {string} work
 * @param {string} root
 */
async function makeDeb(wanted, work, root) {
  const control = join(root, "DEBIAN");
  await mkdir(control);
  const { stdout: size } = await mustRun("du", ["-sk", "--apparent-size", "--exclude=DEBIAN", root], work);
  await writeFile(join(control, "control"), controlFile(wanted, Number.parseInt(size, 10)));
  const { afterInstall, beforeRemove, afterRemove } = wanted.scripts;
  const scripts = { postinst: afterInstall, prerm: beforeRemove, postrm: afterRemove };
  for (const [name, script] of Object.entries(scripts)) {
    if (script === undefined) continue;
    await cp(script, join(control, name));
    await chmod(join(control, name), 0o755);
  }
  await sums(root, control);
  const how = wanted.fast ? ["-Zgzip", "-z1"] : ["-Zxz"];
  await mustRun("dpkg-deb", ["--root-owner-group", ...how, "--build", root, wanted.output], work);
}

/**
 * `dpkg --verify` compares the installed files with these.
 * @param {string} root
 * @param {string} control
 */
async function sums(root, control) {
  const { stdout } = await mustRun(
    "find",
    [".", "-path", "./DEBIAN", "-prune", "-o", "-type", "f", "-exec", "md5sum", "{}", "+"],
    root,
  );
  await writeFile(join(control, "md5sums"), stdout.replaceAll("  ./", "  "));
}

/**
 * @param {Wanted} wanted
 * @param {string} work
 * @param {string} root
 */
async function makeRpm(wanted, work, root) {
  const spec = join(work, "package.spec");
  await writeFile(spec, await specFile(wanted, root));
  const built = join(work, "built");
  const defines = Object.entries({ _topdir: join(work, "rpm"), _rpmdir: built, _rpmfilename: "package.rpm" });
  const words = defines.flatMap(([name, value]) => ["--define", `${name} ${value}`]);
  await mustRun("rpmbuild", ["-bb", "--target", wanted.architecture, "--buildroot", root, ...words, spec], work);
  await cp(join(built, "package.rpm"), wanted.output);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 */
async function mustRun(program, args, cwd) {
  const ended = await run(program, args, { cwd, output: "capture", env: { LC_ALL: "C.UTF-8" } });
  if (ended.code !== 0) throw new Error(`${program} ended with ${ended.code}: ${ended.stderr.trim().slice(-600)}`);
  return ended;
}

if (isStarted(import.meta.filename)) {
  await pack(readWords(process.argv.slice(2), process.env)).catch((error) => {
    say(reasonOf(error));
    process.exitCode = 1;
  });
}
