import type { Result } from "../../shared/lib/result.ts";
import type { References } from "../../shared/model/references.ts";
import { readSettings } from "../storage/settings.ts";
import { withChoices } from "./endpoint-choices.ts";
import { BUILT_IN_REFERENCES } from "./outside-endpoints.ts";
import type { ReferencesFault } from "./references.ts";

/**
 * The built-in list with what the settings in this data folder switch off or replace. A fault rather than the built-in
 * list when a replacement cannot be used: that would contact what the person wanted replaced.
 */
export function chosenReferences(folder: string): Result<References, ReferencesFault> {
  return withChoices(BUILT_IN_REFERENCES, readSettings(folder).settings.endpoints);
}
