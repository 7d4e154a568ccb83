import { addressKind, canonicalAddress, isGenericRange } from "./address-class.ts";
import type { FieldKind, RedactedKind } from "./field-kinds.ts";
import { redactHeaderValue, type HeaderTools } from "./header-value.ts";
import { isPublicHeaderName } from "./header-rules.ts";
import { canonicalHost, hostKind } from "./host-class.ts";
import type { ItemList } from "./items.ts";
import type { KnownSecrets } from "./known-secrets.ts";
import type { Ledger } from "./ledger.ts";
import { removed } from "./marks.ts";
import { messageValueKind } from "./message-kinds.ts";
import { takesOut, type RedactionChoice } from "./policy.ts";
import type { Roles } from "./roles.ts";
import { isSystemAdapterName, isSystemPath, isSystemSetting, looksLikeCode, REASON_PHRASES } from "./safe-words.ts";
import { urlParts, type UrlParts } from "./url-parts.ts";
import type { StringPlace, StringVisitor } from "./walk.ts";

/** Names and addresses that everybody uses and that a reader needs: public resolvers, connectivity checks. */
export interface WellKnown {
  readonly hosts: ReadonlySet<string>;
  /** In canonical spelling. */
  readonly addresses: ReadonlySet<string>;
}

/** What one pass over a report works with. */
export interface RedactorParts {
  readonly choice: RedactionChoice;
  readonly wellKnown: WellKnown;
  readonly roles: Roles;
  readonly ledger: Ledger;
  readonly secrets: KnownSecrets;
  /** Gets everything private, once per place, while the marks are put in place. */
  readonly items: ItemList;
  /** Marks that stand in the report already, from an earlier redaction. */
  readonly earlier: ReadonlySet<string>;
  /** `announce`: only note what will be taken out. `write`: put the marks in place. */
  readonly pass: "announce" | "write";
}

/** A short text from the wire that `standard` still shows, characters. */
const WIRE_TEXT_LIMIT = 200;

/** Shortest part of a query that is looked for elsewhere, characters: shorter ones are page numbers and languages. */
const SECRET_PIECE = 6;

/** Kinds whose whole value is replaced by a name. */
const WHOLE: Readonly<Partial<Record<FieldKind, readonly [RedactedKind, string]>>> = {
  fingerprint: ["certificate", "certificate"],
  "body-hash": ["page-hash", "page"],
  mac: ["mac", "mac"],
  ssid: ["wifi", "wifi"],
  user: ["user", "user"],
  machine: ["machine", "machine"],
  guid: ["id", "id"],
  "report-id": ["id", "id"],
};

/** Kinds that are simply taken out. */
const GONE: Readonly<Partial<Record<FieldKind, RedactedKind>>> = {
  cookie: "cookie",
  token: "token",
  "dns-record": "dns-record",
  detail: "detail",
  "file-line": "file-line",
};

/** Kinds whose text stays when it is the same on every machine. */
const KNOWN_FORMS: Readonly<
  Partial<Record<FieldKind, { known(text: string): boolean; kind: RedactedKind; base: string | null }>>
> = {
  "file-path": { known: isSystemPath, kind: "file-path", base: "path-on-disk" },
  adapter: { known: isSystemAdapterName, kind: "adapter", base: "adapter" },
  "adapter-id": { known: (text) => /^\d{1,5}$/u.test(text) || isSystemAdapterName(text), kind: "id", base: "id" },
  "setting-place": { known: isSystemSetting, kind: "setting", base: null },
};

/** Takes what is private out of each string by what its field may hold, never by what the text looks like. */
export class Redactor implements StringVisitor {
  readonly #parts: RedactorParts;
  readonly #headerTools: HeaderTools;

  constructor(parts: RedactorParts) {
    this.#parts = parts;
    this.#headerTools = {
      strict: parts.choice.level === "strict",
      takesOut: (kind) => takesOut(parts.choice, kind),
      gone: (text, kind) => this.#gone(text, kind),
      guarded: (text, kind) => this.#guarded(text, kind),
      url: (text) => this.#url(text, false),
      server: (text) => this.#server(text),
    };
  }

  text(text: string, { kind, parents }: StringPlace): string {
    if (kind === "subject") return this.#subject(text, parents.at(-1));
    return this.#byKind(text, kind);
  }

  header(name: string, value: string): readonly [string, string] {
    const { choice } = this.#parts;
    const plainName = isPublicHeaderName(name) || !this.#strict();
    const shownName = plainName || !takesOut(choice, "header") ? name : this.#out(name, "header", null);
    return [shownName, redactHeaderValue(name, value, this.#headerTools)];
  }

  messageValue(text: string, name: string, key: string): string {
    const kind = messageValueKind(name, key);
    if (kind === null) return this.#gone(text, "detail");
    if (kind === "safe" || kind === "wire-text" || kind === "issuer") return this.#byKind(text, kind);
    return text
      .split(", ")
      .map((part) => this.#byKind(part, kind))
      .join(", ");
  }

  #strict(): boolean {
    return this.#parts.choice.level === "strict";
  }

  #byKind(text: string, kind: FieldKind): string {
    if (text === "" || this.#parts.earlier.has(text)) return text;
    if (this.#parts.choice.hide?.includes(text) === true) return this.#out(text, "hidden", "hidden");
    const whole = WHOLE[kind];
    if (whole !== undefined) return this.#out(text, whole[0], whole[1]);
    const gone = GONE[kind];
    if (gone !== undefined) return this.#gone(text, gone);
    return this.#place(text, kind) ?? this.#words(text, kind);
  }

  /** Hosts, addresses and URLs; null for other kinds. */
  #place(text: string, kind: FieldKind): string | null {
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

  /** Fields whose text stays while it has a known form. */
  #words(text: string, kind: FieldKind): string {
    const form = KNOWN_FORMS[kind];
    if (form !== undefined) return form.known(text) ? text : this.#out(text, form.kind, form.base);
    switch (kind) {
      case "safe":
        return text;
      case "wire-text":
        return this.#wireText(text);
      case "page":
        return this.#page(text);
      case "issuer":
        return this.#parts.roles.publicIssuers.has(text) ? text : this.#out(text, "issuer", "issuer");
      case "code":
        return looksLikeCode(text) ? this.#guarded(text, "text") : this.#gone(text, "text");
      case "note":
        return this.#gone(text, "note");
      default:
        return this.#guarded(text, "text");
    }
  }

  /** Replaces a value by its name; `base` null only marks the kind. */
  #out(value: string, kind: RedactedKind, base: string | null, canonical = value): string {
    const { ledger, secrets, pass, earlier, items } = this.#parts;
    if (value === "" || earlier.has(value)) return value;
    const taken = this.#takesOut(value, canonical, kind);
    if (pass === "announce") {
      if (!taken) return value;
      secrets.add(value);
      secrets.add(canonical);
      if (base !== null) ledger.announce(canonical, kind, base);
      return value;
    }
    const mark = taken ? this.#markOf(canonical, kind, base) : "";
    items.note(canonical, { value, kind, mark });
    return taken ? mark : value;
  }

  #markOf(canonical: string, kind: RedactedKind, base: string | null): string {
    const { ledger } = this.#parts;
    const name = base === null ? null : ledger.use(canonical);
    if (name !== null) return name;
    ledger.count(kind);
    return removed(kind);
  }

  /** A single item chosen by hand comes before its kind. */
  #takesOut(value: string, canonical: string, kind: RedactedKind): boolean {
    const { choice } = this.#parts;
    const among = (items: readonly string[] = []): boolean => items.includes(value) || items.includes(canonical);
    return !among(choice.keep) && (among(choice.hide) || takesOut(choice, kind));
  }

  /** Taken out without a name; where the level keeps the kind, a text still must not hold what was taken out elsewhere. */
  #gone(text: string, kind: RedactedKind): string {
    if (text === "") return text;
    const shown = this.#out(text, kind, null);
    return shown === text ? this.#guarded(text, kind) : shown;
  }

  /** A text that stays unless it holds something that was taken out elsewhere. */
  #guarded(text: string, kind: RedactedKind): string {
    const { choice, pass, secrets, ledger } = this.#parts;
    if (choice.level === "none" || pass === "announce" || !secrets.heldBy(text)) return text;
    ledger.count(kind);
    return removed(kind);
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
    const name = this.#out(text.slice(start.length), found.kind, found.base, host);
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
    return this.#out(text, found.kind, found.base, address);
  }

  /** `address`, `address:port`, `[v6]:port`, `host:port`, any of them with `#name`, or a URL. */
  #server(text: string): string {
    if (text.includes("://")) return this.#url(text, false);
    const [place = "", name] = text.split("#", 2);
    const after = name === undefined ? "" : `#${this.#host(name, false)}`;
    const whole = this.#address(place);
    if (whole !== null) return `${whole}${after}`;
    const cut = /^(\[[^\]]*\]|[^:]*)(:\d{1,5})?$/u.exec(place);
    if (cut === null) return this.#gone(text, "local-host");
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
    if (parts === null) return this.#gone(text, "path");
    const signIn = parts.signIn === "" ? "" : `${this.#out(parts.signIn, "sign-in", null)}@`;
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
    const shown = path === "" || path === "/" || marked ? path : this.#out(path, "path", "path");
    return `${shown !== path && path.startsWith("/") ? "/" : ""}${shown}${this.#query(rest)}`;
  }

  #query(rest: string): string {
    if (rest.length < 2) return rest;
    const { pass, secrets } = this.#parts;
    if (pass === "announce" && takesOut(this.#parts.choice, "query"))
      for (const piece of rest.split(/[?#&=]/u)) if (piece.length >= SECRET_PIECE) secrets.add(piece);
    const sign = rest.slice(0, 1);
    const shown = this.#out(rest.slice(1), "query", null);
    return `${sign}${shown}`;
  }

  #subject(text: string, certificate: unknown): string {
    const names: unknown =
      typeof certificate === "object" && certificate !== null && "names" in certificate ? certificate.names : [];
    const leaf = Array.isArray(names) && names.length > 0;
    if (leaf && /^[*\w-]+(?:\.[\w-]+)+\.?$/u.test(text)) return this.#byKind(text, "host");
    if (this.#parts.roles.publicIssuers.has(text)) return text;
    return text === "" ? text : this.#out(text, "subject", "subject");
  }

  #wireText(text: string): string {
    if (REASON_PHRASES.has(text.toLowerCase())) return text;
    // A text of this length is no reason phrase but a piece of a page.
    return this.#gone(text, text.length > WIRE_TEXT_LIMIT ? "page" : "text");
  }

  /** Of a page only its title stays, and only where texts from the wire stay. */
  #page(text: string): string {
    if (this.#strict() || !takesOut(this.#parts.choice, "page")) return this.#gone(text, "page");
    const title = /<title[^>]*>([^<]{1,200})<\/title>/iu.exec(text)?.[1];
    const { pass, secrets, ledger } = this.#parts;
    if (pass === "announce") return text;
    ledger.count("page");
    if (title === undefined || secrets.heldBy(title)) return removed("page");
    return `<title>${title}</title>`;
  }
}
