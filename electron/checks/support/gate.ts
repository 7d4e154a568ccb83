import type { SkipReason } from "../../../shared/model/check.ts";
import type { CheckContext } from "../check.ts";

/** What a check depends on. */
export interface Needs {
  /** It says nothing about a site on this very machine. */
  readonly network?: boolean;
  /** It says nothing about a site given by its address. */
  readonly name?: boolean;
  /** It contacts somebody else than the site and the machine's own resolver. */
  readonly outside?: boolean;
}

/** Why a check must not be asked for this target and mode; null when it may. */
export function gate(
  context: CheckContext,
  { network = false, name = false, outside = false }: Needs,
): SkipReason | null {
  const { kind } = context.target;
  if (kind === "loopback" && (network || name)) return "loopback-target";
  if (kind === "literal" && name) return "literal-target";
  return outside && context.privateMode ? "private-mode" : null;
}
