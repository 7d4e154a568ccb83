import { resolve } from "node:path";

/** The project's folder: what the unpackaged runtime is given. */
export const ROOT = resolve(import.meta.dirname, "../../..");
