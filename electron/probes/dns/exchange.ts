import type { ConnectOutcome } from "../../../shared/model/facts/connect-facts.ts";
import type { DnsOutcome } from "../../../shared/model/facts/dns-facts.ts";
import type { Dial } from "../probes.ts";
import { connectOutcomeOf } from "../tcp/connect-outcome.ts";
import type { Asked } from "./asked.ts";
import type { ReplyContent } from "./reply-content.ts";

/** One question to be carried to one server. */
export interface Ask {
  readonly asked: Asked;
  readonly edns: boolean;
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Where addresses really lead; absent in every real check-up. */
  readonly dial?: Dial;
}

/** Where to carry it. */
export interface Endpoint {
  /** IP literal, a zone may follow. */
  readonly address: string;
  readonly port: number;
}

/** Outcomes that come without a usable reply. */
export type FailedOutcome = Extract<
  DnsOutcome,
  "malformed" | "timeout" | "unreachable" | "connection-closed" | "tls-failed" | "http-failed" | "cancelled" | "error"
>;

/** How carrying it ended. */
export type ExchangeEnd =
  | { readonly kind: "reply"; readonly content: ReplyContent }
  /** To be asked again: over TCP, or without EDNS. */
  | { readonly kind: "truncated" }
  | { readonly kind: "no-edns" }
  | { readonly kind: "failed"; readonly outcome: FailedOutcome; readonly errno: string | null };

/** One exchange: its end and the replies thrown away on the way. */
export interface Exchange {
  readonly end: ExchangeEnd;
  readonly rejected: number;
}

/** A failed end. */
export function failed(outcome: FailedOutcome, errno: string | null = null): ExchangeEnd {
  return { kind: "failed", outcome, errno };
}

const OF_CONNECT: Readonly<Record<Exclude<ConnectOutcome, "connected">, FailedOutcome>> = {
  refused: "unreachable",
  unreachable: "unreachable",
  prohibited: "unreachable",
  reset: "connection-closed",
  timeout: "timeout",
  cancelled: "cancelled",
  error: "error",
};

/** What a connect that did not come about means for the query. */
export function failedConnect(outcome: Exclude<ConnectOutcome, "connected">, errno: string | null): ExchangeEnd {
  return failed(OF_CONNECT[outcome], errno);
}

/** What an error on an open connection means: a reset is a closed connection, a TLS alert that came late is TLS's. */
export function failedOpen(errno: string): ExchangeEnd {
  if (errno.startsWith("ERR_SSL_")) return failed("tls-failed", errno);
  const outcome = connectOutcomeOf(errno);
  return failed(outcome === "connected" ? "error" : OF_CONNECT[outcome], errno);
}
