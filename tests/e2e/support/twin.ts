import { flipFuses, FuseV1Options, FuseVersion } from "@electron/fuses";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, copyFile, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { OrdinaryUser } from "./ordinary-user.ts";

/** What the twin's program is called: under this name the runtime lets itself be driven, as it does for developers. */
const TWIN = "electron";

/**
 * The shipped program lets nobody drive it, so flows are driven on a twin: the same files, with one fuse of the
 * program's file on (the debugger's) and a bare runtime's name. Returns its folder.
 */
export async function makeTwin(user: OrdinaryUser, packaged: string): Promise<string> {
  const folder = await user.bring(packaged, "twin");
  const program = join(folder, TWIN);
  // The files are links to the packaged ones: what is changed must become a file of its own first.
  await rm(join(folder, "goodgateway"));
  await copyFile(join(packaged, "goodgateway"), program);
  await chmod(program, 0o755);
  await flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  await ownHelper(folder, packaged);
  return folder;
}

/** Chromium's sandbox helper as a package's installer leaves it: root's, with the right to become root. */
export async function ownHelper(folder: string, packaged: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const helper = join(folder, "chrome-sandbox");
  await rm(helper);
  await copyFile(join(packaged, "chrome-sandbox"), helper);
  await chmod(helper, 0o4755);
}

/** SHA-256 of every file below, by its place; the twin's program goes by the shipped one's name. */
export async function hashesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = await Promise.all(files.map(async (file) => [nameIn(folder, file), await hashOf(file)] as const));
  return new Map(hashes.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function nameIn(folder: string, file: string): string {
  const name = file.slice(folder.length + 1);
  return name === TWIN ? "goodgateway" : name;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** At how many places two files of one length differ; -1 when their lengths do. */
export async function bytesThatDiffer(one: string, other: string): Promise<number> {
  const [a, b] = await Promise.all([readFile(one), readFile(other)]);
  if (a.length !== b.length) return -1;
  let found = 0;
  const step = 1024 * 1024;
  for (let at = 0; at < a.length; at += step) {
    if (a.subarray(at, at + step).equals(b.subarray(at, at + step))) continue;
    for (let byte = at; byte < Math.min(at + step, a.length); byte += 1) if (a[byte] !== b[byte]) found += 1;
  }
  return found;
}
