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

performance.mark("main");
const root = document.querySelector("#root");
if (root === null || window.api === undefined) throw new Error("the page was opened outside the app");

/** A busy page must not put off the questions for longer (ms). */
const OPEN_AT_LATEST_MS = 500;

const api = window.api;
const store = createAppStore();
const actions = createActions(store, api);
listen(store, api);
api.on("shell.command", (command) => void runCommand(command, actions, store));

performance.mark("actions");
const language = document.documentElement.lang;
try {
  // So that the first words are not English ones that change.
  await loadLanguage(language);
} finally {
  const page = <Root store={store} actions={actions} language={language} />;
  const early = takeEarly(root);
  // The build wrote the first screen into the page; without it (a page of a test) there is nothing to take over.
  // In small pieces, so that typing is answered meanwhile.
  if (root.hasChildNodes()) startTransition(() => void hydrateRoot(root, page));
  else createRoot(root).render(page);
  if (early.typed !== "") actions.type(early.typed);
  if (early.sent) void actions.check(early.typed);
}
performance.mark("hydrating");
setTimeout(() => performance.mark("after-task"));
// Questions to main come after the first screen has come to life: answers in between would make its first drawing start anew.
requestIdleCallback(() => void actions.open(), { timeout: OPEN_AT_LATEST_MS });
// The other screens come with the first sign of a person: until then they would only take memory.
for (const sign of ["pointermove", "pointerdown", "keydown"]) {
  window.addEventListener(sign, () => void loadScreens(), { once: true });
}
