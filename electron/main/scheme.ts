import { protocol, type Session } from "electron";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { NONCE_PLACE, pageHeaders } from "./content-policy.ts";
import { fileKey, rendererFiles } from "./renderer-files.ts";

/** The scheme the window is served from; `file:` would give the page rights it must not have. */
export const SCHEME = "app";

/** The one origin of our window. */
export const ORIGIN = `${SCHEME}://goodgateway`;

/** The window's page. */
export const START_PAGE = `${ORIGIN}/index.html`;

/** Makes the scheme a standard, secure one. Only before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Serves the built window from `root` inside this session, and previews; everything else under the scheme is a 404. */
export async function serveRenderer(
  session: Session,
  root: string,
  previews: { answer(request: { readonly method: string; readonly url: string }): Response | null },
): Promise<void> {
  const files = await rendererFiles(root);
  session.protocol.handle(SCHEME, async (request) => {
    const preview = previews.answer(request);
    if (preview !== null) return preview;
    const key = fileKey(request, ORIGIN);
    const file = key === null ? undefined : files.get(key);
    const nonce = randomBytes(16).toString("base64");
    if (file === undefined) return new Response(null, { status: 404, headers: pageHeaders("text/plain", nonce) });
    const bytes = await readFile(file.path);
    const body = file.type.startsWith("text/html") ? withNonce(bytes, nonce) : new Uint8Array(bytes);
    return new Response(body, { headers: pageHeaders(file.type, nonce) });
  });
}

function withNonce(page: Buffer, nonce: string): string {
  return page.toString("utf8").replaceAll(NONCE_PLACE, nonce);
}
