import type { MachineDeps } from "../../machine-deps.ts";
import { MACOS_DNS_PLACES, type MacosDnsPlaces } from "./places.ts";

/** What the macOS back end works with; tests give their own. */
export interface MacosDnsDeps extends MachineDeps {
  readonly places: MacosDnsPlaces;
  /** The person's user id: owner of the folder in which words to the guard are left. */
  readonly uid: number;
}

/** The real places and user, for the given machine. */
export function macosDnsDeps(deps: MachineDeps): MacosDnsDeps {
  return { ...deps, places: MACOS_DNS_PLACES, uid: process.getuid?.() ?? 0 };
}
