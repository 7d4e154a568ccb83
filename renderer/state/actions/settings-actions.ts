import type { Input } from "../../../shared/contract/calls.ts";
import type { Call } from "../call.ts";
import type { SettingsSlice } from "../slices/settings.ts";
import type { ScreenName } from "../screen-name.ts";
import type { AppStore } from "../store.ts";

/** What a person can do with the settings, and with the pages about the program. */
export interface SettingsActions {
  readonly showSettings: () => Promise<void>;
  readonly showShortcuts: () => void;
  readonly showAbout: () => void;
  /** Back to where the person was. */
  readonly leaveSettings: () => void;
  readonly changeSettings: (change: Input<"settings.change">) => Promise<void>;
  readonly setEndpoint: (order: Input<"settings.endpoint">) => Promise<void>;
}

const PAGES: readonly ScreenName[] = ["settings", "shortcuts", "about"];

export function createSettingsActions(store: AppStore, call: Call): SettingsActions {
  const set = (change: Partial<SettingsSlice>): void =>
    store.setState((state) => ({ settings: { ...state.settings, ...change } }));
  const open = (screen: ScreenName): void =>
    store.setState((state) => ({
      screen,
      settings: {
        ...state.settings,
        failed: null,
        from: PAGES.includes(state.screen) ? state.settings.from : state.screen,
      },
    }));
  const take = async (
    key: string | null,
    asked: Promise<Awaited<ReturnType<typeof call<"settings.change">>>>,
  ): Promise<void> => {
    const outcome = await asked;
    if (!outcome.ok) return set({ failed: { code: outcome.error.code, key } });
    const view = outcome.value;
    store.setState((state) => ({
      settings: { ...state.settings, view, failed: null },
      info: state.info === null ? null : { ...state.info, language: view.language },
    }));
  };
  return {
    showSettings: async () => {
      open("settings");
      await take(null, call("settings.read", undefined));
    },
    showShortcuts: () => open("shortcuts"),
    showAbout: () => open("about"),
    leaveSettings: () =>
      store.setState(({ run, settings: { from } }) => {
        // A check-up that ended meanwhile has its answer.
        if (from === "checkup") return { screen: run === null ? "home" : run.checkup === null ? "checkup" : "verdict" };
        return { screen: from };
      }),
    changeSettings: (change) => take(null, call("settings.change", change)),
    setEndpoint: (order) => take(order.key, call("settings.endpoint", order)),
  };
}

/** What holds from the start on: the first screen's switch as the person has set it. */
export async function readSettingsAtOpen(store: AppStore, call: Call): Promise<void> {
  const outcome = await call("settings.read", undefined);
  if (!outcome.ok) return;
  const view = outcome.value;
  store.setState((state) => ({ settings: { ...state.settings, view }, privateMode: view.settings.privateMode }));
}
