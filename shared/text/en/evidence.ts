import type { Catalogue } from "../translator.ts";

/** English sentences: evidence. */
export const EN_EVIDENCE: Catalogue = {};
