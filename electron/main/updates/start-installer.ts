import { launchProgram, type LaunchRequest, type ProgramFailure } from "../../platform/exec.ts";

/**
 * What the library takes from an error's code: "EACCES" and "UNKNOWN" mean that Windows wants an administrator, and it
 * tries again through the installer's own elevate.exe; anything else is told. No ENOENT: for that it would hand the file
 * to the desktop, past the one place that starts programs.
 */
const CODES: Readonly<Partial<Record<ProgramFailure["code"], string>>> = {
  "not-permitted": "EACCES",
  failed: "UNKNOWN",
};

/**
 * Starts an installer or the new program for the person, as any program is started: by its absolute path, without a
 * shell, in the system's folder, with the person's environment and nothing of ours in it. True once it runs; rejects with
 * an error whose code the library understands.
 */
export async function startInstaller(request: LaunchRequest): Promise<boolean> {
  const started = await launchProgram(request);
  if (started.ok) return true;
  const error = new Error(`the installer could not be started: ${started.error}`);
  throw Object.assign(error, { code: CODES[started.error] ?? "ERR_INSTALLER_NOT_STARTED" });
}
