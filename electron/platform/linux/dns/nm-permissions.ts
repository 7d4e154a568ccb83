import { ask } from "../../readings/reading.ts";
import type { LinuxDnsDeps } from "./deps.ts";
import { nmcliFields } from "./nm-settings.ts";

/** What a guarded switch asks of NetworkManager (polkit action names). */
const NEEDED = ["checkpoint-rollback", "network-control", "settings.modify.system"] as const;

/**
 * Does a guarded switch need administrator's rights beyond what this person may ask of NetworkManager without a
 * prompt? `auth` counts as yes: several tools would prompt one by one, one elevated run prompts once.
 */
export async function nmNeedsAdmin(deps: LinuxDnsDeps, signal: AbortSignal): Promise<boolean> {
  if (deps.uid === 0) return true;
  const output = await ask(deps.run, { program: "nmcli", args: ["-t", "general", "permissions"], signal });
  if (!output.ok) return true;
  const granted = nmcliFields(output.value.stdout);
  return !NEEDED.every((name) => granted.get(`org.freedesktop.NetworkManager.${name}`)?.[0] === "yes");
}
