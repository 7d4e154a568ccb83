import { z } from "zod";
import type { FieldKind } from "./field-kinds.ts";
import { FIELD_MARKS, type FieldMark } from "./field.ts";

/** One string of a report and where it stands. */
export interface StringPlace {
  readonly kind: FieldKind;
  readonly mark: FieldMark;
  /** The objects around it, from the root to the nearest. */
  readonly parents: readonly unknown[];
  /** Keys and indexes from the root. */
  readonly path: readonly (string | number)[];
}

/** What is done with each string; every method gives the string that takes its place. */
export interface StringVisitor {
  text(text: string, place: StringPlace): string;
  /** An HTTP header: both parts at once, since the name decides about the value. */
  header(name: string, value: string, path: StringPlace["path"]): readonly [string, string];
  /** One value of a sentence (`key` is the sentence's, empty for values without one). */
  messageValue(text: string, name: string, key: string): string;
}

interface Spot {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  readonly parents: readonly unknown[];
  readonly path: readonly (string | number)[];
}

/**
 * Copies a value along its schema, handing every string to the visitor. What the schema does not name is left out, so
 * nothing unknown survives; a string without a declared kind is an error of ours and throws (a test walks the whole
 * schema, so it cannot happen to a user).
 */
export function mapStrings(schema: z.core.$ZodType, value: unknown, visitor: StringVisitor): unknown {
  return walk({ schema, value, parents: [], path: [] }, visitor);
}

function walk(spot: Spot, visitor: StringVisitor): unknown {
  const { schema, value } = spot;
  if (value === null || value === undefined || typeof value === "number" || typeof value === "boolean") return value;
  const mark = FIELD_MARKS.get(schema) ?? {};
  if (mark.headerPair === true) return headerPair(spot, visitor);
  if (mark.messageValues === true) return messageValues(spot, visitor);
  const inner = innerOf(schema);
  if (inner !== null) return walk({ ...spot, schema: inner }, visitor);
  if (schema instanceof z.ZodObject) return objectOf(schema, spot, visitor);
  if (schema instanceof z.ZodArray) return arrayOf(schema, spot, visitor);
  if (isClosed(schema)) return value;
  if (typeof value !== "string") throw new Error(`not of the schema: ${spot.path.join(".")}`);
  return visitor.text(value, placeOf(spot, mark));
}

function placeOf({ parents, path }: Spot, mark: FieldMark): StringPlace {
  if (mark.kind === undefined) throw new Error(`no declared kind for ${path.join(".")}`);
  const kind = typeof mark.kind === "function" ? mark.kind(parents.at(-1)) : mark.kind;
  return { kind, mark, parents, path };
}

/** What a schema that only allows "or nothing" wraps; null for any other. */
export function innerOf(schema: z.core.$ZodType): z.core.$ZodType | null {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return schema.unwrap();
  return schema instanceof z.ZodExactOptional ? schema.unwrap() : null;
}

/** Words of a closed list, times, and counts by a closed key hold nothing private. */
export function isClosed(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral || schema instanceof z.ZodISODateTime) return true;
  return (
    schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum && schema.valueType instanceof z.ZodNumber
  );
}

function objectOf(schema: z.ZodObject, spot: Spot, visitor: StringVisitor): unknown {
  const from: object = Object(spot.value);
  const fields = Object.entries(schema.shape).flatMap(([key, child]): [string, unknown][] => {
    if (!Object.hasOwn(from, key)) return [];
    const value: unknown = Reflect.get(from, key);
    return [
      [key, walk({ schema: child, value, parents: [...spot.parents, from], path: [...spot.path, key] }, visitor)],
    ];
  });
  return Object.fromEntries(fields);
}

function arrayOf(schema: z.ZodArray, spot: Spot, visitor: StringVisitor): unknown {
  const items: readonly unknown[] = Array.isArray(spot.value) ? spot.value : [];
  return items.map((value, index) =>
    walk({ schema: schema.element, value, parents: spot.parents, path: [...spot.path, index] }, visitor),
  );
}

function headerPair({ value, path }: Spot, visitor: StringVisitor): readonly [string, string] {
  const [name, content]: readonly unknown[] = Array.isArray(value) ? value : [];
  return visitor.header(String(name), String(content), path);
}

function messageValues({ value, parents }: Spot, visitor: StringVisitor): unknown {
  const parent = parents.at(-1);
  const key = typeof parent === "object" && parent !== null && "key" in parent ? String(parent.key) : "";
  return Object.fromEntries(
    Object.entries(Object(value)).map(([name, item]) => [
      name,
      typeof item === "string" ? visitor.messageValue(item, name, key) : item,
    ]),
  );
}
