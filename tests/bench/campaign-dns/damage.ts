import type { Seeded } from "../lib/seeded.ts";

/** Octets and words that decoders trip over: ends, signs, pointers, lengths. */
const ODD_OCTETS = [0x00, 0x01, 0x3f, 0x40, 0x7f, 0x80, 0xbf, 0xc0, 0xff];
const ODD_WORDS = [0x0000, 0x0001, 0x000c, 0x7fff, 0x8000, 0xc000, 0xc00b, 0xc00c, 0xc00d, 0xffff];
/** Largest damaged message, octets: what a stream can carry (RFC 1035, 4.2.2). */
const LARGEST = 65_535;

type Damage = (message: Buffer, random: Seeded, other: Buffer) => Buffer;

const DAMAGES: readonly Damage[] = [
  // One bit.
  (message, random) =>
    at(message, random, (copy, where) => void (copy[where] = (copy[where] ?? 0) ^ (1 << random.below(8)))),
  // One odd octet.
  (message, random) => at(message, random, (copy, where) => void (copy[where] = random.pick(ODD_OCTETS))),
  // One odd word: counts, lengths, types, pointers.
  (message, random) =>
    at(
      message,
      random,
      (copy, where) => void copy.writeUInt16BE(random.pick(ODD_WORDS), Math.min(where, copy.length - 2)),
    ),
  // Cut short.
  (message, random) => message.subarray(0, random.below(message.length + 1)),
  // Something behind the end.
  (message, random) => Buffer.concat([message, noise(random, random.below(64))]),
  // A part taken out.
  (message, random) => {
    const from = random.below(message.length + 1);
    return Buffer.concat([message.subarray(0, from), message.subarray(from + random.below(16))]);
  },
  // A part of itself once more.
  (message, random) => {
    const from = random.below(message.length + 1);
    const part = message.subarray(from, from + random.below(32));
    return Buffer.concat([message.subarray(0, from), part, message.subarray(from)]);
  },
  // Head of one, tail of another.
  (message, random, other) =>
    Buffer.concat([
      message.subarray(0, random.below(message.length + 1)),
      other.subarray(random.below(other.length + 1)),
    ]),
  // Nothing but noise behind our id.
  (message, random) => Buffer.concat([message.subarray(0, 2), noise(random, random.below(600))]),
];

/** One to four kinds of damage, one after the other. Now and then the result is blown up to the largest size. */
export function damage(message: Buffer, random: Seeded, other: Buffer): Buffer {
  let result = message;
  for (let left = 1 + random.below(4); left > 0; left -= 1) result = random.pick(DAMAGES)(result, random, other);
  if (random.below(2_000) === 0 && result.length > 0) {
    result = Buffer.concat(Array.from({ length: Math.ceil(LARGEST / result.length) }, () => result));
  }
  return result.subarray(0, LARGEST);
}

function at(message: Buffer, random: Seeded, change: (copy: Buffer, where: number) => void): Buffer {
  if (message.length < 2) return message;
  const copy = Buffer.from(message);
  change(copy, random.below(copy.length));
  return copy;
}

function noise(random: Seeded, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}
