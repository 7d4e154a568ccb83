/** Octets of the length in front of every message on a stream (RFC 1035, 4.2.2). */
const PREFIX_OCTETS = 2;

/** Cuts a stream into messages. */
export interface FrameReader {
  /** Takes what arrived and returns the messages that are whole now, in order. */
  push(chunk: Buffer): readonly Buffer[];
}

/** A reader that keeps at most one unfinished message (65,535 octets) and copies each octet once. */
export function createFrameReader(): FrameReader {
  const prefix = Buffer.alloc(PREFIX_OCTETS);
  let prefixFilled = 0;
  let frame: Buffer | null = null;
  let frameFilled = 0;
  return {
    push(chunk) {
      const whole: Buffer[] = [];
      let at = 0;
      while (at < chunk.length) {
        if (frame === null) {
          const copied = chunk.copy(prefix, prefixFilled, at);
          prefixFilled += copied;
          at += copied;
          if (prefixFilled < PREFIX_OCTETS) continue;
          frame = Buffer.alloc(prefix.readUInt16BE(0));
          frameFilled = 0;
        }
        const copied = chunk.copy(frame, frameFilled, at);
        frameFilled += copied;
        at += copied;
        if (frameFilled === frame.length) {
          whole.push(frame);
          frame = null;
          prefixFilled = 0;
        }
      }
      return whole;
    },
  };
}

/** A message with its length in front. */
export function frameOf(message: Buffer): Buffer {
  const prefix = Buffer.alloc(PREFIX_OCTETS);
  prefix.writeUInt16BE(message.length);
  return Buffer.concat([prefix, message]);
}
