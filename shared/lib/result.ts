/** The outcome of something that can fail in expected ways. Errors are data: `error` is a closed code or a small record, never a sentence. */
export type Result<Value, ErrorData> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ErrorData };

/** Wraps a value as a success. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps error data as a failure. */
export function fail<ErrorData>(error: ErrorData): { readonly ok: false; readonly error: ErrorData } {
  return { ok: false, error };
}
