import { GUARD } from "./guard.ts";
import { KIND_FILE } from "./kind-file.ts";
import { KIND_NM } from "./kind-nm.ts";
import { KIND_RESOLVCONF } from "./kind-resolvconf.ts";
import { KIND_RESOLVED } from "./kind-resolved.ts";
import { PRELUDE } from "./prelude.ts";
import { VERBS } from "./verbs.ts";

/**
 * The whole script that makes, guards and undoes a change on Linux: one constant, run by absolute `/bin/sh`, through
 * pkexec where it needs to be root. Data reaches it as positional arguments only. It prints lines that begin with
 * `gg-`; the first, `gg-start`, tells a refused prompt from a failure of its own.
 */
export const DNS_SCRIPT: string = [PRELUDE, KIND_FILE, KIND_RESOLVED, KIND_RESOLVCONF, KIND_NM, GUARD, VERBS].join(
  "\n",
);

/** What `/bin/sh -c` is given: it keeps the text of the script, which the guard needs as a file, and runs it. */
export const DNS_SCRIPT_LOADER = 'self=$1; shift; eval "$self"';
