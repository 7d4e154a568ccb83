import { isIP } from "node:net";
import { isOneMachine } from "../../shared/lib/ip.ts";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Target, TargetError } from "../../shared/model/target.ts";
import { isOnionName } from "../checks/support/internal-name.ts";
import { isBlockedPort } from "./blocked-ports.ts";
import { displayName } from "./display-name.ts";
import { splitScheme } from "./target-scheme.ts";
import { hasHiddenCharacters, isErrorCode, unwrapPasted } from "./target-text.ts";

/** Longest address taken, in characters: what browsers and servers handle everywhere (RFC 9110 asks for 8,000 only of servers). */
export const TARGET_LIMIT = 2_048;

/**
 * What to check, from what a person typed or pasted. Normalises as browsers do (WHATWG URL), takes credentials and the
 * fragment out, guesses https where no scheme was typed. Never throws.
 */
export function parseTarget(input: string): Result<Target, TargetError> {
  const text = unwrapPasted(input.length > TARGET_LIMIT * 4 ? input.slice(0, TARGET_LIMIT * 4) : input);
  const refusal = refuseText(text);
  if (refusal !== null) return fail(refusal);
  const split = splitScheme(text);
  if (!split.ok) return split;
  const { scheme, rest } = split.value;
  const authority = /^[^/?#\\]*/.exec(rest)?.[0] ?? "";
  const hostAndPort = authority.slice(authority.lastIndexOf("@") + 1);
  if (hostAndPort === "" || hostAndPort.startsWith(":")) return fail("no-host");
  const port = portFault(hostAndPort);
  if (port !== null) return fail(port);
  const url = parseUrl(`${scheme ?? "https"}://${rest}`);
  if (url === null) return fail("bad-host");
  return finish({ text, url, schemeGuessed: scheme === null, hadCredentials: authority.includes("@") });
}

function refuseText(text: string): TargetError | null {
  if (text === "") return "empty";
  if (text.length > TARGET_LIMIT) return "too-long";
  if (/\s/u.test(text)) return "spaces";
  if (hasHiddenCharacters(text)) return "bad-host";
  return isErrorCode(text) ? "not-an-address" : null;
}

/** A port that is no number from 1 to 65535; null when there is none or it is fine. */
function portFault(hostAndPort: string): TargetError | null {
  const port = /:([^\]:]*)$/.exec(hostAndPort)?.[1];
  if (port === undefined || port === "") return null;
  // Colons without brackets: an IPv6 literal followed by something; the URL parser refuses it as a host.
  if (!hostAndPort.startsWith("[") && hostAndPort.split(":").length > 2) return null;
  const number = /^\d{1,6}$/.test(port) ? Number(port) : Number.NaN;
  return number >= 1 && number <= 65_535 ? null : "bad-port";
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

interface Parsed {
  readonly text: string;
  readonly url: URL;
  readonly schemeGuessed: boolean;
  readonly hadCredentials: boolean;
}

function finish({ text, url, schemeGuessed, hadCredentials }: Parsed): Result<Target, TargetError> {
  const scheme = url.protocol === "http:" ? "http" : "https";
  url.username = "";
  url.password = "";
  url.hash = "";
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) === 0 ? !isName(host) : !isOneMachine(host)) return fail("bad-host");
  // RFC 7686: such a name is never looked up in DNS, so nothing is asked of anybody.
  if (isOnionName(host)) return fail("needs-tor");
  const port = url.port === "" ? { http: 80, https: 443 }[scheme] : Number(url.port);
  if (isBlockedPort(port)) return fail("blocked-port");
  return ok({
    input: hadCredentials ? text.replace(/^((?:https?:)?[/\\]*)[^/?#\\]*@/i, "$1") : text,
    url: url.href,
    host,
    displayHost: displayName(host),
    port,
    scheme,
    schemeGuessed,
    credentialsRemoved: hadCredentials,
    kind: kindOf(host),
  });
}

/** A name DNS can carry (RFC 1035 lengths; underscores exist in the wild). */
function isName(host: string): boolean {
  return (
    host.length <= 253 && host.split(".").every((label) => /^[a-z0-9_-]{1,63}$/.test(label) && /[a-z0-9]/.test(label))
  );
}

function kindOf(host: string): Target["kind"] {
  if (/^127\.|^::1$|^::ffff:7f|(^|\.)localhost$/.test(host)) return "loopback";
  return isIP(host) === 0 ? "name" : "literal";
}
