import { createHash } from "node:crypto";
import { hostsEntriesFor } from "../../platform/readings/hosts-entries.ts";
import type { ByteSplice } from "../../platform/elevated/edit-hosts.ts";

/** A change of the hosts file, byte for byte. */
export interface HostsEdit {
  readonly splices: readonly ByteSplice[];
  /** SHA-256 of the file before and after, hexadecimal. */
  readonly before: string;
  readonly after: string;
  /** The lines concerned, as they were before. */
  readonly lines: readonly string[];
}

/** One line: where its text begins (after a byte order mark), the text, and its line end. Bytes as Latin-1 characters. */
interface Line {
  readonly at: number;
  readonly text: string;
  readonly end: string;
}

/** Begins a line that was turned into a note. */
function noteMark(id: string): string {
  return `#GoodGateway-${id}# `;
}

/** Ends a line that keeps the other names of such a line. */
function keptMark(id: string): string {
  return ` #GoodGateway-${id}+`;
}

/**
 * Turns every entry of the host into a note; other names on the same line keep an entry of their own. Null when there
 * is none. All other bytes stay: line ends, encoding, a missing last line end.
 */
export function commentOut(bytes: Buffer, host: string, id: string): HostsEdit | null {
  const lines = linesOf(bytes);
  const numbers = new Set(hostsEntriesFor(bytes.toString("utf8"), host).map(({ line }) => line));
  const concerned = lines.filter((_, index) => numbers.has(index + 1));
  if (concerned.length === 0) return null;
  const splices = concerned.flatMap((line): readonly ByteSplice[] => {
    const note = { at: line.at, remove: 0, insert: Buffer.from(noteMark(id), "latin1") };
    const kept = withoutHost(line.text, host);
    if (kept === null) return [note];
    const end = line.end === "" ? "\n" : line.end;
    const added = line.end === "" ? `${end}${kept}${keptMark(id)}` : `${kept}${keptMark(id)}${end}`;
    const after = line.at + line.text.length + line.end.length;
    return [note, { at: after, remove: 0, insert: Buffer.from(added, "latin1") }];
  });
  return editOf(bytes, splices, concerned);
}

/** Takes the notes of one change back. Null when not a single one stands there any more. */
export function bringBack(bytes: Buffer, id: string): HostsEdit | null {
  const lines = linesOf(bytes);
  const mark = noteMark(id);
  const splices = lines.flatMap((line, index): readonly ByteSplice[] => {
    if (line.text.startsWith(mark)) return [{ at: line.at, remove: mark.length, insert: Buffer.alloc(0) }];
    if (!line.text.endsWith(keptMark(id))) return [];
    const before = lines[index - 1];
    // A line that was added after an end without a line end brought that line end with it.
    const lead = line.end === "" && before !== undefined ? before.end.length : 0;
    return [{ at: line.at - lead, remove: lead + line.text.length + line.end.length, insert: Buffer.alloc(0) }];
  });
  const notes = lines.filter(({ text }) => text.startsWith(mark));
  return notes.length === 0 ? null : editOf(bytes, splices, notes);
}

function editOf(bytes: Buffer, splices: readonly ByteSplice[], lines: readonly Line[]): HostsEdit {
  return {
    splices,
    before: digest(bytes),
    after: digest(applySplices(bytes, splices)),
    lines: lines.map(({ text }) => Buffer.from(text, "latin1").toString("utf8")),
  };
}

/** What the bytes become. Splices stand in order and do not overlap. */
export function applySplices(bytes: Buffer, splices: readonly ByteSplice[]): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (const { at, remove, insert } of splices) {
    parts.push(bytes.subarray(from, at), insert);
    from = at + remove;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}

/** The address with the names that are not the host; null when there are none. Comments are left to the note. */
function withoutHost(text: string, host: string): string | null {
  const [address = "", ...names] = text.replace(/#.*$/, "").trim().split(/\s+/);
  const others = names.filter((name) => plain(name) !== plain(host));
  return others.length === 0 ? null : [address, ...others].join(" ");
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}

/** Lines as {@link hostsEntriesFor} counts them. */
function linesOf(bytes: Buffer): readonly Line[] {
  const text = bytes.toString("latin1");
  const start = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
  const lines: Line[] = [];
  let at = start;
  for (const [whole, content = "", end = ""] of text.slice(start).matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    if (whole === "" && at > start && lines.at(-1)?.end === "") break;
    lines.push({ at, text: content, end });
    at += whole.length;
  }
  return lines;
}

function digest(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
