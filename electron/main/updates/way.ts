import { isAbsolute } from "node:path";
import type { UpdateWay } from "../../../shared/model/updates.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What tells how this copy came here. */
export interface Installation {
  readonly platform: NodeJS.Platform;
  readonly env: Environment;
  /** Whether this build knows a place of releases. */
  readonly hasReleases: boolean;
  /** The text of `package-type` beside the program, which the packager writes for deb, rpm and pacman; null: none. */
  readonly packageType: string | null;
  /** What whoever looks after this computer has set; see {@link policyOf}. */
  readonly managed: boolean;
}

/** How this copy comes by newer versions. */
export function wayOf({ platform, env, hasReleases, packageType, managed }: Installation): UpdateWay {
  if (!hasReleases) return "source";
  if (managed || inStore(env)) return "managed";
  if (platform === "darwin") return "self";
  // The portable program for Windows unpacks itself into a fresh folder with each start.
  if (platform === "win32") return set(env, "PORTABLE_EXECUTABLE_FILE") ? "by-hand" : "self";
  if (packageType !== null) return "package";
  return isAbsolute(env["APPIMAGE"] ?? "") ? "self" : "by-hand";
}

/** Snap, Flatpak and the Microsoft Store replace their programs themselves. */
function inStore(env: Environment): boolean {
  return ["SNAP", "FLATPAK_ID", "APPX_PACKAGE_FAMILY_NAME"].some((name) => set(env, name));
}

function set(env: Environment, name: string): boolean {
  return (env[name] ?? "") !== "";
}

/** Where an administrator's word can stand. A reader gives null when there is none. */
export interface PolicyPlaces {
  readonly env: Environment;
  /** Linux: the text of /etc/goodgateway/policy.json. */
  readonly file: () => Promise<string | null>;
  /** Windows: the number `Updates` under HKLM\Software\Policies\GoodGateway. */
  readonly registry: () => Promise<number | null>;
  /** macOS: the text `Updates` of the managed preferences of org.goodgateway.app. */
  readonly preference: () => string | null;
}

/**
 * True when looking for newer versions is switched off for this computer: `GOODGATEWAY_UPDATES=off`, or the system's own
 * place says "off" (0 in the registry). A file that cannot be understood counts as "off": somebody meant to say
 * something.
 */
export async function policyOf(platform: NodeJS.Platform, places: PolicyPlaces): Promise<boolean> {
  if (places.env["GOODGATEWAY_UPDATES"] === "off") return true;
  if (platform === "win32") return (await places.registry()) === 0;
  if (platform === "darwin") return places.preference() === "off";
  const text = await places.file();
  return text !== null && !allows(text);
}

function allows(policy: string): boolean {
  try {
    const value: unknown = JSON.parse(policy);
    return typeof value === "object" && value !== null && !("updates" in value && value.updates !== "on");
  } catch {
    return false;
  }
}
