import { ok } from "../../../shared/lib/result.ts";
import { bestLanguage } from "../../../shared/text/languages.ts";
import type { Handler } from "../answer.ts";

/** What this program knows of itself. */
export interface AppFacts {
  readonly version: string;
  readonly platform: NodeJS.Platform;
  /** E.g. `Electron 45.4.1`. */
  readonly runtime: string;
  /** BCP 47 tags of the system's languages, best first; may be empty. */
  readonly languages: readonly string[];
}

const SYSTEMS: Readonly<Partial<Record<NodeJS.Platform, "windows" | "macos" | "linux">>> = {
  win32: "windows",
  darwin: "macos",
  linux: "linux",
};

/** `app.info`: version, runtime, system and the first of the person's languages that there are words in (English when there is none). `asked`: every page asks this first, when it listens already. */
export function appInfoHandler(facts: () => AppFacts, asked: () => void = () => {}): Handler<"app.info"> {
  return async () => {
    asked();
    const { version, runtime, platform, languages } = facts();
    return ok({ version, runtime, os: SYSTEMS[platform] ?? "other", language: bestLanguage(languages) });
  };
}
