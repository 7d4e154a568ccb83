// `node build/scripts/icons.mjs`: the icons of all systems from build/resources/icon.svg. Needs rsvg-convert (Debian: librsvg2-bin).
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { at } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { say } from "./lib/say.mjs";

/** Sizes in pixels that any of the systems asks for. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** What Windows looks for inside one file. */
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Types of Apple's icon file that hold a PNG, by size (icns: "ic07" is 128 x 128 and so on). */
const ICNS_TYPES = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };

const folder = at("build/resources/icons");

/** @param {number} size */
const fileOf = (size) => `${folder}/${size}x${size}.png`;

async function draw() {
  await mkdir(folder, { recursive: true });
  for (const size of SIZES) {
    const args = ["--width", String(size), "--height", String(size), "--output", fileOf(size)];
    const { code } = await run("rsvg-convert", [...args, at("build/resources/icon.svg")]);
    if (code !== 0) throw new Error("rsvg-convert could not draw the icon; is librsvg2-bin installed?");
  }
}

/** An .ico: head, one entry of 16 octets for each picture, the pictures. */
async function windowsIcon() {
  const pictures = await Promise.all(ICO_SIZES.map((size) => readFile(fileOf(size))));
  const head = Buffer.from([0, 0, 1, 0, pictures.length, 0]);
  let offset = head.length + 16 * pictures.length;
  const entries = pictures.map((picture, index) => {
    const size = ICO_SIZES[index] ?? 0;
    const entry = Buffer.alloc(16);
    // 256 is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(picture.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += picture.length;
    return entry;
  });
  await writeFile(at("build/resources/icon.ico"), Buffer.concat([head, ...entries, ...pictures]));
}

/** An .icns: "icns", the whole length, then type, length and picture by turns. */
async function appleIcon() {
  const parts = await Promise.all(
    Object.entries(ICNS_TYPES).map(async ([type, size]) => {
      const picture = await readFile(fileOf(size));
      const head = Buffer.alloc(8);
      head.write(type, 0, "latin1");
      head.writeUInt32BE(picture.length + 8, 4);
      return Buffer.concat([head, picture]);
    }),
  );
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write("icns", 0, "latin1");
  head.writeUInt32BE(body.length + 8, 4);
  await writeFile(at("build/resources/icon.icns"), Buffer.concat([head, body]));
}

await draw();
await windowsIcon();
await appleIcon();
say(`drew ${SIZES.length} sizes, icon.ico and icon.icns`);
