import { z } from "zod";
import type { FieldKind } from "./field-kinds.ts";

z.config({ jitless: true });

/** What the redaction knows of one schema node. */
export interface FieldMark {
  /** What a string at this place holds; a function where a neighbour decides (`parent` is the object around it). */
  readonly kind?: FieldKind | ((parent: unknown) => FieldKind);
  /** The node is `[header name, value]`. */
  readonly headerPair?: true;
  /** The node is the values of a sentence: the placeholder's name and the sentence's key decide. */
  readonly messageValues?: true;
  /** The string names the same place as this neighbour (a display form): both get one pseudonym. */
  readonly aliasOf?: string;
}

/** The marks of every schema node that has one. */
export const FIELD_MARKS = z.registry<FieldMark>();

/** Longest string a report may hold at one place, characters: a body sample and room for its escapes. */
const STRING_LIMIT = 20_000;

/** A string field and what it may hold. The only way to put a string into the schema of a report. */
export function field(kind: FieldMark["kind"] & {}, limit = STRING_LIMIT): z.ZodString {
  return z.string().max(limit).register(FIELD_MARKS, { kind });
}

/** A string field that is another spelling of a neighbour. */
export function aliasField(kind: FieldKind, aliasOf: string): z.ZodString {
  return z.string().max(STRING_LIMIT).register(FIELD_MARKS, { kind, aliasOf });
}

/** A list with a cap: a report is a page, not a data base. */
export function list<Item extends z.ZodType>(item: Item, limit = 2000): z.ZodArray<Item> {
  return z.array(item).max(limit);
}

/** Milliseconds; negative only where a clock is compared. */
export const ms = z.number();
