import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { trustedRoots } from "../probes/tls/system-trust.ts";

/** An answer of a JSON service. */
export interface JsonAnswer {
  readonly status: number;
  /** Parsed, not checked. */
  readonly body: unknown;
}

/** Why there is no answer. */
export type JsonFault = "unreachable" | "malformed" | "timeout";

/** Answers of a measurement service are a few kilobytes. */
const BODY_LIMIT = 1024 * 1024;

/** One call of a JSON service: POST with a body, GET without. Trusts what the operating system trusts. Never throws. */
export function callJson(
  url: string,
  body: unknown,
  options: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<Result<JsonAnswer, JsonFault>> {
  const limit = AbortSignal.timeout(options.timeoutMs);
  return new Promise((resolve) => {
    const failed = (): void => resolve(fail(limit.aborted ? "timeout" : "unreachable"));
    const target = new URL(url);
    const text = body === undefined ? null : JSON.stringify(body);
    const settings = {
      method: text === null ? "GET" : "POST",
      headers: {
        accept: "application/json",
        "user-agent": "GoodGateway",
        ...(text === null ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
      },
      signal: AbortSignal.any([options.signal, limit]),
      agent: false,
    } as const;
    const answered = (response: IncomingMessage): void => void readJson(response).then(resolve, failed);
    const request =
      target.protocol === "https:"
        ? httpsRequest(target, { ...settings, ca: [...trustedRoots()] }, answered)
        : httpRequest(target, settings, answered);
    request.on("error", failed);
    request.end(text ?? undefined);
  });
}

async function readJson(response: IncomingMessage): Promise<Result<JsonAnswer, JsonFault>> {
  const status = response.statusCode ?? 0;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > BODY_LIMIT) {
      response.destroy();
      return fail("malformed");
    }
    parts.push(bytes);
  }
  try {
    return ok({ status, body: JSON.parse(Buffer.concat(parts).toString("utf8")) });
  } catch {
    // Refusals need no body; anything else without JSON is not the service we know.
    return status === 429 ? ok({ status, body: null }) : fail("malformed");
  }
}
