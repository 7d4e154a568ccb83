import type { Seeded } from "../lib/seeded.ts";

/** A JSON Schema as far as it is read here. */
type Schema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly maxLength?: number;
};

const HUGE = 2 * 1024 * 1024;

const LONG = "x".repeat(HUGE);
const WIDE = Array.from({ length: 300_000 }, () => 1);

/** What no call takes, whatever it is. */
const NEVER: readonly ((random: Seeded) => unknown)[] = [
  () => 0,
  () => Number.NaN,
  () => "../../../etc/passwd",
  () => "$(reboot) `reboot` && reboot | reboot; reboot",
  () => "-x --help",
  () => ["an", "array"],
  () => [],
  () => true,
  () => Symbol.iterator.toString(),
  () => LONG,
  (random) => deep(1_000 + random.below(4_000)),
  () => WIDE,
  () => new Map([["input", "x"]]),
  () => new Date(0),
  () => Buffer.from("octets"),
  () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  () => JSON.parse('{"constructor":{"prototype":{"polluted":true}}}') as unknown,
  () => ({ toString: "x", valueOf: "y" }),
  () => ({ "": "" }),
];

/**
 * An input that the given call must not take: nonsense for any call, or a good input with one thing wrong with it. Calls
 * that take nothing get something.
 */
export function invalidInput(json: unknown, random: Seeded): unknown {
  const schema = json as Schema;
  if (schema.type !== "object" || random.below(3) === 0) return notNothing(schema, random);
  const good = example(schema, random) as Record<string, unknown>;
  const keys = Object.keys(schema.properties ?? {}).filter((key) => spoilers(schema.properties?.[key]).length > 0);
  const needed = (schema.required ?? []).filter((key) => keys.includes(key));
  const way = random.below(3);
  if (way === 0 && needed.length > 0) {
    const { [random.pick(needed)]: _gone, ...rest } = good;
    return rest;
  }
  if (keys.length === 0) return notNothing(schema, random);
  const key = random.pick(keys);
  return { ...good, [key]: random.pick(spoilers(schema.properties?.[key])) };
}

function notNothing(schema: Schema, random: Seeded): unknown {
  const value = random.pick(NEVER)(random);
  // An object whose keys are all optional takes an empty one: a list is none of it.
  return schema.type === "object" && (schema.required ?? []).length === 0 ? [value] : value;
}

/** Values that this part of an input must refuse. */
function spoilers(schema: Schema | undefined): readonly unknown[] {
  if (schema === undefined) return [];
  const kinds = new Set((schema.anyOf ?? [schema]).map(({ type }) => type));
  // Of this part nothing is known (made by code): no value is surely wrong.
  if (kinds.has(undefined) && schema.enum === undefined && schema.const === undefined) return [];
  const wrong: unknown[] = [{ nested: { path: "/etc/passwd" } }, ["-x"], [{}], deep(2_000)].filter(
    (value) => !kinds.has(Array.isArray(value) ? "array" : "object"),
  );
  if (!kinds.has("string") && schema.enum === undefined) wrong.push("$(reboot)", "../..");
  if (!kinds.has("number") && !kinds.has("integer")) wrong.push(42, Number.POSITIVE_INFINITY);
  if (!kinds.has("boolean")) wrong.push(true);
  if (schema.enum !== undefined) wrong.push("none-of-these", "__proto__", "constructor");
  if (schema.type === "string" && schema.maxLength !== undefined) wrong.push("x".repeat(schema.maxLength + 1));
  return wrong;
}

/** An input that fits. */
function example(schema: Schema, random: Seeded): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  if (schema.anyOf !== undefined) return example(random.pick(schema.anyOf), random);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, example(schema.properties?.[key] ?? {}, random)]),
      );
    case "array":
      return [];
    case "boolean":
      return random.below(2) === 0;
    case "integer":
    case "number":
      return 200;
    case "null":
      return null;
    default:
      return "x";
  }
}

function deep(levels: number): unknown {
  let value: unknown = "bottom";
  for (let left = levels; left > 0; left -= 1) value = { down: value };
  return value;
}
