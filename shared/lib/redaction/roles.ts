import type * as z from "zod";
import { canonicalAddress } from "./address-class.ts";
import { canonicalHost } from "./host-class.ts";
import { urlParts } from "./url-parts.ts";
import { mapStrings, type StringPlace, type StringVisitor } from "./walk.ts";

/** What must be known of the whole report before any single string can be judged. */
export interface Roles {
  readonly routers: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  /** Names of the target and of what it redirects to: the site, whatever they look like. */
  readonly siteHosts: ReadonlySet<string>;
  /** Names inside somebody's own network, wherever else they stand. */
  readonly localHosts: ReadonlySet<string>;
  /** Other spellings of a host (its Unicode form) and the spelling that stands for both. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Issuers that the whole world knows: those of chains that end in the public list of roots. */
  readonly publicIssuers: ReadonlySet<string>;
}

/** Reads the roles out of a report. */
export function rolesOf(schema: z.core.$ZodType, report: unknown): Roles {
  const reader = new RoleReader();
  mapStrings(schema, report, reader);
  return reader;
}

class RoleReader implements Roles, StringVisitor {
  readonly routers = new Set<string>();
  readonly own = new Set<string>();
  readonly siteHosts = new Set<string>();
  readonly localHosts = new Set<string>();
  readonly aliases = new Map<string, string>();
  readonly publicIssuers = new Set<string>();

  text(text: string, { kind, mark, parents, path }: StringPlace): string {
    this.#address(text, kind);
    const target = path[0] === "observations" && path[1] === "target";
    if (target && path[2] === "host") this.siteHosts.add(canonicalPlace(text));
    // Where a redirect leads is the site as well, also when the name looks like one of a private network.
    if (kind === "url" && path.includes("chain")) this.siteHosts.add(canonicalPlace(urlParts(text)?.host ?? ""));
    const local = localHostIn(text, kind);
    if (local !== "") this.localHosts.add(local);
    if (mark.aliasOf !== undefined) this.#alias(text, mark.aliasOf, parents.at(-1));
    if (kind === "issuer" && hasPublicRoot(parents.at(-2))) this.publicIssuers.add(text);
    return text;
  }

  header(name: string, value: string): readonly [string, string] {
    return [name, value];
  }

  messageValue(text: string): string {
    return text;
  }

  #address(text: string, kind: StringPlace["kind"]): void {
    const address = canonicalAddress(text);
    if (kind === "router-address" && address !== null) this.routers.add(address);
    if (kind === "own-address" && address !== null) this.own.add(address);
  }

  #alias(text: string, field: string, parent: unknown): void {
    const other: unknown = typeof parent === "object" && parent !== null ? Reflect.get(parent, field) : null;
    if (typeof other === "string" && other !== text) this.aliases.set(canonicalHost(text), canonicalHost(other));
  }
}

/** One spelling per name or literal. */
function canonicalPlace(host: string): string {
  return canonicalAddress(host) ?? canonicalHost(host);
}

/** The name in a field that holds something of a private network; empty for other fields. */
function localHostIn(text: string, kind: StringPlace["kind"]): string {
  if (kind === "local-host") return canonicalHost(text.replace(/^\*?\./u, ""));
  if (kind === "local-server" || kind === "local-url") return canonicalHost(urlParts(text, true)?.host ?? "");
  return "";
}

function hasPublicRoot(handshake: unknown): boolean {
  return typeof handshake === "object" && handshake !== null && Reflect.get(handshake, "root") === "bundled";
}
