import { readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

/** A file the window may ask for. */
export interface RendererFile {
  readonly path: string;
  /** Media type. */
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/**
 * Every file of the built window by the path it is asked for (`/assets/index.js`). An exact table, made once: a request
 * for anything else finds nothing, so no path arithmetic can be tricked. Files of unknown kinds are left out. Throws
 * when the folder cannot be read (a build without a window is broken).
 */
export async function rendererFiles(root: string): Promise<ReadonlyMap<string, RendererFile>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, RendererFile>();
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(root, path).split(sep).join("/")}`, { path, type });
  }
  return files;
}

/**
 * The table's key for a request, or null when the request is not for us: another method, scheme or host, a path that is
 * not written in its plain form. A query or fragment is not used by the window and is refused with the rest.
 */
export function fileKey(request: { readonly method: string; readonly url: string }, origin: string): string | null {
  if (request.method !== "GET") return null;
  const prefix = `${origin}/`;
  if (!request.url.startsWith(prefix)) return null;
  const path = request.url.slice(origin.length);
  return /^\/[A-Za-z0-9._/-]+$/.test(path) && !path.includes("//") && !path.includes("..") ? path : null;
}
