import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./styles/tokens.css";
import "./styles/base.css";
import { App } from "./features/App.tsx";
import { loadScreens } from "./features/screens.ts";
import { runCommand } from "./state/commands.ts";
import { createActions } from "./state/actions.ts";
import { listen } from "./state/listen.ts";
import { createAppStore } from "./state/store.ts";
import { WindowProvider } from "./state/WindowProvider.tsx";
import { loadLanguage } from "./text/catalogues.ts";
import { TextProvider } from "./text/TextProvider.tsx";

const root = document.querySelector("#root");
if (root === null || window.api === undefined) throw new Error("the page was opened outside the app");

const api = window.api;
const store = createAppStore();
const actions = createActions(store, api);
listen(store, api);
api.on("shell.command", (command) => void runCommand(command, actions, store));
void actions.open();

const page = createRoot(root);
try {
  // So that the first words are not English ones that change.
  await loadLanguage(navigator.language);
} finally {
  page.render(
    <StrictMode>
      <WindowProvider store={store} actions={actions}>
        <TextProvider>
          <App />
        </TextProvider>
      </WindowProvider>
    </StrictMode>,
  );
}
// The other screens come with the first sign of a person: until then they would only take memory.
for (const sign of ["pointermove", "pointerdown", "keydown"]) {
  window.addEventListener(sign, () => void loadScreens(), { once: true });
}
