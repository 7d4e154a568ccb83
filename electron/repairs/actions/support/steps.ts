import type { ActionChoice, ActionStep } from "../../../../shared/model/repair-action.ts";
import type { Message } from "../../../../shared/model/message.ts";
import type { MenuSystem } from "../../../platform/menu-system.ts";

/** Places of the system's menus. The words stand under `action.open.PLACE.SYSTEM`. */
export type MenuPlace =
  | "network"
  | "wifi"
  | "airplane"
  | "vpn"
  | "date"
  | "proxy"
  | "firewall"
  | "restart"
  | "software-update";

/** A sentence under `action.`; the values fill its placeholders. */
export function words(key: string, values: Message["values"] = {}): Message {
  return { key: `action.${key}`, values };
}

/** Something to click or type. */
export function click(key: string, values: Message["values"] = {}): ActionStep {
  return { kind: "click", what: words(key, values) };
}

/** An exact command, to copy into a terminal. */
export function command(text: string): ActionStep {
  return { kind: "command", text };
}

/** How one gets to a place in this system's menus. */
export function open(place: MenuPlace, system: MenuSystem): ActionStep {
  return click(`open.${place}.${system}`);
}

/** How one opens a terminal here; the commands that follow are typed there. */
export function openTerminal(system: MenuSystem): ActionStep {
  return click(`open.terminal.${system}`);
}

/** Something that the person does; the rest as it mostly is. */
export function guidedChoice(
  id: string,
  steps: readonly ActionStep[],
  over: Partial<Omit<ActionChoice, "id" | "steps" | "mode">> = {},
): ActionChoice {
  return {
    label: "",
    facts: [],
    needsAdmin: false,
    undoable: false,
    seconds: null,
    blockedBy: null,
    ...over,
    id,
    steps,
    mode: "guided",
  };
}

/** Is it one of Apple's systems? */
export function isMac(system: MenuSystem): boolean {
  return system === "macos" || system === "macos-12";
}

/** Is it a Windows? */
export function isWindows(system: MenuSystem): boolean {
  return system === "windows-11" || system === "windows-10";
}
