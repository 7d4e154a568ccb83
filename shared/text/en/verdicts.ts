import type { Catalogue } from "../translator.ts";

/** English sentences: verdicts. */
export const EN_VERDICTS: Catalogue = {};
