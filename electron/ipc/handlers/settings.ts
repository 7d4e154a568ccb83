import { fail, ok } from "../../../shared/lib/result.ts";
import type { Settings, SettingsView } from "../../../shared/model/settings.ts";
import { spokenLanguage } from "../../../shared/text/languages.ts";
import { readSettings, writeSettings } from "../../storage/settings.ts";
import type { Handlers } from "../answer.ts";

/** What the settings calls need of the desktop program. */
export interface SettingsParts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where settings.json lies. */
  readonly dataFolder: string;
  /** BCP 47 tags of the system's languages, best first. */
  readonly systemLanguages: () => readonly string[];
  /** Called after every change that was written: theme, menus and their language follow. */
  readonly onSettings: (settings: Settings) => void;
}

type SettingsCallName = Extract<keyof Handlers, `settings.${string}`>;

/** The handlers of Settings. Every change is written before it counts. */
export function settingsHandlers(parts: SettingsParts): Pick<Handlers, SettingsCallName> {
  const { dataFolder, env, onSettings } = parts;
  const change = async (next: (now: Settings) => Settings) => {
    const before = readSettings(dataFolder);
    const settings = next(before.settings);
    if (!writeSettings(dataFolder, settings).ok) return fail("not-kept" as const);
    onSettings(settings);
    return ok(await view(parts, { settings, damaged: false }));
  };
  return {
    "settings.read": async () => ok(await view(parts, readSettings(dataFolder))),
    "settings.change": (wanted) =>
      change((now) => ({
        ...now,
        language: wanted.language ?? now.language,
        theme: wanted.theme ?? now.theme,
        privateMode: wanted.privateMode ?? now.privateMode,
        updates: wanted.updates ?? now.updates,
        history: wanted.history ?? now.history,
      })),
    "settings.endpoint": async ({ key, on, instead }) => {
      const { endpointsOf, withChoices } = await import("../../engine/endpoint-choices.ts");
      const { BUILT_IN_REFERENCES } = await import("../../engine/outside-endpoints.ts");
      const endpoint = endpointsOf(BUILT_IN_REFERENCES).find((candidate) => candidate.key === key);
      if (endpoint === undefined) return fail("not-found");
      const text = instead?.trim() ?? "";
      const replacement = text === "" || text === endpoint.builtIn ? null : text;
      if (replacement !== null && !endpoint.replaceable) return fail("invalid");
      const { endpoints } = readSettings(dataFolder).settings;
      const { [key]: _, ...others } = endpoints.instead;
      const next = {
        off: [...endpoints.off.filter((other) => other !== key), ...(on ? [] : [key])],
        instead: replacement === null ? others : { ...others, [key]: replacement },
      };
      // Looked at while it is on: a wrong replacement must not wait behind a switch.
      const looked = withChoices(BUILT_IN_REFERENCES, { ...next, off: next.off.filter((other) => other !== key) });
      if (!looked.ok) return fail("invalid");
      return change((now) => ({ ...now, endpoints: next }));
    },
  };

  async function view(
    { systemLanguages }: SettingsParts,
    { settings, damaged }: ReturnType<typeof readSettings>,
  ): Promise<SettingsView> {
    const { endpointsOf } = await import("../../engine/endpoint-choices.ts");
    const { BUILT_IN_REFERENCES } = await import("../../engine/outside-endpoints.ts");
    const file = env["GOODGATEWAY_REFERENCES"] ?? "";
    const { off, instead } = settings.endpoints;
    return {
      settings,
      damaged,
      language: spokenLanguage(settings.language, systemLanguages()),
      referencesFile: file === "" ? null : file,
      endpoints: endpointsOf(BUILT_IN_REFERENCES).map((endpoint) => ({
        ...endpoint,
        instead: instead[endpoint.key] ?? null,
        on: !off.includes(endpoint.key),
      })),
    };
  }
}
