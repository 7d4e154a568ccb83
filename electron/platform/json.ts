/** A JSON object whose members are not known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The parsed text; null when it is not JSON (which no reading needs to tell from the JSON `null`). */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

/** Is it an object with named members (no array, not null)? */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text, or null for anything else. */
export function textIn(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** A finite number, also when it was written as text; null for anything else. */
export function numberIn(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/**
 * The rows of a list. PowerShell prints one row as the row itself, no row as null, and sometimes wraps the list as
 * `{value: [...], Count: n}`; all mean the same.
 */
export function rowsIn(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  if (isRecord(value) && Array.isArray(value["value"]) && "Count" in value) return value["value"];
  return [value];
}

/** The rows of a list that are objects. */
export function recordsIn(value: unknown): readonly JsonRecord[] {
  return rowsIn(value).filter((row) => isRecord(row));
}

/** The texts of a list. */
export function textsIn(value: unknown): readonly string[] {
  return rowsIn(value).filter((row) => typeof row === "string");
}
