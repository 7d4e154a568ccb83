import type { Actions } from "../../renderer/state/actions.ts";
import type { ScreenName } from "../../renderer/state/screen-name.ts";
import type { AppStore } from "../../renderer/state/store.ts";
import { JOB } from "./dns-samples.ts";
import type { FakeMain } from "./fake-main.ts";
import { CHANGES, SESSION } from "./guided-samples.ts";
import { checkup } from "./samples.ts";

interface Room {
  readonly main: FakeMain;
  readonly store: AppStore;
  readonly actions: Actions;
}

const CHOICE = { id: "cloudflare", text: "" } as const;
const SOURCE = { kind: "checkup", id: "run-1" } as const;
const ABOUT = { host: "shop.example" } as const;

async function check({ main, actions }: Room, share: number): Promise<void> {
  await actions.check("shop.example");
  main.play(checkup("gateway-error", {}, 502), share);
}

/** How each screen is come to; a screen that is not named here does not compile, so none can be forgotten. */
export const WAYS: Readonly<Record<ScreenName, (room: Room) => Promise<void> | void>> = {
  home: ({ actions }) => actions.showHome(),
  practice: ({ actions }) => actions.showPractice(),
  checkup: (room) => check(room, 0.5),
  verdict: (room) => check(room, 1),
  repair: async (room) => {
    room.main.guided = { session: SESSION, checkup: checkup("gateway-error", {}, 502) };
    await check(room, 1);
    await room.actions.openGuided();
  },
  saved: ({ actions }) => actions.showSaved(),
  dns: ({ actions }) => actions.showDns(),
  "dns-choose": ({ actions }) => actions.chooseDns(),
  "dns-plan": ({ actions }) => actions.planDns(CHOICE),
  "dns-fix": ({ actions }) => actions.showFix(),
  "dns-job": async ({ main, actions }) => {
    await actions.planDns(CHOICE);
    await actions.switchDns(false);
    main.tellDns(JOB);
  },
  "dns-history": ({ actions }) => actions.showDnsHistory(),
  changes: async ({ main, actions }) => {
    main.changes = CHANGES;
    await actions.showChanges();
  },
  "dns-bench": ({ actions }) => actions.showBench(),
  report: async (room) => {
    await check(room, 1);
    await room.actions.showReport(SOURCE, ABOUT);
  },
  past: ({ actions }) => actions.showHistory(),
  opened: ({ actions }) => actions.showKept({ kind: "history", id: "a" }),
  wrong: async (room) => {
    await check(room, 1);
    room.actions.showWrong(SOURCE, ABOUT);
  },
  watches: ({ actions }) => actions.showWatches(),
  explain: ({ actions }) => actions.showExplain(),
  contact: async (room) => {
    await check(room, 1);
    await room.actions.showContact();
  },
  owner: async (room) => {
    await check(room, 1);
    room.actions.showOwner();
  },
  settings: ({ actions }) => actions.showSettings(),
  shortcuts: ({ actions }) => actions.showShortcuts(),
  about: ({ actions }) => actions.showAbout(),
};
