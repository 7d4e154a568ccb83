import type { DnsRefusal } from "../../../shared/model/dns-job.ts";
import { KNOWN_DNS_SERVERS, type DnsCommand, type DnsFamily } from "../../../shared/model/dns-settings.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import { say } from "../../text/say.ts";

/** What is asked for one family, and where that comes from. */
export function sayFamily({ origin, configured, inUse }: DnsFamily, t: Translator): string {
  if (origin === "absent") return t("mydns.none");
  const servers = inUse ?? configured;
  const list = servers.length === 0 ? t("mydns.not-told") : servers.join(", ");
  return t("mydns.in-use", { servers: list, origin: t(`mydns.origin.${origin}`) });
}

/** Both families in one line, for a list. */
export function sayBefore({ v4, v6 }: { readonly v4: DnsFamily; readonly v6: DnsFamily }, t: Translator): string {
  const said = [v4, v6].filter(({ origin }) => origin !== "absent").map((family) => sayFamily(family, t));
  return said.length === 0 ? t("mydns.none") : said.join("; ");
}

/** The operator's name for its own set of servers, else the addresses. */
export function sayServers(servers: readonly string[], t: Translator): string {
  const known = Object.entries(KNOWN_DNS_SERVERS).find(([, own]) => servers.every((one) => own.some((o) => o === one)));
  return known === undefined || servers.length === 0 ? servers.join(", ") : t(`mydns.choose.${known[0]}`);
}

/** Why something about DNS could not be done. */
export function sayRefusal({ code, changed }: Pick<DnsRefusal, "code" | "changed">, t: Translator): string {
  if (code === "not-supported") return t("mydns.not-supported");
  const reason = say(t, `dns.failure.${code}`, t("dns.failure.failed"));
  return changed === "nothing" && code !== "already-set" ? `${reason} ${t("dns.failure.nothing-changed")}` : reason;
}

/** Why a call about DNS gave nothing. */
export function sayDnsError(code: ErrorCode, t: Translator): string {
  return say(t, `mydns.error.${code}`, say(t, `error.${code}`, code));
}

/** A command as one would type it: parts with blanks in quotes. */
export function sayCommand({ argv }: DnsCommand): string {
  return argv.map((part) => (part === "" || /[\s"']/.test(part) ? JSON.stringify(part) : part)).join(" ");
}
