import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import "./styles/tokens.css";
import "./styles/base.css";
import { takeEarly } from "./early.ts";
import { Root } from "./features/Root.tsx";
import { loadScreens } from "./features/screens.ts";
import { runCommand } from "./state/commands.ts";
import { createActions } from "./state/actions.ts";
import { listen } from "./state/listen.ts";
import { createAppStore } from "./state/store.ts";
import { loadLanguage } from "./text/catalogues.ts";

const root = document.querySelector("#root");
if (root === null || window.api === undefined) throw new Error("the page was opened outside the app");

const api = window.api;
const store = createAppStore();
const actions = createActions(store, api);
listen(store, api);
api.on("shell.command", (command) => void runCommand(command, actions, store));

const language = document.documentElement.lang;
try {
  // So that the first words are not English ones that change.
  await loadLanguage(language);
} finally {
  const pressAgain = takeEarly();
  const live = (): void => {
    // Only now: answers in between would make the first drawing start anew.
    void actions.open();
    // What was typed has reached the state by then.
    setTimeout(pressAgain);
  };
  const page = <Root store={store} actions={actions} language={language} onLive={live} />;
  // The build wrote the first screen into the page; it comes to life in small pieces, so that typing is answered meanwhile.
  if (root.hasChildNodes()) startTransition(() => void hydrateRoot(root, page));
  else createRoot(root).render(page);
}
// The other screens come with the first sign of a person: until then they would only take memory.
for (const sign of ["pointermove", "pointerdown", "keydown"]) {
  window.addEventListener(sign, () => void loadScreens(), { once: true });
}
