import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "../../e2e/support/root.ts";
import { type Row, short } from "./row.ts";

/** Sizes of what ships; `dist` must be packaged already. */
export async function sizeRows(): Promise<readonly Row[]> {
  const asar = await findAsar(join(ROOT, "dist"));
  const first = await firstChunk();
  return [
    {
      id: "asar",
      what: "app.asar",
      ours: asar === null ? "not packaged" : `${short(asar / 1024 / 1024)} MiB`,
      beside: "",
      ratio: null,
      bar: "at most 4 MiB",
      holds: asar !== null && asar <= 4 * 1024 * 1024,
    },
    {
      id: "first-chunk",
      what: "the window's first chunk, gzip",
      ours: `${short(first / 1024)} KiB`,
      beside: "",
      ratio: null,
      bar: "at most 250 KiB",
      holds: first <= 250 * 1024,
    },
  ];
}

async function findAsar(folder: string): Promise<number | null> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith("unpacked"))) {
    // oxlint-disable-next-line no-await-in-loop -- the first one is enough
    const found = await stat(join(folder, name, "resources", "app.asar")).catch(() => null);
    if (found !== null) return found.size;
  }
  return null;
}

/** The script that the page itself names, and what that imports at once. */
async function firstChunk(): Promise<number> {
  const folder = join(ROOT, "out", "renderer");
  const page = await readFile(join(folder, "index.html"), "utf8");
  const scripts = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/gu)].map((match) => match[1] ?? "");
  const sizes = await Promise.all(
    scripts.map(async (script) => gzipSync(await readFile(join(folder, script)), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
