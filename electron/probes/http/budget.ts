import { elapsedMs } from "../deadline.ts";
import { LIMITS } from "../limits.ts";
import type { Dial, ProbeOptions } from "../probes.ts";
import type { ReadLimit } from "./byte-reader.ts";

/** The time one exchange may take, and how much of it is left. */
export class Budget {
  readonly signal: AbortSignal;
  readonly #dial: Dial | undefined;
  readonly #startedAt = performance.now();
  readonly #totalMs: number;

  constructor(options: ProbeOptions) {
    this.signal = options.signal;
    this.#dial = options.dial;
    this.#totalMs = options.timeoutMs ?? LIMITS.httpTotalMs;
  }

  /** Milliseconds left, at least 1: a limit of zero would mean "none" to some. */
  left(): number {
    return Math.max(1, this.#totalMs - elapsedMs(this.#startedAt));
  }

  /** True once nothing is left. */
  spent(): boolean {
    return this.left() <= 1;
  }

  /** A phase's own limit, cut to what is left. */
  atMost(ms: number): number {
    return Math.min(ms, this.left());
  }

  /** Options for a connect that ends with this signal. */
  connectOptions(signal: AbortSignal): ProbeOptions {
    const timeoutMs = this.atMost(LIMITS.tcpConnectMs);
    return this.#dial === undefined ? { signal, timeoutMs } : { signal, timeoutMs, dial: this.#dial };
  }

  /** The limit of a head read from now on: absolute, however the bytes drip. */
  headLimit(): () => ReadLimit {
    const startedAt = performance.now();
    return () => ({
      signal: this.signal,
      ms: Math.max(1, this.atMost(LIMITS.httpHeadersMs - elapsedMs(startedAt))),
      onTimeout: "headers-timeout",
    });
  }

  /** The limit of one read of a body: silence counts, and the whole. */
  bodyLimit(): () => ReadLimit {
    return () => ({ signal: this.signal, ms: this.atMost(LIMITS.httpBodyIdleMs), onTimeout: "body-timeout" });
  }
}
