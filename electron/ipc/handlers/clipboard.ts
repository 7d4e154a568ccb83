import { ok } from "../../../shared/lib/result.ts";
import type { Handler } from "../answer.ts";

/** Longest address worth offering: what servers and browsers take everywhere (RFC 9110, section 4.1, asks for 8,000). */
const LONGEST = 2_048;

/**
 * `clipboard.offer`: the address on the clipboard, or null. Only a plain http or https address without credentials
 * leaves main; whatever else somebody has copied is nobody's business.
 */
export function clipboardHandler(readText: () => Promise<string>): Handler<"clipboard.offer"> {
  return async () => ok({ url: addressIn(await readText()) });
}

function addressIn(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || !/^https?:\/\/\S+$/i.test(trimmed)) return null;
  try {
    const { username, password, hostname } = new URL(trimmed);
    return username === "" && password === "" && hostname !== "" ? trimmed : null;
  } catch {
    return null; // looks like an address and is none
  }
}
