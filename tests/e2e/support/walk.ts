import type { Locator } from "playwright-core";
import type { ShellCommand } from "../../../shared/model/shell-command.ts";
import type { RunningApp } from "./launch.ts";
import { tell } from "./made-up.ts";

/** Somebody who walks through the window. */
export interface Walk extends RunningApp {
  readonly button: (name: string | RegExp) => Locator;
  readonly command: (command: ShellCommand) => Promise<void>;
}

/** One look of a screen: its name, and the way to it from the look before (the first look: from the first screen). */
export type View = readonly [name: string, go: (walk: Walk) => Promise<void>];

export function walkIn(running: RunningApp): Walk {
  const { app, page } = running;
  return {
    ...running,
    button: (name) => page.getByRole("button", { name }).first(),
    command: async (data) => tell(app, [{ name: "shell.command", data }]),
  };
}

/** Back to the first screen, from wherever it stands. */
export async function goHome({ page, command }: Walk): Promise<void> {
  await command("new-check");
  await page.waitForFunction(() => document.title === "GoodGateway");
}
