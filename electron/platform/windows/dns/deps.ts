import type { MachineDeps } from "../../machine-deps.ts";

/** What the Windows back end works with; tests give their own. */
export interface WindowsDnsDeps extends MachineDeps {
  /** The folder of the guards; only administrators write there, everybody reads. Separators are `/` or `\`. */
  readonly guardFolder: string;
}

/** A local folder written plainly, as in {@link MachineDeps.environment}'s ProgramData. */
const PLAIN_FOLDER = /^[A-Za-z]:(?:\\[\w$ .-]+)+$/;

/**
 * The real folder. The elevated run asks the system for it; here the variable is only a hint, used for reading the
 * guard's word and for leaving ours, both worthless without the change's token.
 */
export function windowsDnsDeps(deps: MachineDeps): WindowsDnsDeps {
  const named = deps.environment["ProgramData"] ?? deps.environment["ALLUSERSPROFILE"] ?? "";
  const folder = PLAIN_FOLDER.test(named) && !named.includes("..") ? named : "C:\\ProgramData";
  return { ...deps, guardFolder: `${folder}\\GoodGateway\\dns` };
}
