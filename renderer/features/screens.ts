import type { ComponentType } from "react";
import type { ScreenName } from "../state/screen-name.ts";
import { HomeScreen } from "./home/HomeScreen.tsx";

/** Where each screen is. Only the first one is part of what must be loaded before anything shows. */
const ELSEWHERE: Readonly<Record<Exclude<ScreenName, "home">, () => Promise<ComponentType>>> = {
  practice: async () => (await import("./practice/PracticeScreen.tsx")).PracticeScreen,
  watches: async () => (await import("./watch/WatchesScreen.tsx")).WatchesScreen,
  checkup: async () => (await import("./checkup/CheckupScreen.tsx")).CheckupScreen,
  dns: async () => (await import("./dns/DnsScreen.tsx")).DnsScreen,
  "dns-choose": async () => (await import("./dns/ChooseScreen.tsx")).ChooseScreen,
  "dns-plan": async () => (await import("./dns/PlanScreen.tsx")).PlanScreen,
  "dns-fix": async () => (await import("./dns/FixScreen.tsx")).FixScreen,
  "dns-job": async () => (await import("./dns/JobScreen.tsx")).JobScreen,
  "dns-history": async () => (await import("./dns/HistoryScreen.tsx")).HistoryScreen,
  "dns-bench": async () => (await import("./dns/BenchScreen.tsx")).BenchScreen,
  explain: async () => (await import("./explain/ExplainScreen.tsx")).ExplainScreen,
  contact: async () => (await import("./contact/ContactScreen.tsx")).ContactScreen,
  owner: async () => (await import("./owner/OwnerScreen.tsx")).OwnerScreen,
  repair: async () => (await import("./repair/RepairScreen.tsx")).RepairScreen,
  report: async () => (await import("./report/ReportScreen.tsx")).ReportScreen,
  past: async () => (await import("./past/PastScreen.tsx")).PastScreen,
  opened: async () => (await import("./past/OpenedScreen.tsx")).OpenedScreen,
  wrong: async () => (await import("./past/WrongScreen.tsx")).WrongScreen,
  saved: async () => (await import("./saved/SavedScreen.tsx")).SavedScreen,
  settings: async () => (await import("./settings/SettingsScreen.tsx")).SettingsScreen,
  shortcuts: async () => (await import("./about/ShortcutsScreen.tsx")).ShortcutsScreen,
  about: async () => (await import("./about/AboutScreen.tsx")).AboutScreen,
  verdict: async () => (await import("./verdict/VerdictScreen.tsx")).VerdictScreen,
};

const here = new Map<string, ComponentType>([["home", HomeScreen]]);

/** The screen of that name; null until it has been loaded. */
export function screenHere(name: ScreenName): ComponentType | null {
  return here.get(name) ?? null;
}

/** Loads a screen; does nothing when it is here. */
export async function loadScreen(name: ScreenName): Promise<void> {
  if (name !== "home") await bring(name, ELSEWHERE[name]);
}

/** Loads all the others: a moment after the first screen is up, so that none of them is waited for. */
export async function loadAllScreens(): Promise<void> {
  await Promise.all(Object.entries(ELSEWHERE).map(([name, load]) => bring(name, load)));
}

async function bring(name: string, load: () => Promise<ComponentType>): Promise<void> {
  if (!here.has(name)) here.set(name, await load());
}
