import type { Catalogue } from "../translator.ts";

/** English sentences: repairs. */
export const EN_REPAIRS: Catalogue = {};
