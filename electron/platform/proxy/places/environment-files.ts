import type { MachineDeps } from "../../machine-deps.ts";
import { leadOf, PROXY_VARIABLES, type ProxyLead } from "./place.ts";

/** A line of a file that sets a proxy for the programs of a session. */
export interface EnvironmentLine {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly variable: string;
  /** Only the administrator may write to it. */
  readonly needsAdmin: boolean;
  readonly leads: readonly ProxyLead[];
}

/** Files of the person where shells and sessions take variables from, below their home folder. */
const OWN_FILES = [
  ".profile",
  ".bash_profile",
  ".bashrc",
  ".zshenv",
  ".zprofile",
  ".zshrc",
  ".pam_environment",
  ".config/fish/config.fish",
] as const;

const SYSTEM_FILES = ["/etc/environment", "/etc/profile", "/etc/bash.bashrc", "/etc/bashrc", "/etc/zshenv"] as const;

/** `export NAME=value`, `NAME=value`, `set -gx NAME value` (fish), `NAME DEFAULT=value` (pam_env). */
const SETTING = new RegExp(
  String.raw`^\s*(?:export\s+|set\s+(?:-\w+\s+)*)?(?<name>${PROXY_VARIABLES.join("|")})(?:\s*=\s*|\s+(?:DEFAULT=)?)(?<value>\S.*?)\s*$`,
  "u",
);

/** Every line that sets a proxy variable to something, in the files that sessions read. Comments do not count. */
export async function environmentLines(deps: MachineDeps): Promise<readonly EnvironmentLine[]> {
  const [session, profiles] = await Promise.all([
    deps.files.list(`${deps.homeFolder}/.config/environment.d`),
    deps.files.list("/etc/profile.d"),
  ]);
  const own = [
    ...OWN_FILES.map((name) => `${deps.homeFolder}/${name}`),
    ...session
      .filter((name) => name.endsWith(".conf"))
      .map((name) => `${deps.homeFolder}/.config/environment.d/${name}`),
  ];
  const system = [
    ...SYSTEM_FILES,
    ...profiles.filter((name) => name.endsWith(".sh")).map((name) => `/etc/profile.d/${name}`),
  ];
  const found = await Promise.all(
    [...own, ...system].map(async (path) => {
      const text = await deps.files.readText(path);
      return text.ok && text.value !== null ? linesIn(text.value, path, system.includes(path)) : [];
    }),
  );
  return found.flat();
}

function linesIn(text: string, path: string, needsAdmin: boolean): readonly EnvironmentLine[] {
  return text.split("\n").flatMap((line, index) => {
    const { name: variable = "", value = "" } = SETTING.exec(line)?.groups ?? {};
    const bare = value.replace(/\s+#.*$/u, "").replaceAll(/^["']|["']$/gu, "");
    if (variable === "" || bare === "") return [];
    return [{ path, line: index + 1, variable, needsAdmin, leads: leadOf(bare) }];
  });
}
