import { fail, ok } from "../../../shared/lib/result.ts";
import type { Reading } from "../machine.ts";
import type { SystemFiles } from "../system-files.ts";

/** The longest block lists that people put into it have about 200 000 names. */
const HOSTS_FILE_BYTES = 8 * 1024 * 1024;

/** Path and text of the hosts file; a missing file is an empty one, as it is for the system. */
export async function readHostsFile(
  files: SystemFiles,
  path: string,
  signal: AbortSignal,
): Reading<{ readonly path: string; readonly text: string }> {
  const text = await files.readText(path, HOSTS_FILE_BYTES);
  if (signal.aborted) return fail({ code: "cancelled", detail: "" });
  return text.ok ? ok({ path, text: text.value ?? "" }) : text;
}
