/**
 * The text a program printed. UTF-16 is known by its byte order mark (some Windows tools), UTF-8 by being valid;
 * anything else is an old code page, of which only the ASCII part (digits, `TTL=`, addresses) can be relied on: it is
 * read as windows-1252, which maps every byte and loses none.
 */
export function decodeOutput(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
