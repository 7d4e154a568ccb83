import { EN_ACTIONS } from "./en/actions.ts";
import { EN_BROWSER_ACTIONS } from "./en/browser-actions.ts";
import { EN_CHECKS } from "./en/checks.ts";
import { EN_DNS } from "./en/dns.ts";
import { EN_ERRORS } from "./en/errors.ts";
import { EN_EVIDENCE } from "./en/evidence.ts";
import { EN_PRACTICE } from "./en/practice.ts";
import { EN_REPAIRS } from "./en/repairs.ts";
import { EN_REPORT } from "./en/report.ts";
import { EN_DEEDS } from "./en/report-deeds.ts";
import { EN_RIVALS } from "./en/rivals.ts";
import { EN_VERDICTS } from "./en/verdicts.ts";
import { EN_WATCH } from "./en/watch.ts";
import type { Catalogue } from "./translator.ts";

/** The English words of the engine: what the terminal, the JSON document and the window share. The window adds its own labels. */
export const ENGLISH = {
  verdict: EN_VERDICTS,
  evidence: EN_EVIDENCE,
  repair: EN_REPAIRS,
  check: EN_CHECKS,
  error: EN_ERRORS,
  dns: EN_DNS,
  practice: EN_PRACTICE,
  rival: EN_RIVALS,
  report: EN_REPORT,
  deeds: EN_DEEDS,
  action: EN_ACTIONS,
  "browser-action": EN_BROWSER_ACTIONS,
  watch: EN_WATCH,
} as const satisfies Catalogue;
