import { protocol, type Session } from "electron";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { NONCE_PLACE, pageHeaders } from "./content-policy.ts";
import { fileKey, type RendererFile } from "./renderer-files.ts";

/** The scheme the window is served from; `file:` would give the page rights it must not have. */
export const SCHEME = "app";

/** The one origin of our window. */
export const ORIGIN = `${SCHEME}://goodgateway`;

const PAGE = "/index.html";

/** The window's page. */
export const START_PAGE = `${ORIGIN}${PAGE}`;

/** Makes the scheme a standard, secure one. Only before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Where the window's files come from. */
export interface Served {
  /** The built window's files (see {@link rendererFiles}); may still be on their way. */
  readonly files: Promise<ReadonlyMap<string, RendererFile>>;
  readonly previews: { answer(request: { readonly method: string; readonly url: string }): Response | null };
  /** The language that the window opens in; its page is written in each (build/scripts/lib/prerender.mjs). */
  readonly language: () => string;
}

/** Serves the built window inside this session, and previews; everything else under the scheme is a 404. */
export function serveRenderer(session: Session, { files, previews, language }: Served): void {
  session.protocol.handle(SCHEME, async (request) => {
    const preview = previews.answer(request);
    if (preview !== null) return preview;
    const file = pick(await files, fileKey(request, ORIGIN), language());
    const nonce = randomBytes(16).toString("base64");
    if (file === undefined) return new Response(null, { status: 404, headers: pageHeaders("text/plain", nonce) });
    const bytes = await readFile(file.path);
    const body = file.type.startsWith("text/html") ? withNonce(bytes, nonce) : new Uint8Array(bytes);
    return new Response(body, { headers: pageHeaders(file.type, nonce) });
  });
}

function pick(
  files: ReadonlyMap<string, RendererFile>,
  key: string | null,
  language: string,
): RendererFile | undefined {
  if (key === null) return undefined;
  return (key === PAGE ? files.get(`/index.${language}.html`) : undefined) ?? files.get(key);
}

function withNonce(page: Buffer, nonce: string): string {
  return page.toString("utf8").replaceAll(NONCE_PLACE, nonce);
}
