/** Makes a forgotten union member a compile error; reaching it at run time is a bug in the caller. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
