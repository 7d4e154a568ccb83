import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "./root.ts";

/** A desktop runtime: its program and the folder it lies in. */
export interface Runtime {
  readonly executable: string;
  readonly dist: string;
}

/** The runtime `npm start` would use, found by the same script. */
export async function findRuntime(): Promise<Runtime> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, "build/scripts/runtime.mjs")]);
  const executable = stdout.trim();
  return { executable, dist: dirname(executable) };
}
