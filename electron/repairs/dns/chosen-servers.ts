import { isIP } from "node:net";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { KNOWN_DNS_SERVERS } from "../../../shared/model/dns-settings.ts";

/** Servers a person chose. */
export interface ChosenServers {
  /** `cloudflare`, `google`, `quad9` or `own`. */
  readonly id: string;
  /** IP literals in the order to write them. */
  readonly servers: readonly string[];
}

/** Why a choice cannot be used; the text is the part that is wrong. */
export interface ChosenServersFault {
  readonly code: "none" | "not-an-address" | "no-server-there" | "too-many";
  readonly text: string;
}

/** glibc asks three; Windows and macOS take more, but nobody waits for a fifth. */
const MOST_SERVERS = 4;

/** Reads `cloudflare`, `google`, `quad9`, or addresses separated by commas or spaces. */
export function chosenServers(words: readonly string[]): Result<ChosenServers, ChosenServersFault> {
  const parts = words.flatMap((word) => word.split(/[\s,]+/)).filter((part) => part !== "");
  const [first] = parts;
  if (first === undefined) return fail({ code: "none", text: "" });
  const known = Object.entries(KNOWN_DNS_SERVERS).find(([id]) => id === first.toLowerCase());
  if (known !== undefined && parts.length === 1) return ok({ id: known[0], servers: known[1] });
  const wrong = parts.find((part) => isIP(part) === 0 || part.includes("%"));
  if (wrong !== undefined) return fail({ code: "not-an-address", text: wrong });
  const nowhere = parts.find(isNowhere);
  if (nowhere !== undefined) return fail({ code: "no-server-there", text: nowhere });
  const servers = [...new Set(parts.map((part) => part.toLowerCase()))];
  if (servers.length > MOST_SERVERS) return fail({ code: "too-many", text: String(MOST_SERVERS) });
  return ok({ id: "own", servers });
}

/** Addresses where no server can be: unspecified, multicast, broadcast (RFC 6890). */
function isNowhere(address: string): boolean {
  return /^0\.|^(?:22[4-9]|23\d|24\d|25[0-5])\.|^::$|^ff/i.test(address);
}
