/** A page an application or an edge sends. */
export type Page =
  | {
      /** A page from tests/fixtures/gateway, by the signature it is a sample of; the status chooses among several. */
      readonly fixture: string;
      readonly status?: number;
    }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string };

/** How an application (what stands behind a gateway, or a server with nothing in front) treats requests. */
export interface Behaviour {
  readonly how:
    | "fine"
    /** Nothing listens. */
    | "refuse"
    /** Takes the request, then resets the connection. */
    | "reset"
    /** Takes the request, then closes without a word. */
    | "close"
    /** Takes the request and never answers. */
    | "silent"
    /** Answers with something that is not HTTP. */
    | "garbage"
    /** Promises more than it sends, then closes. */
    | "half"
    /** Chunked, and the last chunk never comes: closes in the middle. */
    | "cut-chunks"
    /** Says gzip and sends something else. */
    | "bad-gzip"
    /** Every page leads to itself. */
    | "redirect-loop"
    /** A page that takes long, but comes. */
    | "slow"
    | "page";
  readonly page?: Page;
  /** Only requests whose path starts with this; the others are fine. */
  readonly path?: string;
  /** Only every n-th request; the others are fine. */
  readonly every?: number;
  /** For `slow`, ms. */
  readonly delayMs?: number;
}
