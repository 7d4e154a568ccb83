import type { CheckResults } from "../../../shared/model/check.ts";
import type { CheckId } from "../../../shared/model/check-id.ts";
import type { CheckFacts } from "../../../shared/model/facts/check-facts.ts";

/** What one check observed; null when it was not asked or saw nothing. */
export function factsOf<Id extends CheckId>(checks: CheckResults, id: Id): CheckFacts[Id] | null {
  return checks[id]?.facts ?? null;
}
