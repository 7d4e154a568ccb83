/** Just enough DER (ITU-T X.690) to write a certificate: the runtime can sign but has no certificate maker. */

/** One tag-length-value. */
export function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
}

function length(size: number): Buffer {
  if (size < 0x80) return Buffer.from([size]);
  const bytes: number[] = [];
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

/** SEQUENCE of elements in this order. */
export const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
/** SET of elements; the caller sorts them, as DER asks, where there is more than one. */
export const set = (...parts: readonly Buffer[]): Buffer => der(0x31, ...parts);
/** OCTET STRING. */
export const octets = (content: Buffer): Buffer => der(0x04, content);
/** UTF8String. */
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text, "utf8"));
/** BOOLEAN true; DER writes it as 255 and leaves false out where that is the default. */
export const truth = (): Buffer => der(0x01, Buffer.from([0xff]));

/** A positive INTEGER from big-endian bytes. */
export function integer(bytes: Buffer): Buffer {
  const first = bytes[0] ?? 0;
  return der(0x02, first >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** A BIT STRING without unused bits. */
export const bits = (content: Buffer): Buffer => der(0x03, Buffer.from([0]), content);

/** A UTCTime (until 2049; later years need GeneralizedTime). */
export function time(date: Date): Buffer {
  const text = date.toISOString().replaceAll(/[-:T]|\.\d+/gu, "");
  return date.getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(text.slice(2), "ascii"))
    : der(0x18, Buffer.from(text, "ascii"));
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

/** A context-specific, constructed tag. */
export const tagged = (number: number, ...parts: readonly Buffer[]): Buffer => der(0xa0 | number, ...parts);

/** A context-specific, primitive tag. */
export const primitive = (number: number, content: Buffer): Buffer => der(0x80 | number, content);
