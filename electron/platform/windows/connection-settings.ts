/** What a connection-settings value of the registry holds (WinINET's per connection, and WinHttpSettings). */
export interface ConnectionSettings {
  readonly manual: boolean;
  readonly pac: boolean;
  readonly autoDetect: boolean;
  readonly server: string;
  readonly bypass: string;
  readonly pacUrl: string;
}

/** Bits of the flags (PROXY_TYPE_* of wininet.h). */
const FLAG = { manual: 2, pac: 4, autoDetect: 8 } as const;

/**
 * Reads the binary value: version and counter (4 octets each), flags (4), then three texts, each led by its length (4):
 * servers, bypass list, PAC URL. Null when it is cut short or its lengths do not fit. All numbers are little-endian.
 */
export function parseConnectionSettings(hex: string): ConnectionSettings | null {
  if (!/^(?:[\da-f]{2})+$/i.test(hex)) return null;
  const bytes = Buffer.from(hex, "hex");
  if (bytes.length < 12) return null;
  const flags = bytes.readUInt32LE(8);
  const texts: string[] = [];
  let at = 12;
  // WinHTTP's value may end after the bypass list.
  while (texts.length < 3 && at + 4 <= bytes.length) {
    const length = bytes.readUInt32LE(at);
    if (at + 4 + length > bytes.length) return null;
    texts.push(bytes.toString("latin1", at + 4, at + 4 + length).replace(/\0.*$/s, ""));
    at += 4 + length;
  }
  const [server = "", bypass = "", pacUrl = ""] = texts;
  return {
    manual: (flags & FLAG.manual) !== 0,
    pac: (flags & FLAG.pac) !== 0,
    autoDetect: (flags & FLAG.autoDetect) !== 0,
    server,
    bypass,
    pacUrl,
  };
}

/** The flags as they stand in the value (PROXY_TYPE_*: 1 direct, 2 manual, 4 PAC, 8 automatic); null when it is cut short. */
export function connectionFlags(hex: string): number | null {
  return /^(?:[\da-f]{2}){12,}$/i.test(hex) ? Buffer.from(hex, "hex").readUInt32LE(8) : null;
}
