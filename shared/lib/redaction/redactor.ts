import type { FieldKind, RedactedKind } from "./field-kinds.ts";
import { redactHeaderValue, type HeaderTools } from "./header-value.ts";
import { isPublicHeaderName } from "./header-rules.ts";
import { Marker, type RedactorParts } from "./marker.ts";
import { removed } from "./marks.ts";
import { messageValueKind } from "./message-kinds.ts";
import { PlaceRedactor } from "./place-redactor.ts";
import { takesOut } from "./policy.ts";
import { isSystemAdapterName, isSystemPath, isSystemSetting, looksLikeCode, REASON_PHRASES } from "./safe-words.ts";
import type { StringPlace, StringVisitor } from "./walk.ts";

/** A short text from the wire that `standard` still shows, characters. */
const WIRE_TEXT_LIMIT = 200;

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
  readonly #marker: Marker;
  readonly #places: PlaceRedactor;
  readonly #headerTools: HeaderTools;

  constructor(parts: RedactorParts) {
    this.#parts = parts;
    this.#marker = new Marker(parts);
    this.#places = new PlaceRedactor(parts, this.#marker);
    this.#headerTools = {
      strict: parts.choice.level === "strict",
      takesOut: (kind) => takesOut(parts.choice, kind),
      gone: (text, kind) => this.#marker.gone(text, kind),
      guarded: (text, kind) => this.#marker.guarded(text, kind),
      url: (text) => this.#places.of(text, "url") ?? text,
      server: (text) => this.#places.of(text, "server") ?? text,
    };
  }

  text(text: string, { kind, parents }: StringPlace): string {
    if (kind === "subject") return this.#subject(text, parents.at(-1));
    return this.#byKind(text, kind);
  }

  header(name: string, value: string): readonly [string, string] {
    const { choice } = this.#parts;
    const plainName = isPublicHeaderName(name) || !this.#strict();
    const shownName = plainName || !takesOut(choice, "header") ? name : this.#marker.out(name, "header", null);
    return [shownName, redactHeaderValue(name, value, this.#headerTools)];
  }

  messageValue(text: string, name: string, key: string): string {
    const kind = messageValueKind(name, key);
    if (kind === null) return this.#marker.gone(text, "detail");
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
    if (this.#parts.choice.hide?.includes(text) === true) return this.#marker.out(text, "hidden", "hidden");
    const whole = WHOLE[kind];
    if (whole !== undefined) return this.#marker.out(text, whole[0], whole[1]);
    const gone = GONE[kind];
    if (gone !== undefined) return this.#marker.gone(text, gone);
    return this.#places.of(text, kind) ?? this.#words(text, kind);
  }

  /** Fields whose text stays while it has a known form. */
  #words(text: string, kind: FieldKind): string {
    const form = KNOWN_FORMS[kind];
    if (form !== undefined) return form.known(text) ? text : this.#marker.out(text, form.kind, form.base);
    switch (kind) {
      case "safe":
        return text;
      case "wire-text":
        return this.#wireText(text);
      case "page":
        return this.#page(text);
      case "issuer":
        return this.#parts.roles.publicIssuers.has(text) ? text : this.#marker.out(text, "issuer", "issuer");
      case "code":
        return looksLikeCode(text) ? this.#marker.guarded(text, "text") : this.#marker.gone(text, "text");
      case "note":
        return this.#marker.gone(text, "note");
      default:
        return this.#marker.guarded(text, "text");
    }
  }

  #subject(text: string, certificate: unknown): string {
    const names: unknown =
      typeof certificate === "object" && certificate !== null && "names" in certificate ? certificate.names : [];
    const leaf = Array.isArray(names) && names.length > 0;
    if (leaf && /^[*\w-]+(?:\.[\w-]+)+\.?$/u.test(text)) return this.#byKind(text, "host");
    if (this.#parts.roles.publicIssuers.has(text)) return text;
    return text === "" ? text : this.#marker.out(text, "subject", "subject");
  }

  #wireText(text: string): string {
    if (REASON_PHRASES.has(text.toLowerCase())) return text;
    // A text of this length is no reason phrase but a piece of a page.
    return this.#marker.gone(text, text.length > WIRE_TEXT_LIMIT ? "page" : "text");
  }

  /** Of a page only its title stays, and only where texts from the wire stay. */
  #page(text: string): string {
    if (this.#strict() || !takesOut(this.#parts.choice, "page")) return this.#marker.gone(text, "page");
    const title = /<title[^>]*>([^<]{1,200})<\/title>/iu.exec(text)?.[1];
    const { pass, secrets, ledger } = this.#parts;
    if (pass === "announce") return text;
    ledger.count("page");
    if (title === undefined || secrets.heldBy(title)) return removed("page");
    return `<title>${title}</title>`;
  }
}
