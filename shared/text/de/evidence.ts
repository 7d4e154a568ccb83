import type { EN_EVIDENCE } from "../en/evidence.ts";
import type { Twin } from "../twin.ts";
import { DE_SEEN_NEAR } from "./evidence-near.ts";
import { DE_REASONS } from "./evidence-reasons.ts";
import { DE_SEEN_SITE } from "./evidence-site.ts";

/** German sentences of the evidence; how keys are made up: en/evidence.ts. */
export const DE_EVIDENCE: Twin<typeof EN_EVIDENCE> = { ...DE_SEEN_NEAR, ...DE_SEEN_SITE, ...DE_REASONS };
