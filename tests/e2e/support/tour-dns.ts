import type { ScreenName } from "../../../renderer/state/screen-name.ts";
import {
  ASKING,
  BENCH,
  FIXED,
  FIX_JOB,
  FIX_RESULT,
  HELD,
  HISTORY,
  JOB,
  OVERVIEW,
  PLAN,
  PLANNED,
} from "../../window/dns-samples.ts";
import { heading, press } from "./guided.ts";
import { pretend, tell } from "./made-up.ts";
import { goHome, type View, type Walk } from "./walk.ts";

async function dnsAnswers({ app }: Walk): Promise<void> {
  await pretend(app, {
    "dns.status": OVERVIEW,
    "dns.history": [...HISTORY],
    "dns.switch": { id: "job-1" },
    "dns.fix": { id: "job-1" },
    "dns.plan": PLANNED,
    "dns.bench": { id: "b" },
    "dns.job": null,
  });
}

const openDns = async (walk: Walk): Promise<void> => {
  await dnsAnswers(walk);
  await walk.command("dns");
  await heading(walk.page, /Which DNS servers/);
};

const openPlan = async (walk: Walk): Promise<void> => {
  await openDns(walk);
  await press(walk.page, /Use other servers/);
  await press(walk.page, /Cloudflare/);
};

/** The screens about DNS, with made-up answers: nothing of this machine is read or changed. */
export const DNS_TOUR: Readonly<Record<Extract<ScreenName, "dns" | `dns-${string}`>, readonly View[]>> = {
  dns: [["dns", openDns]],
  "dns-choose": [
    [
      "dns-choose",
      async (walk) => {
        await openDns(walk);
        await press(walk.page, /Use other servers/);
        await walk.button(/Cloudflare/).waitFor();
      },
    ],
  ],
  "dns-plan": [
    [
      "dns-plan",
      async (walk) => {
        await openPlan(walk);
        await heading(walk.page, /^Switch to/);
      },
    ],
    [
      "dns-plan-held",
      async (walk) => {
        await goHome(walk);
        await openDns(walk);
        await pretend(walk.app, { "dns.plan": { kind: "planned", plan: PLAN, conditions: HELD } });
        await press(walk.page, /Use other servers/);
        await press(walk.page, /Cloudflare/);
        await heading(walk.page, /^Better leave/);
      },
    ],
  ],
  "dns-fix": [
    [
      "dns-fix",
      async (walk) => {
        await dnsAnswers(walk);
        await press(walk.page, "Fix my DNS");
        await walk.button("Fix it").waitFor();
      },
    ],
  ],
  "dns-job": [
    [
      "dns-job",
      async (walk) => {
        await openPlan(walk);
        await press(walk.page, /^Switch$/);
        await tell(walk.app, [{ name: "dns.event", data: JOB }]);
        await walk.button(/^(?:Stop|Cancel)/).waitFor();
      },
    ],
    [
      "dns-keep",
      async ({ app, page }) => {
        await tell(app, [{ name: "dns.event", data: { ...ASKING, comparison: FIXED } }]);
        await heading(page, /Keep the new servers/);
      },
    ],
    [
      "dns-fixed",
      async ({ app, button }) => {
        const end = { kind: "fix-ended", result: FIX_RESULT, noAnswer: false };
        const data = { ...JOB, kind: "fix", host: "shop.example", comparison: FIXED, end };
        await tell(app, [{ name: "dns.event", data }]);
        await button("My DNS settings").waitFor();
      },
    ],
    [
      "dns-fixing",
      async (walk) => {
        await goHome(walk);
        await press(walk.page, "Fix my DNS");
        await walk.page.keyboard.insertText("shop.example");
        await press(walk.page, "Fix it");
        await tell(walk.app, [{ name: "dns.event", data: FIX_JOB }]);
        await walk.button(/^(?:Stop|Cancel)/).waitFor();
      },
    ],
  ],
  "dns-history": [
    [
      "dns-history",
      async (walk) => {
        await openDns(walk);
        await press(walk.page, "DNS changes");
        await walk.button(/^Undo/).waitFor();
      },
    ],
  ],
  "dns-bench": [
    [
      "dns-bench",
      async (walk) => {
        await openDns(walk);
        await press(walk.page, "How fast is it?");
        await press(walk.page, "Measure");
        const data = { id: "b", done: 24, of: 24, report: BENCH, stopped: false };
        await tell(walk.app, [{ name: "dns.benchEvent", data }]);
        await walk.page.locator("table").first().waitFor();
      },
    ],
  ],
};
