import { type Condition, has, header, near, present } from "../conditions.ts";

/** Cloudflare's diagram (browser - Cloudflare - host) marks its own column as the one that failed. */
export const BLAMES_ITSELF = near('id="cf-cloudflare-status"', "cf-error-source", 200, ">");

/** `error code: N` as plain text, or the number in Cloudflare's page. */
export const code = (...codes: number[]): Condition =>
  has(...codes.flatMap((number) => [`error code: ${number}`, `cf-error-code">${number}`]));

/** Headers that only Cloudflare adds. */
export const SIGNS: readonly Condition[] = [header("server", "cloudflare"), present("cf-ray")];
