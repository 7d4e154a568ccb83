import type { Catalogue } from "../translator.ts";
import { EN_SEEN_NEAR } from "./evidence-near.ts";
import { EN_REASONS } from "./evidence-reasons.ts";
import { EN_SEEN_SITE } from "./evidence-site.ts";

/**
 * English sentences of the evidence. Kept literal, so that the rules' use of a key and of its values is checked by the
 * compiler. Plain keys: what was seen. `because-`: why a rival is out. `would-`: the observation that would decide.
 */
export const EN_EVIDENCE = { ...EN_SEEN_NEAR, ...EN_SEEN_SITE, ...EN_REASONS } as const satisfies Catalogue;
