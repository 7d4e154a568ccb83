import type { EN_VERDICTS } from "../en/verdicts.ts";
import type { Twin } from "../twin.ts";
import { DE_VERDICTS_NAMES } from "./verdicts-names.ts";
import { DE_VERDICTS_NEAR } from "./verdicts-near.ts";
import { DE_VERDICTS_SITE } from "./verdicts-site.ts";

/** German sentences of the verdicts; how keys are made up: en/verdicts.ts. */
export const DE_VERDICTS: Twin<typeof EN_VERDICTS> = {
  ...DE_VERDICTS_NEAR,
  ...DE_VERDICTS_NAMES,
  ...DE_VERDICTS_SITE,
};
