import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Checkup } from "../../../shared/model/checkup.ts";
import type { ScreenName } from "../../../renderer/state/screen-name.ts";
import { HISTORY } from "../../window/dns-samples.ts";
import { CHANGES } from "../../window/guided-samples.ts";
import { TARGET } from "../../window/fake-main.ts";
import { checkup, SAMPLES } from "../../window/samples.ts";
import { BACK, ENDED, HELD as HELD_WATCH, WATCH } from "../../window/watch-samples.ts";
import { heading, outcome, practise, press } from "./guided.ts";
import { DNS_TOUR } from "./tour-dns.ts";
import { goHome, type View, type Walk } from "./walk.ts";
import { MADE_UP_ID, play, pretend } from "./made-up.ts";

/** Two check-ups that were kept, in a data folder. */
export async function fillHistory(home: string): Promise<void> {
  const history = join(home, "history");
  await mkdir(history, { recursive: true });
  for (const name of ["v1-everything", "v1-gateway-error"]) {
    const text = await readFile(`tests/fixtures/reports/${name}.goodgateway.json`, "utf8");
    const id = /"id": "([^"]+)"/u.exec(text)?.[1] ?? name;
    await writeFile(join(history, `${id}.goodgateway.json`), text);
  }
}

const SITES_FAULT = SAMPLES["gateway-error"];

/** A made-up check-up of a made-up site that stands at this share of its checks. */
async function check(walk: Walk, sample: Checkup | undefined, share: number): Promise<void> {
  const { app, page, button } = walk;
  if (sample === undefined) throw new Error("there is no such sample");
  await pretend(app, { "checkup.start": { id: MADE_UP_ID, target: TARGET } });
  await page.getByRole("textbox").fill("shop.example");
  await button("Check").click();
  await heading(page, /^Checking/);
  await play(app, sample, share);
}

/** The same, to its end. */
async function verdict(walk: Walk, sample: Checkup | undefined = SITES_FAULT): Promise<void> {
  await check(walk, sample, 1);
  await walk.button("What helps, step by step").or(walk.button("Check again")).first().waitFor();
}

async function unfoldAll({ page }: Walk): Promise<void> {
  const folded = page.locator("main :is(h2, h3, h4) > button[aria-expanded=false]");
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
}

/** The practice network really runs: what it finds and mends is what people see. */
async function practised(walk: Walk, fault: string): Promise<void> {
  await press(walk.page, "Try it on a practice network");
  await practise(walk.page, fault);
}

/** Every screen and its looks; one that is not named here does not compile, so none can be forgotten. */
export const TOUR: Readonly<Record<ScreenName, readonly View[]>> = {
  home: [
    ["home", async ({ button }) => button("Check").waitFor()],
    [
      "home-error",
      async ({ page, button }) => {
        await page.getByRole("textbox").fill("no address at all");
        await button("Check").click();
        await page.locator("[data-invalid] [class*=error] > *").first().waitFor();
      },
    ],
    [
      "home-recovered",
      async (walk) => {
        const recovered = [{ changeId: "a", startedAt: HISTORY[0]?.startedAt ?? "", kind: "put-back" as const }];
        await pretend(walk.app, { "dns.recovered": recovered });
        await walk.page.reload();
        await walk.button("All right").waitFor();
        await pretend(walk.app, { "dns.recovered": [] });
      },
    ],
  ],
  practice: [
    [
      "practice",
      async ({ page, button }) => {
        await press(page, "Try it on a practice network");
        await button(/^502/).waitFor();
      },
    ],
  ],
  checkup: [["checkup", async (walk) => check(walk, SITES_FAULT, 0.5)]],
  verdict: [
    ["verdict", async (walk) => verdict(walk)],
    ["verdict-unfolded", unfoldAll],
    [
      "verdict-own-side",
      async (walk) => {
        await goHome(walk);
        await verdict(walk, checkup("healthy"));
      },
    ],
  ],
  repair: [
    [
      "repair-intro",
      async (walk) => {
        await practised(walk, "502: the server behind the gateway is dead");
        await press(walk.page, "What helps, step by step");
        await heading(walk.page, "Nothing on your computer will change this");
      },
    ],
    [
      "repair-step",
      async (walk) => {
        await goHome(walk);
        await practised(walk, "An old line in the hosts file");
        await press(walk.page, "What helps, step by step");
        await heading(walk.page, "Take the entry out of the hosts file");
        await walk.button("Do it").waitFor();
      },
    ],
    [
      "repair-proof",
      async ({ page }) => {
        await press(page, "Do it");
        await outcome(page, /^Fixed/);
      },
    ],
    [
      "repair-end",
      async ({ page }) => {
        await press(page, "Keep it");
        await page.getByText(/^Kept/).waitFor();
        await press(page, "Finish");
        await heading(page, "It works again");
      },
    ],
    [
      "repair-guided",
      async (walk) => {
        await press(walk.page, "Done");
        await goHome(walk);
        await practised(walk, "No cable, no Wi-Fi");
        await press(walk.page, "What helps, step by step");
        await press(walk.page, "Begin");
        await walk.button("I have done it, look again").waitFor();
      },
    ],
    [
      "repair-restart",
      async (walk) => {
        await goHome(walk);
        await practised(walk, "The router is dead");
        await press(walk.page, "What helps, step by step");
        await press(walk.page, "Begin");
        await walk.button("I have pulled the plug").waitFor();
      },
    ],
    [
      "home-resume",
      async (walk) => {
        await press(walk.page, /^Stop/);
        await press(walk.page, "Leave for now");
        await goHome(walk);
        await walk.button("Go on where I was").waitFor();
      },
    ],
    [
      "repair-restart",
      async (walk) => {
        await goHome(walk);
        await practised(walk, "The router is dead");
        await press(walk.page, "What helps, step by step");
        await press(walk.page, "Begin");
        await walk.button("I have pulled the plug").waitFor();
      },
    ],
  ],
  changes: [
    [
      "changes",
      async (walk) => {
        await pretend(walk.app, { "changes.list": CHANGES });
        await walk.page.reload();
        await press(walk.page, "Keep or undo");
        await heading(walk.page, "Keep these changes, or undo them?");
        await pretend(walk.app, { "changes.list": [] });
      },
    ],
  ],
  saved: [
    [
      "saved",
      async ({ page }) => {
        await press(page, "I have a saved error page");
        await page.keyboard.insertText(
          "HTTP/1.1 502 Bad Gateway\nserver: nginx\nx-request-id: 4f1c-77\n\n<hr><center>nginx</center>502 Bad Gateway",
        );
      },
    ],
    [
      "saved-answer",
      async ({ page }) => {
        await press(page, "Who made it?");
        await page.getByText("4f1c-77").waitFor();
      },
    ],
  ],
  ...DNS_TOUR,
  report: [
    [
      "report",
      async (walk) => {
        await openKept(walk);
        await press(walk.page, "Report…");
        await walk.page.locator("iframe").waitFor();
      },
    ],
    [
      "report-text",
      async ({ page, button }) => {
        await page.getByRole("radio", { name: "Plain text" }).click({ force: true });
        await page.locator("pre").first().waitFor();
        await button(/taken out, in/).click();
        await page.getByRole("textbox", { name: "Find in the text" }).fill("shop");
      },
    ],
  ],
  past: [
    [
      "past",
      async ({ page, command }) => {
        await command("history");
        await page.getByRole("checkbox").nth(1).waitFor();
      },
    ],
    [
      "past-delete",
      async ({ page, button }) => {
        await press(page, /^Delete shop/);
        await button("Keep").waitFor();
      },
    ],
    [
      "past-compared",
      async ({ page }) => {
        await press(page, "Keep");
        for (const box of await page.getByRole("checkbox").all()) await box.click({ force: true });
        await press(page, "Compare the two");
        await heading(page, "What is different?");
      },
    ],
  ],
  opened: [["opened", openKept]],
  wrong: [
    [
      "wrong",
      async (walk) => {
        await openKept(walk);
        await press(walk.page, "This is wrong");
        await heading(walk.page, "What do you know better?");
      },
    ],
  ],
  watches: [
    [
      "watches",
      async ({ app, page, command }) => {
        const watches = [
          { ...BACK, id: "00000000000000dd", url: "https://back.example/", displayHost: "back.example" },
          WATCH,
          { ...HELD_WATCH, displayHost: "held.example" },
          ENDED,
        ];
        await pretend(app, { "watch.list": { watches, background: "ask" } });
        await command("watches");
        await page.getByText("back.example").first().waitFor();
      },
    ],
    [
      "watches-open",
      async ({ page }) => {
        await press(page, "Last looks: back.example");
        await page.locator("canvas").waitFor();
      },
    ],
  ],
  explain: [
    [
      "explain",
      async ({ page, command }) => {
        await command("explain");
        await heading(page, "What does it say on your screen?");
        await page.getByRole("button", { name: /^502/ }).first().waitFor();
      },
    ],
    [
      "explain-page",
      async ({ page }) => {
        await press(page, /^502/);
        await page.getByRole("heading", { level: 2, name: "What helps" }).waitFor();
      },
    ],
  ],
  contact: [
    [
      "contact",
      async (walk) => {
        await verdict(walk);
        const body = [
          "Hello,",
          "your site shop.example answers with error 502.",
          "cf-ray: 8abcd0123456789ab-FRA, https://shop.example/basket/a-very-long-path-without-any-place-to-break-the-line/4711",
        ].join("\n\n");
        const subject = "shop.example answers with error 502";
        await pretend(walk.app, { "contact.compose": { subject, body, mailHoldsAll: true } });
        await press(walk.page, "Tell somebody who can mend it");
        await walk.button("Open in the mail program").waitFor();
      },
    ],
  ],
  owner: [
    [
      "owner",
      async ({ page, button, ...walk }) => {
        await verdict({ page, button, ...walk });
        await press(page, "It is my own site");
        await button("Compare").waitFor();
      },
    ],
  ],
  settings: [
    [
      "settings",
      async ({ page, command }) => {
        await command("settings");
        await page.getByRole("radio", { name: "Dark" }).waitFor();
      },
    ],
    ["settings-unfolded", unfoldAll],
  ],
  shortcuts: [
    [
      "shortcuts",
      async ({ page, command }) => {
        await command("shortcuts");
        await page.locator("kbd").first().waitFor();
      },
    ],
  ],
  about: [
    [
      "about",
      async ({ page, command }) => {
        await command("about");
        await page.getByText("MIT: free to use").waitFor();
      },
    ],
  ],
};

async function openKept({ page, command }: Walk): Promise<void> {
  await command("history");
  await page.getByRole("checkbox").nth(1).waitFor();
  await press(page, /^shop\.example/);
  await page.locator("iframe").waitFor();
}
