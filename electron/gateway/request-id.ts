import { HEAD_CHARACTERS, plainText, TAIL_CHARACTERS } from "./page-view.ts";

/** The number under which a gateway or site logged this request: what a support desk asks for first. */
export interface RequestId {
  /** Header name in lower case, or what the page calls it, like `Reference #`. */
  readonly name: string;
  /** As the server wrote it, at most {@link LONGEST_ID} characters. */
  readonly value: string;
}

/** Ids are shorter than this everywhere; longer text is something else. */
const LONGEST_ID = 200;

/** Best first: the outermost gateway of the site, then platforms, then the site's own program. */
const HEADERS = [
  "cf-ray",
  "x-amz-cf-id",
  "x-azure-ref",
  "akamai-grn",
  "x-akamai-request-id",
  "x-iinfo",
  "x-sucuri-id",
  "cdn-requestid",
  "x-fastly-request-id",
  "fly-request-id",
  "x-vercel-id",
  "x-nf-request-id",
  "x-railway-request-id",
  "rndr-id",
  "x-github-request-id",
  "x-amzn-requestid",
  "x-amz-apigw-id",
  "apigw-requestid",
  "x-amzn-trace-id",
  "x-amz-request-id",
  "x-cloud-trace-context",
  "x-guploader-uploadid",
  "x-kong-request-id",
  "x-ms-request-id",
  "x-correlation-id",
  "x-request-id",
  "request-id",
  "x-trace-id",
  "x-varnish",
  "x-served-by",
] as const;

/** Where pages write it, in their plain form; the id ends at the first character that ids do not have. */
const IN_PAGES: readonly (readonly [words: string, name: string])[] = [
  ["reference #", "Reference #"],
  ["cloudflare ray id:<strong>", "Ray ID"],
  ['cloudflare ray id:<strong class="font-semibold">', "Ray ID"],
  ["ray id: ", "Ray ID"],
  ["incident id: ", "Incident ID"],
  ["support id is: ", "Support ID"],
  ["<requestid>", "RequestId"],
  ["not found - request id: ", "Request ID"],
  ["request id: ", "Request ID"],
  ["request_id: ", "request_id"],
  ["error reference number: ", "Error reference number"],
  ["xid: ", "XID"],
];

const ID_AT_START = /^[\w.\-:=+/@]{3,200}/;

function fromHeaders(headers: readonly (readonly [string, string])[]): RequestId | null {
  for (const wanted of HEADERS) {
    const value = headers.find(([name]) => name.toLowerCase() === wanted)?.[1].trim() ?? "";
    // Only what can be read out or pasted: printable ASCII.
    if (/^[\u0020-\u007e]+$/.test(value) && value.length <= LONGEST_ID) return { name: wanted, value };
  }
  return null;
}

/** The plain form is in lower case; the page itself has the id as it was written. */
function asWritten(page: string, id: string): string {
  const at = page.toLowerCase().indexOf(id);
  return at === -1 ? id : page.slice(at, at + id.length);
}

function fromPage(body: string): RequestId | null {
  const page =
    body.length > HEAD_CHARACTERS ? `${body.slice(0, HEAD_CHARACTERS)} ${body.slice(-TAIL_CHARACTERS)}` : body;
  const text = plainText(page);
  for (const [words, name] of IN_PAGES) {
    const at = text.indexOf(words);
    if (at === -1) continue;
    const id = ID_AT_START.exec(text.slice(at + words.length, at + words.length + LONGEST_ID))?.[0];
    if (id !== undefined) return { name, value: asWritten(page, id) };
  }
  return null;
}

/** The id to quote to the site's owner or its gateway's support; null when the answer has none. */
export function findRequestId(response: {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}): RequestId | null {
  return fromHeaders(response.headers) ?? fromPage(response.body);
}
