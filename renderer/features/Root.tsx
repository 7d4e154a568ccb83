import { StrictMode, useEffect } from "react";
import type { Actions } from "../state/actions.ts";
import type { AppStore } from "../state/store.ts";
import { WindowProvider } from "../state/WindowProvider.tsx";
import { TextProvider } from "../text/TextProvider.tsx";
import { App } from "./App.tsx";

interface Props {
  readonly store: AppStore;
  readonly actions: Actions;
  /** The language that the page was written in (BCP 47). */
  readonly language: string;
  /** Called once, when the page answers to a person. */
  readonly onLive: () => void;
}

/** The whole page: the same tree when the build writes the first screen down and when the window brings it to life. */
export function Root({ store, actions, language, onLive }: Props) {
  useEffect(onLive, [onLive]);
  return (
    <StrictMode>
      <WindowProvider store={store} actions={actions}>
        <TextProvider first={language}>
          <App />
        </TextProvider>
      </WindowProvider>
    </StrictMode>
  );
}
