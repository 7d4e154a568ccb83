import type { ComponentType } from "react";
import type { ScreenName } from "../state/screen-name.ts";
import { HomeScreen } from "./home/HomeScreen.tsx";

/** Screens by name, as far as they have been loaded. */
export type Screens = Readonly<Partial<Record<ScreenName, ComponentType>>>;

let here: Screens = { home: HomeScreen };
let loading: Promise<Screens> | null = null;

/** The screens that can be shown at once: the first one, and all of them after {@link loadScreens}. */
export function screensHere(): Screens {
  return here;
}

/** Loads the other screens, once. */
export function loadScreens(): Promise<Screens> {
  return (loading ??= load());
}

async function load(): Promise<Screens> {
  const { FURTHER_SCREENS } = await import("./further-screens.ts");
  here = { home: HomeScreen, ...FURTHER_SCREENS };
  return here;
}
