import { addressKind, canonicalAddress, isGenericRange } from "./address-class.ts";
import type { FieldKind } from "./field-kinds.ts";
import { canonicalHost, hostKind } from "./host-class.ts";
import type { Marker, RedactorParts } from "./marker.ts";
import { takesOut } from "./policy.ts";
import { urlParts, type UrlParts } from "./url-parts.ts";

/** Shortest part of a query that is looked for elsewhere, characters: shorter ones are page numbers and languages. */
const SECRET_PIECE = 6;

/** Takes what is private out of hosts, addresses, servers and URLs. */
export class PlaceRedactor {
  readonly #parts: RedactorParts;
  readonly #marker: Marker;

  constructor(parts: RedactorParts, marker: Marker) {
    this.#parts = parts;
    this.#marker = marker;
  }

  /** Hosts, addresses and URLs; null for other kinds. */
  of(text: string, kind: FieldKind): string | null {
    switch (kind) {
      case "host":
      case "local-host":
        return this.#host(text, kind === "local-host");
      case "address":
      case "own-address":
      case "router-address":
        return this.#address(text) ?? this.#host(text, true);
      case "server":
      case "local-server":
        return this.#server(text);
      case "url":
      case "local-url":
      case "typed-url":
        return this.#url(text, kind === "typed-url");
      case "url-path":
        return this.#pathAndQuery(text);
      default:
        return null;
    }
  }

  #host(text: string, local: boolean): string {
    const { roles, wellKnown } = this.#parts;
    const asAddress = this.#address(text);
    if (asAddress !== null) return asAddress;
    if (isGenericRange(text)) return text;
    const start = /^(?:\*?\.)?/u.exec(text)?.[0] ?? "";
    const written = canonicalHost(text.slice(start.length));
    const host = roles.aliases.get(written) ?? written;
    const site = roles.siteHosts.has(host);
    if (wellKnown.hosts.has(host) && !site) return text;
    const byName = hostKind(host, local || roles.localHosts.has(host));
    if (byName === null) return text;
    const found = site ? ({ kind: "host", base: "host" } as const) : byName;
    const name = this.#marker.out(text.slice(start.length), found.kind, found.base, host);
    return `${start}${name}`;
  }

  /** Null when the text is no address. */
  #address(text: string): string | null {
    const { roles, wellKnown } = this.#parts;
    const address = canonicalAddress(text);
    if (address === null) return null;
    const role = roles.routers.has(address) ? "router" : roles.own.has(address) ? "own" : "anybody";
    if (role === "anybody" && wellKnown.addresses.has(address) && !roles.siteHosts.has(address)) return text;
    const found = addressKind(address, role);
    if (found === null) return text;
    // A zone names an interface; a kept address keeps it only with a system's own name.
    return this.#marker.out(text, found.kind, found.base, address);
  }

  /** `address`, `address:port`, `[v6]:port`, `host:port`, any of them with `#name`, or a URL. */
  #server(text: string): string {
    if (text.includes("://")) return this.#url(text, false);
    const [place = "", name] = text.split("#", 2);
    const after = name === undefined ? "" : `#${this.#host(name, false)}`;
    const whole = this.#address(place);
    if (whole !== null) return `${whole}${after}`;
    const cut = /^(\[[^\]]*\]|[^:]*)(:\d{1,5})?$/u.exec(place);
    if (cut === null) return this.#marker.gone(text, "local-host");
    const host = cut[1] ?? "";
    const bracketed = host.startsWith("[") ? this.#bracketed(host) : this.#host(host, false);
    return `${bracketed}${cut[2] ?? ""}${after}`;
  }

  #bracketed(host: string): string {
    const inner = host.slice(1, -1);
    const shown = this.#host(inner, true);
    return shown === inner ? host : shown;
  }

  #url(text: string, loose: boolean): string {
    if (text.startsWith("/") && !text.startsWith("//")) return this.#pathAndQuery(text);
    const parts = urlParts(text, loose);
    if (parts === null) return this.#marker.gone(text, "path");
    const signIn = parts.signIn === "" ? "" : `${this.#marker.out(parts.signIn, "sign-in", null)}@`;
    const host = parts.host.startsWith("[") ? this.#bracketed(parts.host) : this.#host(parts.host, false);
    return `${parts.scheme}${signIn}${host}${parts.port}${this.#pathOf(parts)}`;
  }

  #pathOf(parts: UrlParts): string {
    const { wellKnown, roles } = this.#parts;
    const host = canonicalAddress(parts.host) ?? canonicalHost(parts.host);
    const public_ = (wellKnown.hosts.has(host) || wellKnown.addresses.has(host)) && !roles.siteHosts.has(host);
    return public_ ? `${parts.path}${this.#query(parts.rest)}` : this.#pathAndQuery(`${parts.path}${parts.rest}`);
  }

  #pathAndQuery(text: string): string {
    const at = text.search(/[?#]/u);
    const path = at < 0 ? text : text.slice(0, at);
    const rest = at < 0 ? "" : text.slice(at);
    const marked = this.#parts.earlier.has(path.slice(1));
    const shown = path === "" || path === "/" || marked ? path : this.#marker.out(path, "path", "path");
    return `${shown !== path && path.startsWith("/") ? "/" : ""}${shown}${this.#query(rest)}`;
  }

  #query(rest: string): string {
    if (rest.length < 2) return rest;
    const { pass, secrets } = this.#parts;
    if (pass === "announce" && takesOut(this.#parts.choice, "query"))
      for (const piece of rest.split(/[?#&=]/u)) if (piece.length >= SECRET_PIECE) secrets.add(piece);
    const sign = rest.slice(0, 1);
    const shown = this.#marker.out(rest.slice(1), "query", null);
    return `${sign}${shown}`;
  }
}
