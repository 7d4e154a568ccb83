import { LANGUAGES, type Language } from "../text/languages.ts";

/** The language to speak: the system's, or one of ours. */
export const LANGUAGE_CHOICES = ["system", ...LANGUAGES] as const;
/** Light or dark: as the system says, or fixed. */
export const THEMES = ["system", "light", "dark"] as const;

/** What a person decided about the outside endpoints, by endpoint key; one that is not named is used as it is built in. */
export interface EndpointChoices {
  /** Keys of endpoints that are never contacted. */
  readonly off: readonly string[];
  /** What is contacted in the place of an endpoint, by its key. */
  readonly instead: Readonly<Record<string, string>>;
}

/** What a person can set. Kept in settings.json of the data folder; the terminal obeys `endpoints` and `history` too. */
export interface Settings {
  readonly language: (typeof LANGUAGE_CHOICES)[number];
  readonly theme: (typeof THEMES)[number];
  /** The first screen's switch "contact only this site" is on when the program starts. */
  readonly privateMode: boolean;
  /** Looks for newer versions once a day, and when asked to. Off until the person switches it on. */
  readonly updates: boolean;
  /** How much of the history is kept: the newest check-ups within both. */
  readonly history: { readonly entries: number; readonly days: number };
  readonly endpoints: EndpointChoices;
}

/** Bounds of the history: at least the last check-up, at most what still lists quickly. */
export const HISTORY_BOUNDS = { entries: { min: 1, max: 5000 }, days: { min: 1, max: 3650 } } as const;

/** What holds until somebody sets something. */
export const DEFAULT_SETTINGS: Settings = {
  language: "system",
  theme: "system",
  privateMode: false,
  updates: false,
  history: { entries: 1000, days: 365 },
  endpoints: { off: [], instead: {} },
};

/** One outside endpoint as Settings lists it. */
export interface EndpointRow {
  readonly key: string;
  readonly kind: "resolver" | "connectivity" | "egress" | "name" | "location" | "vantage" | "silent";
  /** Who runs it, where that is known; else empty. */
  readonly owner: string;
  /** As built in. */
  readonly builtIn: string;
  /** What is contacted instead; null: the built-in one. */
  readonly instead: string | null;
  readonly on: boolean;
  /** False where another value could not do the same work. */
  readonly replaceable: boolean;
}

/** The settings as the window shows them. */
export interface SettingsView {
  readonly settings: Settings;
  /** The file could not be read whole: what was unreadable is as at the first start. */
  readonly damaged: boolean;
  /** The language that is spoken now. */
  readonly language: Language;
  readonly endpoints: readonly EndpointRow[];
  /** A references file named in the environment replaces all endpoints: the list has no say. */
  readonly referencesFile: string | null;
}
