import type { HttpExchange, HttpOutcome, HttpTimings } from "../../../shared/model/facts/http-facts.ts";
import type { TlsObservation } from "../../../shared/model/facts/tls-facts.ts";
import { elapsedMs } from "../deadline.ts";
import { type HttpRequest, familyOf } from "../probes.ts";
import type { ResponseHead } from "./response-head.ts";

type Phase = Exclude<keyof HttpTimings, "total">;

/** What was read of a body. */
export interface BodyRead {
  readonly sample: string;
  readonly bytes: number;
  readonly truncated: boolean;
  readonly hash: string | null;
}

const NO_BODY: BodyRead = { sample: "", bytes: 0, truncated: false, hash: null };

/** `host:port`, brackets round IPv6. */
export function authorityOf(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * Takes credentials and fragment out of an address, in place. Every setter writes the whole address anew, and a server
 * can send one of 64 KiB: only those that change something are used.
 */
export function stripUrl(url: URL): void {
  if (url.username !== "") url.username = "";
  if (url.password !== "") url.password = "";
  // An empty fragment has no hash, but its mark still stands; elsewhere the mark is always written as %23.
  if (url.href.includes("#")) url.hash = "";
}

/** The address of a request without credentials and fragment. */
export function cleanUrl(url: URL): string {
  if (url.username === "" && url.password === "" && !url.href.includes("#")) return url.href;
  const clean = new URL(url);
  stripUrl(clean);
  return clean.href;
}

/** Collects what one exchange shows, phase by phase; whatever ends it, all that was seen stays. */
export class ExchangeDraft {
  readonly #request: HttpRequest;
  readonly #url: string;
  readonly #startedAt = performance.now();
  readonly #phases: Record<Phase, number | null> = { lookup: null, connect: null, tls: null, firstByte: null };
  /** Peer address of the site; stays null through a proxy. */
  address: string | null = null;
  head: ResponseHead | null = null;
  body: BodyRead = NO_BODY;
  tls: TlsObservation | null = null;

  constructor(request: HttpRequest, url: string) {
    this.#request = request;
    this.#url = url;
  }

  /** Milliseconds since the start. */
  elapsed(): number {
    return elapsedMs(this.#startedAt);
  }

  /** Notes the end of a phase; the first time counts. */
  mark(phase: Phase): void {
    this.#phases[phase] ??= this.elapsed();
  }

  /** Drops a proxy's "tunnel open" answer, so that only the site's own counts. */
  forgetAnswer(): void {
    this.head = null;
    this.body = NO_BODY;
    this.#phases.firstByte = null;
  }

  /** The finished record. */
  finish(outcome: HttpOutcome, errno: string | null): HttpExchange {
    const { method, proxy } = this.#request;
    return {
      method,
      url: this.#url,
      outcome,
      address: this.address,
      family: this.address === null ? null : familyOf(this.address),
      proxy: proxy === null ? null : authorityOf(proxy.host, proxy.port),
      httpVersion: this.head?.httpVersion ?? null,
      status: this.head?.status ?? null,
      statusText: this.head?.statusText ?? "",
      headers: this.head?.headers ?? [],
      bodySample: this.body.sample,
      bodyBytes: this.body.bytes,
      bodyTruncated: this.body.truncated,
      bodyHash: this.body.hash,
      tls: this.tls,
      timings: { ...this.#phases, total: this.elapsed() },
      errno,
    };
  }
}
