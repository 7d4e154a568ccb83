import { DE_GLOSSARY } from "../../shared/text/de/explain/glossary.ts";
import { DE_OWNER } from "../../shared/text/de/owner.ts";
import { GERMAN } from "../../shared/text/german.ts";
import { DE_CHANGES } from "./de/changes.ts";
import { DE_CHECKUP } from "./de/checkup.ts";
import { DE_COMMON } from "./de/common.ts";
import { DE_GUIDED } from "./de/guided.ts";
import { DE_HOME, DE_PRACTISING } from "./de/home.ts";
import { DE_KNOW } from "./de/know.ts";
import { DE_MYDNS } from "./de/mydns.ts";
import { DE_OWN } from "./de/own.ts";
import { DE_OPENED, DE_PAST, DE_WRONG } from "./de/past.ts";
import { DE_PATH } from "./de/path.ts";
import { DE_REPORTS } from "./de/reports.ts";
import { DE_SAVED } from "./de/saved.ts";
import { DE_ABOUT, DE_SETTINGS, DE_SHORTCUTS } from "./de/settings.ts";
import { DE_RESULT } from "./de/verdict.ts";
import { DE_WATCHING } from "./de/watching.ts";
import { DE_WRITE } from "./de/write.ts";
import { DE_UPDATES } from "./de/updates.ts";
import type { Twin } from "../../shared/text/twin.ts";
import type { EN } from "./english.ts";

/** The window's labels and the engine's words in German. Its type holds every part to the English one: a missing sentence does not compile. */
export const DE: Twin<typeof EN> = {
  ...GERMAN,
  common: DE_COMMON,
  path: DE_PATH,
  home: DE_HOME,
  practising: DE_PRACTISING,
  checkup: DE_CHECKUP,
  result: DE_RESULT,
  saved: DE_SAVED,
  mydns: DE_MYDNS,
  settings: DE_SETTINGS,
  shortcuts: DE_SHORTCUTS,
  about: DE_ABOUT,
  guided: DE_GUIDED,
  changes: DE_CHANGES,
  reports: DE_REPORTS,
  past: DE_PAST,
  opened: DE_OPENED,
  wrong: DE_WRONG,
  know: DE_KNOW,
  write: DE_WRITE,
  own: DE_OWN,
  owner: DE_OWNER,
  glossary: DE_GLOSSARY,
  watching: DE_WATCHING,
  updates: DE_UPDATES,
};
