import type { Catalogue } from "../translator.ts";

/** English sentences: checks. */
export const EN_CHECKS: Catalogue = {};
