import { lstat, mkdtemp, readFile, readlink, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { extractFromTar } from "../../../build/scripts/runtime/untar.mjs";
import { unzip } from "../../../build/scripts/runtime/unzip.mjs";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gg-unpack-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** A ustar header and its file, filled up to whole blocks. */
function tarEntry(name: string, body: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${body.length.toString(8).padStart(11, "0")}\0`, 124);
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

describe("taking one file out of a .tgz", () => {
  const wanted = Buffer.from("x".repeat(100_000));
  const tar = Buffer.concat([
    tarEntry("package/package.json", Buffer.from("{}")),
    tarEntry("package/empty", Buffer.alloc(0)),
    tarEntry("package/wanted.zip", wanted),
    tarEntry("package/after", Buffer.alloc(512, 1)),
    Buffer.alloc(1024),
  ]);

  it("writes exactly that file, wherever the chunks are cut", async () => {
    await writeFile(join(folder, "a.tgz"), gzipSync(tar));
    await extractFromTar(join(folder, "a.tgz"), "package/wanted.zip", join(folder, "out"));
    expect((await readFile(join(folder, "out"))).equals(wanted)).toBe(true);
  });

  it("says so when the file is not inside, and when the archive is cut short", async () => {
    await writeFile(join(folder, "a.tgz"), gzipSync(tar));
    await expect(extractFromTar(join(folder, "a.tgz"), "package/other", join(folder, "out"))).rejects.toThrow(
      "not in the archive",
    );
    await writeFile(join(folder, "b.tgz"), gzipSync(tar).subarray(0, 100));
    await expect(extractFromTar(join(folder, "b.tgz"), "package/wanted.zip", join(folder, "out"))).rejects.toThrow(
      "unexpected end of file",
    );
  });
});

interface ZipEntry {
  readonly name: string;
  readonly body: string;
  readonly mode?: number;
  readonly stored?: boolean;
}

/** A zip file, made by hand so that it can also hold what no tool would make. */
function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, mode = 0o100644, stored = false } of entries) {
    const plain = Buffer.from(body);
    const packed = stored ? plain : deflateRawSync(plain);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(stored ? 0 : 8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(plain.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    files.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

async function unpack(entries: readonly ZipEntry[], place = (name: string): string | null => name): Promise<string> {
  const file = join(folder, "a.zip");
  await writeFile(file, zip(entries));
  const target = join(folder, "out");
  await unzip(file, target, place);
  return target;
}

describe("unpacking a zip file", () => {
  it("writes packed, stored and empty files with their modes, and links", async () => {
    const out = await unpack([
      { name: "top/", body: "", stored: true },
      { name: "top/run", body: "program ".repeat(1_000), mode: 0o100755 },
      { name: "top/deep/plain", body: "text", stored: true },
      { name: "top/empty", body: "", stored: true },
      { name: "top/link", body: "run", mode: 0o120777, stored: true },
    ]);
    expect(await readFile(join(out, "top/run"), "utf8")).toBe("program ".repeat(1_000));
    expect((await stat(join(out, "top/run"))).mode & 0o111).not.toBe(0);
    expect(await readFile(join(out, "top/deep/plain"), "utf8")).toBe("text");
    expect((await stat(join(out, "top/empty"))).size).toBe(0);
    expect((await lstat(join(out, "top/link"))).isSymbolicLink()).toBe(true);
    expect(await readlink(join(out, "top/link"))).toBe("run");
  });

  it("renames and leaves out as it is told", async () => {
    const out = await unpack(
      [
        { name: "Old/Old", body: "x" },
        { name: "Old/other", body: "y" },
      ],
      (name) => (name === "Old/Old" ? "new" : null),
    );
    expect(await readFile(join(out, "new"), "utf8")).toBe("x");
    await expect(stat(join(out, "Old"))).rejects.toThrow("ENOENT");
  });

  it.each(["../outside", "a/../../outside", "/../outside"])("refuses the name %j, which leads out", async (name) => {
    await expect(unpack([{ name, body: "x" }])).rejects.toThrow("bad name");
    await expect(stat(join(folder, "outside"))).rejects.toThrow("ENOENT");
  });

  it.each(["/etc/passwd", "../../etc/passwd"])("refuses a link to %j", async (to) => {
    await expect(unpack([{ name: "link", body: to, mode: 0o120777, stored: true }])).rejects.toThrow("bad link");
  });

  it("refuses what is no zip file or a damaged one", async () => {
    const file = join(folder, "b.zip");
    await writeFile(file, "no zip");
    await expect(unzip(file, join(folder, "out"), (name) => name)).rejects.toThrow("not a zip file");
    const whole = zip([{ name: "a", body: "text", stored: true }]);
    whole.writeUInt32LE(9, whole.length - 22 - 47 + 24);
    await writeFile(file, whole);
    await expect(unzip(file, join(folder, "out"), (name) => name)).rejects.toThrow("damaged");
  });
});
