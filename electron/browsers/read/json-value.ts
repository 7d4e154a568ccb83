/** A record of JSON; null when the value is anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** The value under a way of keys into JSON; undefined when the way ends before. */
export function valueAt(value: unknown, ...way: readonly string[]): unknown {
  let at: unknown = value;
  for (const key of way) {
    const record = recordOf(at);
    if (record === null || !Object.hasOwn(record, key)) return undefined;
    at = record[key];
  }
  return at;
}

/** A text with something in it; null otherwise. */
export function textAt(value: unknown, ...way: readonly string[]): string | null {
  const found = valueAt(value, ...way);
  return typeof found === "string" && found.trim() !== "" ? found.trim() : null;
}

/** The texts of a list; empty when there is none. */
export function textsAt(value: unknown, ...way: readonly string[]): readonly string[] {
  const found: unknown = valueAt(value, ...way);
  const items: readonly unknown[] = Array.isArray(found) ? found : [];
  return items.filter((item) => typeof item === "string");
}

/** JSON as it stands in a file; null when it is none (a browser may be writing it at this moment). */
export function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
