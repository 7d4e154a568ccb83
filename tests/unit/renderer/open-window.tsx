import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, vi } from "vitest";
import { App } from "../../../renderer/features/App.tsx";
import { loadScreens } from "../../../renderer/features/screens.ts";
import { createActions } from "../../../renderer/state/actions.ts";
import { runCommand } from "../../../renderer/state/commands.ts";
import { listen } from "../../../renderer/state/listen.ts";
import { createAppStore, type AppStore } from "../../../renderer/state/store.ts";
import { WindowProvider } from "../../../renderer/state/WindowProvider.tsx";
import { loadLanguage } from "../../../renderer/text/catalogues.ts";
import { TextProvider } from "../../../renderer/text/TextProvider.tsx";
import type { Checkup, CheckupEvent } from "../../../shared/model/checkup.ts";
import { createFakeMain, type FakeMain } from "../../window/fake-main.ts";

export interface OpenWindow {
  readonly main: FakeMain;
  readonly store: AppStore;
  readonly user: UserEvent;
  /** Sends one event as main would. */
  emit(event: CheckupEvent): void;
  /** Types an address, starts, and plays the given share of a check-up. */
  run(sample: Checkup, share: number): Promise<void>;
}

// React asks for this flag before it lets tests wait for its updates.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// jsdom has no CSS object; pop-overs look their trigger up with it.
Object.assign(globalThis, { CSS: { escape: (name: string) => name.replaceAll(/[^\w-]/g, String.raw`\$&`) } });
afterEach(cleanup);

/** The whole window over a made-up main process. */
export async function openWindow(prepare: (main: FakeMain) => void = () => {}): Promise<OpenWindow> {
  // As in a window that has been open for a moment.
  await Promise.all([loadScreens(), loadLanguage("de")]);
  // jsdom has no layout to scroll.
  window.scrollTo = vi.fn<() => void>();
  const main = createFakeMain();
  prepare(main);
  const store = createAppStore();
  const actions = createActions(store, main.api);
  listen(store, main.api);
  main.api.on("shell.command", (command) => void runCommand(command, actions, store));
  const user = userEvent.setup({ delay: null });
  render(
    <WindowProvider store={store} actions={actions}>
      <TextProvider first="en">
        <App />
      </TextProvider>
    </WindowProvider>,
  );
  await act(() => actions.open());
  return {
    main,
    store,
    user,
    emit: (event) => act(() => main.emit(event)),
    run: async (sample, share) => {
      await user.click(screen.getByRole("textbox"));
      await user.paste("shop.example");
      await user.keyboard("{Enter}");
      await screen.findByRole("heading", { level: 1, name: /Checking/ });
      act(() => main.play(sample, share));
    },
  };
}

/** The rules of accessibility that the window breaks now, each with the elements concerned. */
export async function accessibilityFaults(): Promise<readonly string[]> {
  const { violations } = await act(() =>
    axe.run(document, {
      // jsdom loads nothing into a frame, so there is nothing in it to look at.
      iframes: false,
      // jsdom paints nothing, so contrast cannot be measured here; the test in the real app does.
      rules: { "color-contrast": { enabled: false } },
    }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** The one large sentence of the screen. */
export function headline(): HTMLElement {
  return screen.getByRole("heading", { level: 1 });
}
