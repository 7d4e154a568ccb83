import type { ComponentType } from "react";
import type { ScreenName } from "../state/screen-name.ts";
import { HomeScreen } from "./home/HomeScreen.tsx";

type Further = Readonly<Record<Exclude<ScreenName, "home">, ComponentType>>;

let further: Further | null = null;

/** The screen of that name; null until it has been loaded, which only the first one need not be. */
export function screenHere(name: ScreenName): ComponentType | null {
  return name === "home" ? HomeScreen : (further?.[name] ?? null);
}

/** Loads all screens but the first; does nothing when they are here. */
export async function loadScreens(): Promise<void> {
  further ??= (await import("./further-screens.ts")).FURTHER_SCREENS;
}
