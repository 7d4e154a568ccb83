import { randomInt } from "node:crypto";
import type { Socket } from "node:net";
import { onDeadline } from "../deadline.ts";
import { errnoOf } from "../errno.ts";
import { encodeQuery } from "./asked.ts";
import { failed, failedOpen, type Ask, type Exchange, type ExchangeEnd } from "./exchange.ts";
import { createFrameReader, frameOf } from "./frame-reader.ts";
import { readReply } from "./read-reply.ts";

/** Foreign messages borne with on one stream. Nobody can slip them in as with UDP; a peer that sends more is broken. */
const FOREIGN_MESSAGES = 16;

/** RFC 8467, 4.1: padding for queries on encrypted transports. */
export const QUERY_PADDING = 128;

/**
 * Asks over an open connection (plain or TLS) and destroys it in the end. A message with another id or question is
 * counted and the next one awaited; a closed connection before the answer is `connection-closed`.
 */
export async function askOverStream(socket: Socket, ask: Ask, encrypted: boolean): Promise<Exchange> {
  const id = randomInt(0x1_0000);
  const frames = createFrameReader();
  return new Promise((resolve) => {
    let rejected = 0;
    let open = true;
    const finish = (end: ExchangeEnd): void => {
      if (!open) return;
      open = false;
      release();
      socket.destroy();
      resolve({ end, rejected });
    };
    const release = onDeadline(ask.signal, ask.timeoutMs, (why) => {
      finish(failed(why));
    });
    const onFrame = (frame: Buffer): void => {
      const read = readReply(frame, ask.asked, { id, edns: ask.edns, datagram: false });
      if (read.kind === "foreign") {
        rejected += 1;
        if (rejected >= FOREIGN_MESSAGES) finish(failed("malformed"));
      } else if (read.kind === "unreadable" || read.kind === "malformed") {
        finish(failed("malformed"));
      } else {
        finish(read);
      }
    };
    socket.on("data", (chunk: Buffer) => {
      for (const frame of frames.push(chunk)) if (open) onFrame(frame);
    });
    socket.on("error", (error) => {
      finish(failedOpen(errnoOf(error)));
    });
    socket.on("close", () => {
      finish(failed("connection-closed"));
    });
    socket.write(frameOf(encodeQuery(ask.asked, { id, edns: ask.edns, padTo: encrypted ? QUERY_PADDING : null })));
  });
}
