import { setTimeout as wait } from "node:timers/promises";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { BrowserDeps } from "../browser-deps.ts";
import type { InstalledBrowser } from "../find-browsers.ts";
import { type OpenMode, openCommand } from "./open-arguments.ts";
import { openableAddress } from "./web-address.ts";

/** Why no browser was opened. `no-way`: this browser has no such window or cannot be told to open one. */
export interface OpenFailure {
  readonly code: "not-an-address" | "no-way" | "no-longer-there" | "not-permitted" | "failed";
  /** Technical; may be empty. */
  readonly detail: string;
}

/** A browser that was started. */
export interface Opened {
  /** When the program that was started ends. Where the browser runs already that is at once: it hands over. */
  readonly ended: Promise<void>;
}

/** A program that cannot start (no display, wrong user) says so within this; a browser that started goes on (ms). */
const FAILS_WITHIN_MS = 1_500;

/** Opens a web address in a browser. Never rejects; `folder` is the new profile of `fresh`. */
export async function openAddress(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  mode: OpenMode,
  request: { readonly address: string; readonly folder?: string },
): Promise<Result<Opened, OpenFailure>> {
  const address = openableAddress(request.address);
  if (address === null) return fail({ code: "not-an-address", detail: "" });
  const command = openCommand(browser, mode, address, request.folder ?? null);
  if (command === null) return fail({ code: "no-way", detail: `${browser.key} ${mode}` });
  const launched = await deps.launch(command);
  if (!launched.ok) {
    const code = launched.error === "not-found" ? "no-longer-there" : launched.error;
    return fail({
      code: code === "no-longer-there" || code === "not-permitted" ? code : "failed",
      detail: launched.error,
    });
  }
  const { exited } = launched.value;
  const early = await Promise.race([exited, wait(FAILS_WITHIN_MS, "running" as const, { ref: false })]);
  // Zero: it handed the address to the browser that runs already.
  if (early !== "running" && early !== 0) return fail({ code: "failed", detail: `exit code ${early ?? "none"}` });
  return ok({ ended: exited.then(() => undefined) });
}
