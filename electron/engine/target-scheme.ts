import { isIPv6 } from "node:net";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { TargetError } from "../../shared/model/target.ts";

/** Schemes people do paste and that no check-up can open. */
const OTHER_SCHEMES: ReadonlySet<string> = new Set([
  ..."about blob brave chrome chrome-extension data edge file filesystem ftp ftps geo git gopher imap intent".split(
    " ",
  ),
  ..."irc javascript ldap ldaps magnet mailto moz-extension ms-settings news nfs nntp opera pop rtsp sftp sip".split(
    " ",
  ),
  ..."sips skype smb sms ssh steam tel telnet tftp urn vbscript view-source webcal ws wss xmpp".split(" "),
]);

/** Schemes whose rest may be digits only, so that they would read as host:port. */
const NUMBER_SCHEMES: ReadonlySet<string> = new Set(["tel", "sms", "sip", "sips", "skype", "geo"]);

/** A text split into what a URL is made of. `rest` starts at the authority. */
export interface SchemeSplit {
  /** Null when none was typed. */
  readonly scheme: "http" | "https" | null;
  readonly rest: string;
}

/** Separates the scheme from the rest, telling a port, an IPv6 literal and typed-in credentials from a scheme. */
export function splitScheme(text: string): Result<SchemeSplit, TargetError> {
  if (isIPv6(text)) return ok({ scheme: null, rest: `[${text}]` });
  if (/^(\\\\|[a-z]:[\\/]|\/(?!\/))/i.test(text)) return fail("not-an-address"); // a file or network-share path
  if (text.startsWith("//")) return ok({ scheme: null, rest: text.replace(/^\/+/, "") });
  const known = /^(https?):[/\\]*(.*)$/i.exec(text);
  if (known !== null && !isPortOf(known[2] ?? "", text)) {
    return ok({ scheme: known[1]?.toLowerCase() === "http" ? "http" : "https", rest: known[2] ?? "" });
  }
  return refuseOther(text) ?? ok({ scheme: null, rest: text });
}

/** `http:8080` names a host called http; `http://8080` an address. */
function isPortOf(rest: string, text: string): boolean {
  return /^\d{1,5}([/?#]|$)/.test(rest) && !/^https?:[/\\]/i.test(text);
}

function refuseOther(text: string): Result<never, TargetError> | null {
  // A sign before the scheme came along with the paste ("-https:/"); as a host it would hide what follows in a path.
  if (/^[^a-z0-9/?#\\[@][^/?#\\@]*:[/\\]/i.test(text)) return fail("scheme-misspelt");
  const slashes = /^([a-z][a-z0-9+.-]*)([:;.,]*)[/\\]{2}/i.exec(text);
  if (slashes !== null) return refuseBySlashes(slashes[1] ?? "", slashes[2] ?? "");
  const colon = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(text);
  if (colon === null) return null;
  const name = (colon[1] ?? "").toLowerCase();
  const rest = colon[2] ?? "";
  if (/^\d+([/?#]|$)/.test(rest) && !NUMBER_SCHEMES.has(name)) return null;
  if (OTHER_SCHEMES.has(name)) return fail("scheme-not-supported");
  if (rest === "" || /^[^/?#\\]*@/.test(rest)) return null; // an empty port; user:password@host
  if (!isHostLike(name)) return fail(unknownScheme(name));
  return /^[/?#]/.test(rest) ? null : fail("bad-port");
}

function isHostLike(name: string): boolean {
  return name.includes(".") || name === "localhost";
}

function refuseBySlashes(name: string, separator: string): Result<never, TargetError> | null {
  const scheme = name.toLowerCase();
  if (separator === ":") return fail(unknownScheme(scheme));
  return scheme === "http" || scheme === "https" || isMisspelt(scheme) ? fail("scheme-misspelt") : null;
}

function unknownScheme(scheme: string): TargetError {
  return !OTHER_SCHEMES.has(scheme) && isMisspelt(scheme) ? "scheme-misspelt" : "scheme-not-supported";
}

/** Within two typing errors of http or https, and not a word of its own. */
function isMisspelt(scheme: string): boolean {
  return scheme.length >= 2 && (editDistance(scheme, "http") <= 2 || editDistance(scheme, "https") <= 2);
}

/** Letters to insert, drop or replace to get from one word to the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
