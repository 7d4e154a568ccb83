/**
 * What a string of a report may hold. Every string field of the saved form declares one of these, so that what is
 * private is known from the field and never guessed from the text.
 *
 * - `safe`: a word of our own (code, product of our own tables, ISO time). Never private.
 * - `code`: a short machine word from the system or the wire (ECONNREFUSED, TLSv1.3, h2). Kept while it looks like one.
 * - `host`: a name of the site or of another public place. `local-host`: a name inside somebody's own network.
 * - `address`: an IP literal of anybody. `own-address`: of this machine or its network. `router-address`: of a router.
 * - `server`: `address:port`, `host:port` or a URL of a resolver or reference. `local-server`: the same of a proxy or of
 *   another helper of somebody's own network, whose name is nobody else's business.
 * - `url`, `local-url`, `typed-url`, `url-path`: an address of the web, one inside somebody's own network, one as a
 *   person typed it, a path with its query.
 * - `header`: value of an HTTP header (its name decides). `cookie`, `token`: never shown.
 * - `page`: a piece of a page. `wire-text`: a short text from the network (reason phrase, DNS error text).
 * - `dns-record`: text of a DNS record: may hold the asker's own address.
 * - `issuer`, `subject`, `fingerprint`, `body-hash`: what a certificate or a page can be recognised by.
 * - `mac`, `ssid`, `user`, `machine`, `file-path`, `guid`: what this computer and its owner can be recognised by.
 * - `adapter`, `adapter-id`: name and id of a network interface; people name them.
 * - `setting-place`: where a setting stands. `detail`: technical text of an error. `file-line`: a line of a file.
 * - `product`: a product, model or version of this machine. `place`: a town or country of a public measuring point.
 * - `note`: what the person wrote for the reader. `report-id`: what two copies of one report can be joined by.
 */
const FIELD_KINDS = [
  "safe",
  "code",
  "host",
  "local-host",
  "address",
  "own-address",
  "router-address",
  "server",
  "local-server",
  "url",
  "local-url",
  "typed-url",
  "url-path",
  "header",
  "cookie",
  "token",
  "page",
  "wire-text",
  "dns-record",
  "issuer",
  "subject",
  "fingerprint",
  "body-hash",
  "mac",
  "ssid",
  "user",
  "machine",
  "file-path",
  "guid",
  "adapter",
  "adapter-id",
  "setting-place",
  "detail",
  "file-line",
  "product",
  "place",
  "note",
  "report-id",
] as const;

/** One of {@link FIELD_KINDS}. */
export type FieldKind = (typeof FIELD_KINDS)[number];

/** How much is taken out of a report: for strangers, for the site's owner or the provider, nothing. */
export const REDACTION_LEVELS = ["strict", "standard", "none"] as const;

/** One of {@link REDACTION_LEVELS}. */
export type RedactionLevel = (typeof REDACTION_LEVELS)[number];

/**
 * What the reader of a report sees as the kind of something taken out; also what a person can switch by hand. Finer
 * than the fields where a field has parts (a URL has a host, a path, a query and perhaps a sign-in).
 */
export const REDACTED_KINDS = [
  "host",
  "local-host",
  "private-address",
  "cgnat-address",
  "link-local-address",
  "public-address",
  "own-public-address",
  "router",
  "sign-in",
  "path",
  "query",
  "header",
  "cookie",
  "token",
  "page",
  "text",
  "dns-record",
  "issuer",
  "subject",
  "certificate",
  "page-hash",
  "mac",
  "wifi",
  "user",
  "machine",
  "file-path",
  "id",
  "adapter",
  "setting",
  "detail",
  "file-line",
  "note",
  "hidden",
] as const;

/** One of {@link REDACTED_KINDS}. */
export type RedactedKind = (typeof REDACTED_KINDS)[number];
