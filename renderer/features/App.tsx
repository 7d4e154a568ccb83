import { useEffect, useState } from "react";
import { selectScreen } from "../state/selectors.ts";
import { useAppState } from "../state/WindowProvider.tsx";
import css from "./app.module.css";
import { PathPicture } from "./path/PathPicture.tsx";
import { loadScreen, screenHere } from "./screens.ts";
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
  const [, setArrived] = useState<string | null>(null);
  const Current = screenHere(name);
  useEffect(() => {
    let left = false;
    const bring = async (): Promise<void> => {
      await loadScreen(name);
      if (!left) setArrived(name);
    };
    void bring();
    return () => {
      left = true;
    };
  }, [name]);
  // Not by the framework's own waiting, which holds a screen back for a third of a second so that nothing flickers.
  return Current === null ? null : <Current />;
}
