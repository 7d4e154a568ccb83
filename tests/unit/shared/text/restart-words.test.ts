import { expect, test } from "vitest";
import { DE_ACTIONS } from "../../../../shared/text/de/actions.ts";
import { EN_ACTIONS } from "../../../../shared/text/en/actions.ts";
import { createTranslator } from "../../../../shared/text/translator.ts";
import { beginRestart, nextRestart } from "../../../../electron/repairs/restart-network/machine.ts";
import type { NetworkLook, RestartState } from "../../../../shared/model/restart.ts";
import { restartWords } from "../../../../shared/text/restart-words.ts";

const UP: NetworkLook["seen"] = { link: "up", router: "up", provider: "up", dns: "up", site: "not-asked" };
const DOWN: NetworkLook["seen"] = { ...UP, link: "down", router: "not-asked", provider: "not-asked", dns: "not-asked" };
const look = (seconds: number, seen: NetworkLook["seen"], outside: string | null = null): NetworkLook => ({
  atMs: seconds * 1_000,
  seen,
  router: "192.168.1.1",
  interfaceName: "eth0",
  quiet: false,
  outside,
});

function run(...looks: readonly NetworkLook[]): RestartState {
  return looks.reduce((state, one) => nextRestart(state, one), beginRestart(0));
}

/** The same look every 20 seconds. */
const steady = (from: number, to: number, seen: NetworkLook["seen"]) =>
  Array.from({ length: (to - from) / 20 + 1 }, (_, index) => look(from + index * 20, seen));

const STATES: readonly (readonly [string, RestartState, string])[] = [
  ["looking", run(), "Looking at how it is before you begin."],
  ["waiting", run(look(1, UP)), "Pull the plug now."],
  ["waiting for a dead router", run(look(1, DOWN)), "Your router does not answer at all."],
  ["unplugged and still there", { ...run(look(1, UP)), pulledMs: 2_000 }, "Is it the right plug?"],
  [
    "not seen going",
    { ...run(look(1, UP)), pulledMs: 2_000, phase: "no-gap" },
    "Nothing went away, as far as we can see, so nothing was restarted.",
  ],
  ["gone", run(look(1, UP), look(20, DOWN)), "The router is gone."],
  [
    "gone behind the router",
    run(look(1, UP), look(20, { ...UP, provider: "down" })),
    "The way to the internet is gone.",
  ],
  [
    "coming back",
    run(look(1, UP), look(20, DOWN), look(40, { ...UP, provider: "down", dns: "not-asked" })),
    "Coming back",
  ],
  [
    "back with another address",
    run(look(1, UP, "203.0.113.5"), look(20, DOWN), look(40, UP, "203.0.113.6")),
    "the router did not answer for 20 seconds. Your address on the internet changed from 203.0.113.5 to 203.0.113.6.",
  ],
  [
    "back with the same address",
    run(look(1, UP, "203.0.113.5"), look(20, DOWN), look(40, UP, "203.0.113.5")),
    "Your address on the internet is still 203.0.113.5.",
  ],
  [
    "back after the modem alone",
    run(look(1, UP), look(20, { ...UP, provider: "down", dns: "down" }), look(50, UP)),
    "the modem restarted",
  ],
  ["back from nothing", run(look(1, DOWN), look(40, UP)), "That it restarted is likely, but was not seen."],
  ["back from no internet", run(look(1, { ...UP, provider: "down" }), look(40, UP)), "was dead before"],
  ["never switched off", run(...steady(0, 600, UP)), "Nothing was switched off in 10 minutes"],
  [
    "not back",
    run(look(0, UP), ...steady(20, 940, { ...UP, provider: "down", dns: "not-asked" })),
    "After 15 minutes this is still missing: Internet. We never saw",
  ],
  ["never back", run(look(0, UP), ...steady(20, 940, DOWN)), "still missing: Connection of this computer"],
  [
    "elsewhere",
    run(look(0, UP), look(20, DOWN), ...steady(40, 100, UP).map((one) => ({ ...one, router: "172.20.10.1" }))),
    "in another network (router 172.20.10.1)",
  ],
];

test.each(STATES)("a restart that is %s is said in both languages", (_name, state, expected) => {
  const say = (t: ReturnType<typeof createTranslator>) => {
    const { headline, facts } = restartWords(state, t);
    return [headline, ...facts].join(" ");
  };
  expect(say(createTranslator("en", { en: { action: EN_ACTIONS } }))).toContain(expected);
  const german = say(createTranslator("de", { de: { action: DE_ACTIONS } }));
  expect(german).not.toMatch(/action\.|\{\{/u);
  expect(german.length).toBeGreaterThan(20);
});
