import { act, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { App } from "../../../../renderer/features/App.tsx";
import { loadScreens, screensHere } from "../../../../renderer/features/screens.ts";
import { createActions } from "../../../../renderer/state/actions.ts";
import { createAppStore } from "../../../../renderer/state/store.ts";
import { WindowProvider } from "../../../../renderer/state/WindowProvider.tsx";
import { TextProvider } from "../../../../renderer/text/TextProvider.tsx";
import { createFakeMain } from "../../../window/fake-main.ts";
import { WAYS } from "../../../window/screens.ts";
import { headline } from "../open-window.tsx";

// One after the other: the first one sees a window that has loaded nothing yet.
it("shows a screen that nobody has opened before once it has been loaded", async () => {
  window.scrollTo = vi.fn<() => void>();
  const store = createAppStore();
  const actions = createActions(store, createFakeMain().api);
  render(
    <WindowProvider store={store} actions={actions}>
      <TextProvider first="en">
        <App />
      </TextProvider>
    </WindowProvider>,
  );
  const first = headline().textContent;
  expect(Object.keys(screensHere())).toEqual(["home"]);
  act(() => store.setState({ screen: "about" }));
  // However long this machine takes to get them: the window shows them then by itself.
  await act(loadScreens);
  const next = await screen.findByRole("heading", { level: 1 });
  expect(next.textContent).not.toBe(first);
  expect(document.activeElement).toBe(next);
});

it("has every screen there is once all are loaded", async () => {
  await loadScreens();
  expect(Object.keys(screensHere()).toSorted()).toEqual(Object.keys(WAYS).toSorted());
});
