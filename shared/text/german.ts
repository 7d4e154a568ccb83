import { DE_BROWSER_ACTIONS } from "./de/browser-actions.ts";
import { DE_ACTIONS } from "./de/actions.ts";
import { DE_CHECKS } from "./de/checks.ts";
import { DE_DNS } from "./de/dns.ts";
import { DE_ERRORS } from "./de/errors.ts";
import { DE_EVIDENCE } from "./de/evidence.ts";
import { DE_PRACTICE } from "./de/practice.ts";
import { DE_REPAIRS } from "./de/repairs.ts";
import { DE_REPORT } from "./de/report.ts";
import { DE_DEEDS } from "./de/report-deeds.ts";
import { DE_RIVALS } from "./de/rivals.ts";
import { DE_VERDICTS } from "./de/verdicts.ts";
import { DE_WATCH } from "./de/watch.ts";
import type { ENGLISH } from "./english.ts";
import type { Twin } from "./twin.ts";

/** The German words of the engine. Its type holds every part to the English one: a missing sentence does not compile. */
export const GERMAN: Twin<typeof ENGLISH> = {
  verdict: DE_VERDICTS,
  evidence: DE_EVIDENCE,
  repair: DE_REPAIRS,
  check: DE_CHECKS,
  error: DE_ERRORS,
  dns: DE_DNS,
  practice: DE_PRACTICE,
  rival: DE_RIVALS,
  report: DE_REPORT,
  deeds: DE_DEEDS,
  action: DE_ACTIONS,
  "browser-action": DE_BROWSER_ACTIONS,
  watch: DE_WATCH,
};
