import type { ShellCommand } from "../../shared/model/shell-command.ts";
import type { Actions } from "./actions.ts";
import type { AppStore } from "./store.ts";

/** Does what a menu item or its keys ask for; what makes no sense on this screen does nothing. */
export async function runCommand(command: ShellCommand, actions: Actions, store: AppStore): Promise<void> {
  await COMMANDS[command](actions, store);
}

const COMMANDS: Readonly<Record<ShellCommand, (actions: Actions, store: AppStore) => void | Promise<void>>> = {
  "new-check": async (actions, store) => {
    const { run } = store.getState();
    // A check-up that still runs is stopped, as its own button would.
    if (run !== null && run.checkup === null) await actions.cancel();
    actions.showHome();
  },
  "check-again": async (actions, store) => {
    const { run, starting } = store.getState();
    if (run !== null && run.checkup !== null && starting === null) await actions.checkAgain({});
  },
  "open-page": async (actions) => {
    actions.showSaved();
    await actions.openSaved();
  },
  "open-report": (actions) => actions.openReportFile(null),
  dns: (actions) => actions.showDns(),
  settings: (actions) => actions.showSettings(),
  shortcuts: (actions) => actions.showShortcuts(),
  about: (actions) => actions.showAbout(),
  explain: (actions) => actions.showExplain(),
  watches: (actions) => actions.showWatches(),
  history: (actions) => actions.showHistory(),
};
