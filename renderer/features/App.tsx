import { useEffect, useState } from "react";
import { selectScreen } from "../state/selectors.ts";
import { useAppState } from "../state/WindowProvider.tsx";
import css from "./app.module.css";
import { PathPicture } from "./path/PathPicture.tsx";
import { loadScreens, screensHere } from "./screens.ts";
import { TopBar } from "./TopBar.tsx";
import { useFileDrop } from "./use-file-drop.ts";

/** The window: the path picture in its place, and under it the one screen that is open. */
export function App() {
  useFileDrop();
  return (
    <div className={css["window"]}>
      <header className={css["top"]}>
        <TopBar />
        <PathPicture />
      </header>
      <CurrentScreen />
    </div>
  );
}

function CurrentScreen() {
  const name = useAppState(selectScreen);
  const [screens, setScreens] = useState(screensHere);
  const Current = screens[name];
  const isMissing = Current === undefined;
  useEffect(() => {
    if (!isMissing) return;
    let left = false;
    const bring = async (): Promise<void> => {
      const all = await loadScreens();
      if (!left) setScreens(all);
    };
    void bring();
    return () => {
      left = true;
    };
  }, [isMissing]);
  // Not by the framework's own waiting, which holds a screen back for a third of a second so that nothing flickers.
  return Current === undefined ? null : <Current />;
}
