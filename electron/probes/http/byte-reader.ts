import type { Duplex } from "node:stream";
import { onDeadline } from "../deadline.ts";
import { errnoOf } from "../errno.ts";
import { AnswerFault } from "./answer-fault.ts";

/** Bytes kept waiting before the peer is held back (TCP flow control does the rest). */
const QUEUE_BYTES = 128 * 1024;

/** How long one read may take, and what it is called when it does. */
export interface ReadLimit {
  readonly signal: AbortSignal;
  readonly ms: number;
  readonly onTimeout: "headers-timeout" | "body-timeout";
}

/**
 * Pulls bytes out of a connection one piece at a time. What arrived before a reset is still handed out, in order, and
 * the reset after it: a server that answers and then slams the door has answered.
 */
export class ByteReader {
  readonly #stream: Duplex;
  readonly #queue: Buffer[] = [];
  #queued = 0;
  #ended = false;
  #error: unknown = null;
  #wake: (() => void) | null = null;
  /** Bytes handed out so far. */
  bytesRead = 0;
  /** When the last byte arrived, by `performance.now()`; the reader's own start before the first one. */
  lastArrivalAt = performance.now();

  constructor(stream: Duplex) {
    this.#stream = stream;
    stream.on("data", this.#onData);
    stream.on("end", this.#onEnd);
    stream.on("close", this.#onEnd);
    stream.on("error", this.#onError);
    stream.resume();
    // A stream that was torn down meanwhile says nothing any more; its end must not be waited for.
    this.#ended = stream.destroyed;
    this.#error = stream.errored;
  }

  /** The next piece; null when the peer closed in an orderly way. Throws {@link AnswerFault} otherwise. */
  async read(limit: ReadLimit): Promise<Buffer | null> {
    if (this.#queue.length === 0 && !this.#ended && this.#error === null) await this.#arrival(limit);
    const piece = this.#queue.shift();
    if (piece !== undefined) {
      this.#queued -= piece.length;
      this.bytesRead += piece.length;
      if (this.#queued < QUEUE_BYTES && !this.#ended) this.#stream.resume();
      return piece;
    }
    if (this.#error === null) return null;
    const errno = errnoOf(this.#error);
    throw new AnswerFault(errno === "ECONNRESET" || errno === "EPIPE" ? "reset" : "error", errno);
  }

  /** Gives bytes back, to be read again first. */
  unread(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#queue.unshift(bytes);
    this.#queued += bytes.length;
    this.bytesRead -= bytes.length;
  }

  /** Lets go of the stream; what was not read goes back into it. */
  detach(): void {
    this.#stream.pause();
    this.#stream.off("data", this.#onData);
    this.#stream.off("end", this.#onEnd);
    this.#stream.off("close", this.#onEnd);
    this.#stream.off("error", this.#onError);
    const rest = Buffer.concat(this.#queue.splice(0));
    if (rest.length > 0 && !this.#ended) this.#stream.unshift(rest);
  }

  async #arrival(limit: ReadLimit): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const release = onDeadline(limit.signal, limit.ms, (why) => {
        this.#wake = null;
        reject(new AnswerFault(why === "cancelled" ? "cancelled" : limit.onTimeout));
      });
      this.#wake = () => {
        this.#wake = null;
        release();
        resolve();
      };
    });
  }

  readonly #onData = (piece: Buffer): void => {
    this.lastArrivalAt = performance.now();
    this.#queue.push(piece);
    this.#queued += piece.length;
    if (this.#queued >= QUEUE_BYTES) this.#stream.pause();
    this.#wake?.();
  };

  readonly #onEnd = (): void => {
    this.#ended = true;
    this.#wake?.();
  };

  readonly #onError = (error: unknown): void => {
    this.#error ??= error;
    this.#wake?.();
  };
}
