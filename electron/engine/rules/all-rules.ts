import type { Rule } from "./rule.ts";
import { BROWSER_RULES } from "./rules-browser.ts";
import { CONNECT_RULES } from "./rules-connect.ts";
import { HTTP_RULES } from "./rules-http.ts";
import { LOCAL_RULES } from "./rules-local.ts";
import { MIXED_RULES } from "./rules-mixed.ts";
import { NAME_RULES } from "./rules-name.ts";
import { PATH_RULES } from "./rules-path.ts";
import { INTERCEPTION_RULES, PROXY_RULES } from "./rules-proxy.ts";
import { CLOCK_RULES, TLS_RULES } from "./rules-tls.ts";
import { PAGE_RULES, WORKING_RULES } from "./rules-working.ts";

/**
 * Every rule, in order of precedence: what works (or comes and goes) first, then the layer nearest the person that is
 * broken and explains what is seen. The first that applies and has no rival holding is the verdict.
 */
export const RULES: readonly Rule[] = [
  ...MIXED_RULES,
  ...BROWSER_RULES,
  ...WORKING_RULES,
  ...LOCAL_RULES,
  ...CLOCK_RULES,
  ...PROXY_RULES,
  ...INTERCEPTION_RULES,
  ...NAME_RULES,
  ...PATH_RULES,
  ...CONNECT_RULES,
  ...TLS_RULES,
  ...HTTP_RULES,
  ...PAGE_RULES,
];
