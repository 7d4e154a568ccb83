/** A name read from a message. */
export interface WireName {
  /** The labels' octets; none for the root. */
  readonly labels: readonly Buffer[];
  /** Offset behind the name in the place where it was met (not behind what a pointer leads to). */
  readonly next: number;
}

/** Octets of a whole name on the wire, lengths and root included (RFC 1035, 3.1). */
const NAME_OCTETS = 255;

/**
 * Pointers followed in one name. A name has at most 127 labels, so no encoder needs more; with it a message of
 * 65,535 octets made of pointer chains costs milliseconds, not seconds.
 */
const POINTERS = 127;

/**
 * Reads the name at `offset`, compression pointers followed (RFC 1035, 4.1.4). Null when it runs past the end, is too
 * long, uses the reserved label types, or has a pointer that does not lead strictly backwards (loops).
 */
export function readWireName(message: Buffer, offset: number): WireName | null {
  const labels: Buffer[] = [];
  let at = offset;
  let lowest = offset;
  let next: number | null = null;
  let octets = 1;
  let pointers = 0;
  for (;;) {
    const length = message[at];
    if (length === undefined) return null;
    if (length === 0) return { labels, next: next ?? at + 1 };
    if (length < 0x40) {
      const end = at + 1 + length;
      octets += length + 1;
      if (end > message.length || octets > NAME_OCTETS) return null;
      labels.push(message.subarray(at + 1, end));
      at = end;
      continue;
    }
    const low = message[at + 1];
    pointers += 1;
    if (length < 0xc0 || low === undefined || pointers > POINTERS) return null;
    const target = ((length & 0x3f) << 8) | low;
    if (target >= lowest) return null;
    next ??= at + 2;
    lowest = target;
    at = target;
  }
}

/** Lower case for A-Z only: DNS compares no other letters (RFC 4343), and toLowerCase would turn a Kelvin sign into k. */
export function foldName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/(?<=.)\.$/, "");
}

/** True when the octets of the labels spell the given name, without regard to case. A dot inside a label never fits. */
export function spells(labels: readonly Buffer[], name: string): boolean {
  if (labels.some((label) => label.includes(0x2e))) return false;
  const text = labels.map((label) => label.toString("latin1")).join(".");
  return foldName(text) === (name === "." ? "" : foldName(name));
}
