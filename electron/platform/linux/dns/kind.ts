import type { Result } from "../../../../shared/lib/result.ts";
import type { DnsChange } from "../../../../shared/model/dns-change.ts";
import type { DnsLink, DnsPlan, DnsSettings, DnsSnapshot } from "../../../../shared/model/dns-settings.ts";
import type { DnsFailure, DnsOutcome, DnsPlanRequest } from "../../dns/dns-backend.ts";
import type { Reading } from "../../machine.ts";

/** What the script is told about one change, beside who, how long and which token. */
export interface KindArguments {
  readonly kind: "file" | "resolved" | "resolvconf" | "openresolv" | "nm";
  /** Interface index; "0" where the kind knows no links. */
  readonly link: string;
  readonly uuid: string;
  readonly before: string;
  readonly after: string;
  /** By space. */
  readonly servers: string;
  readonly profileBefore: string;
}

/** A link before its DNS is known. */
export interface BareLink {
  /** Interface index. */
  readonly id: string;
  readonly interfaceName: string;
  readonly defaultRoute: boolean;
  /** The router's address: which network this is, where nothing better is known. */
  readonly gateway: string | null;
}

/** One way to keep DNS settings on Linux. Nothing here elevates or writes; writing is the script's work. */
export interface DnsKind {
  /** The same link with its DNS. */
  describe(link: BareLink, signal: AbortSignal): Promise<DnsLink>;
  snapshot(link: BareLink, signal: AbortSignal): DnsOutcome<DnsSnapshot>;
  plan(request: DnsPlanRequest): Result<DnsPlan, DnsFailure>;
  settingsNow(snapshot: DnsSnapshot, signal: AbortSignal): Reading<DnsSettings>;
  arguments(change: Pick<DnsChange, "snapshot" | "plan">): KindArguments;
}

/** A failure before anything was touched. */
export function untouched(code: DnsFailure["code"], detail = ""): { readonly ok: false; readonly error: DnsFailure } {
  return { ok: false, error: { code, detail, changed: "nothing" } };
}

/** The servers of one family. */
export function ofFamily(servers: readonly string[], family: "v4" | "v6"): readonly string[] {
  return servers.filter((server) => server.includes(":") === (family === "v6"));
}
