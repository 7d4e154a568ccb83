import type { BrowserDeps } from "../../browsers/browser-deps.ts";
import type { ActionJournal } from "../action-journal.ts";
import type { HostCache } from "../clear-host-cache.ts";

/** What the repairs in browsers work with. */
export interface BrowserActionDeps {
  readonly browsers: BrowserDeps;
  readonly journal: ActionJournal;
  /** The folder of all data; new, empty profiles are made in it and taken away again. */
  readonly dataFolder: string;
  /** The name memory of our own window; null where there is no window. */
  readonly hostCache: HostCache | null;
}
