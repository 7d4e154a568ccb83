import { ENGLISH } from "../../shared/text/english.ts";
import { EN_GLOSSARY } from "../../shared/text/en/explain/glossary.ts";
import { EN_OWN } from "./en/own.ts";
import { EN_WRITE } from "./en/write.ts";
import { EN_OWNER } from "../../shared/text/en/owner.ts";
import { EN_CHANGES } from "./en/changes.ts";
import { EN_CHECKUP } from "./en/checkup.ts";
import { EN_COMMON } from "./en/common.ts";
import { EN_GUIDED } from "./en/guided.ts";
import { EN_HOME, EN_PRACTISING } from "./en/home.ts";
import { EN_KNOW } from "./en/know.ts";
import { EN_MYDNS } from "./en/mydns.ts";
import { EN_PATH } from "./en/path.ts";
import { EN_OPENED, EN_PAST, EN_WRONG } from "./en/past.ts";
import { EN_REPORTS } from "./en/reports.ts";
import { EN_SAVED } from "./en/saved.ts";
import { EN_ABOUT, EN_SETTINGS, EN_SHORTCUTS } from "./en/settings.ts";
import { EN_RESULT } from "./en/verdict.ts";
import { EN_UPDATES } from "./en/updates.ts";
import { EN_WATCHING } from "./en/watching.ts";
import type { Catalogue } from "../../shared/text/translator.ts";

/** The window's labels and the engine's words in English: the fallback of every other language, always here. */
export const EN = {
  ...ENGLISH,
  common: EN_COMMON,
  path: EN_PATH,
  home: EN_HOME,
  practising: EN_PRACTISING,
  checkup: EN_CHECKUP,
  result: EN_RESULT,
  saved: EN_SAVED,
  mydns: EN_MYDNS,
  settings: EN_SETTINGS,
  shortcuts: EN_SHORTCUTS,
  about: EN_ABOUT,
  guided: EN_GUIDED,
  reports: EN_REPORTS,
  past: EN_PAST,
  opened: EN_OPENED,
  wrong: EN_WRONG,
  know: EN_KNOW,
  write: EN_WRITE,
  own: EN_OWN,
  owner: EN_OWNER,
  glossary: EN_GLOSSARY,
  watching: EN_WATCHING,
  updates: EN_UPDATES,
  changes: EN_CHANGES,
} as const satisfies Catalogue;
