import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import type { GatewayResponse } from "../../../../electron/gateway/page-view.ts";

const Response = z.object({
  status: z.number(),
  statusText: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
});
const Positive = Response.extend({ expect: z.string() });
const Fine = Response.extend({ why: z.string() });

const folder = resolve(import.meta.dirname, "../../../fixtures/gateway");

/** `captured` was recorded from real servers on loopback; the others are the shortest form of what products send. */
const FILES = [
  "captured",
  "local",
  "proxies",
  "filters",
  "proxy-status",
  "cloudflare",
  "cdns",
  "clouds",
  "platforms",
  "servers",
  "hosting",
  "bare-status",
  "found-later",
];

function read(name: string): unknown {
  return JSON.parse(readFileSync(resolve(folder, `${name}.json`), "utf8"));
}

/** Responses with the signature they must get. */
export const POSITIVES = FILES.flatMap((file) =>
  z
    .array(Positive)
    .parse(read(file))
    .map((one) => ({ ...one, file })),
);

/** Responses that nobody may be blamed for. */
export const FINE_PAGES = z.array(Fine).parse(read("fine"));

/** A response made up in a test. */
export function response(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): GatewayResponse {
  return { status, statusText: "", headers: Object.entries(headers), body };
}
