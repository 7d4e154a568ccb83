import type { RunProgram } from "../exec.ts";
import { windowsFolder } from "../programs.ts";
import { registryText, registryValues } from "./registry.ts";

const PARAMETERS = String.raw`HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`;

/** Where the hosts file lies: the registry can move it (and malware does); otherwise it is in the system's folder. */
export async function windowsHostsPath(
  run: RunProgram,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<string> {
  const root = windowsFolder(environment);
  const values = await registryValues(run, PARAMETERS, signal);
  const named = values.ok ? registryText(values.value, "DataBasePath") : "";
  const folder = named.replace(/%(?:SystemRoot|windir)%/gi, () => root).replace(/\\+$/, "");
  // Only a local folder without further variables: a share would be asked over the network.
  const usable = /^[a-z]:\\[^%*?"<>|]*$/i.test(folder);
  return `${usable ? folder : `${root}\\System32\\drivers\\etc`}\\hosts`;
}
