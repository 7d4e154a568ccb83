import type { Catalogue } from "./translator.ts";

/** The German words of the engine. What is missing here is said in English. */
export const GERMAN = {} as const satisfies Catalogue;
