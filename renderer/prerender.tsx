import { renderToString } from "react-dom/server";
import type { Api } from "../shared/contract/calls.ts";
import { Root } from "./features/Root.tsx";
import { createActions } from "./state/actions.ts";
import { createAppStore } from "./state/store.ts";
import { loadLanguage } from "./text/catalogues.ts";

export { LANGUAGES } from "../shared/text/languages.ts";

/** Nothing is asked while a page is written down. */
const NOBODY: Api = {
  call: () => Promise.reject(new Error("there is no program behind a page that is being written")),
  on: () => () => undefined,
};

/** The first screen of a window that was just opened, as HTML. The build writes it into the page of each language. */
export async function firstScreen(language: string): Promise<string> {
  await loadLanguage(language);
  const store = createAppStore();
  const actions = createActions(store, NOBODY);
  return renderToString(<Root store={store} actions={actions} language={language} onLive={() => undefined} />);
}
