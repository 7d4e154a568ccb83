import type { Catalogue } from "../translator.ts";

/** English sentences: errors. */
export const EN_ERRORS: Catalogue = {};
