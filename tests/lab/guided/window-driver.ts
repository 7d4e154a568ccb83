import { writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { outcome, press } from "../../e2e/support/guided.ts";
import { launch } from "../../e2e/support/launch.ts";
import { NOBODY, ORIGIN, REFERENCES } from "./internet-places.ts";
import { begin, check, finish, internetIs, lastResult, outcomeNow, sh, stepTitle } from "./person.ts";

/**
 * A person at the real window of a throw-away machine, with one real fault after the other: verdict, step, before and
 * after, undo, end. Prints one JSON object: what was seen on each way. usage: window-driver [WAY...]
 */
const HOME = "/root/gg";
const OPENED = "/tmp/opened";

type Seen = Record<string, unknown>;

const HOSTS = "stat -c '%a %u %g' /etc/hosts; cat /etc/hosts";
const PROXY = "gsettings list-recursively org.gnome.system.proxy | sort";
const DNS = "resolvectl dns eth0; resolvectl domain eth0; readlink /etc/resolv.conf; cat /etc/resolv.conf";

/** Does a step, takes it back, and does it once more: the undo must bring back fault and setting alike. */
async function twice(page: Page, state: string): Promise<Seen> {
  const before = sh(state);
  await press(page, "Do it");
  const first = await outcomeNow(page);
  const changed = sh(state);
  await press(page, "Undo");
  await outcome(page, "Taken back.");
  const undone = sh(state);
  await press(page, "Try this step once more");
  await press(page, "Do it");
  const again = await outcomeNow(page);
  return { before, first, changed, undone, again, after: sh(state) };
}

/** Takes back the newest change of DNS, on its own screen; what is set then. */
async function undoDns(page: Page): Promise<string> {
  await page.reload();
  await press(page, "My DNS settings");
  await press(page, "DNS changes");
  await press(page, /^Undo/u);
  await page.getByText(/^Undone\./u).waitFor({ timeout: 60_000 });
  return sh(DNS);
}

const WAYS: Readonly<Record<string, (page: Page) => Promise<Seen>>> = {
  /** An old line in the hosts file. */
  async hosts(page) {
    sh(
      `printf '127.0.0.1\\tlocalhost\\n# mine\\n${NOBODY}  shop.site.test old.site.test\\n' >/etc/hosts; chmod 640 /etc/hosts`,
    );
    const verdict = await check(page, "http://shop.site.test/");
    const step = await begin(page);
    const both = await twice(page, HOSTS);
    await press(page, "Keep it");
    return { verdict, step, ...both, end: await finish(page) };
  },

  /** The proxy of a program that is gone. */
  async proxy(page) {
    sh(
      "gsettings set org.gnome.system.proxy.http host 127.0.0.1; gsettings set org.gnome.system.proxy.http port 8118; gsettings set org.gnome.system.proxy mode manual",
    );
    const verdict = await check(page, "http://proxied.site.test/");
    const step = await begin(page);
    return { verdict, step, ...(await twice(page, PROXY)), end: await finish(page) };
  },

  /** The computer's own memory keeps an address that is dead. */
  async flush(page) {
    await internetIs({ moved: { provider: ["kept.site.test"], public: ["kept.site.test"] } });
    const kept = sh("getent ahostsv4 kept.site.test | head -1");
    await internetIs();
    const verdict = await check(page, "http://kept.site.test/");
    const step = await begin(page);
    await press(page, "Do it");
    return { kept, verdict, step, ...(await outcomeNow(page)), end: await finish(page) };
  },

  /** The provider's resolver sleeps: clearing the memory does not help, another server does. */
  async sleeping(page) {
    await internetIs({ moved: { provider: ["gone.site.test"], public: [] } });
    const before = sh(DNS);
    const verdict = await check(page, "http://gone.site.test/");
    const first = await begin(page);
    await press(page, "Do it");
    const noHelp = await outcomeNow(page);
    await press(page, "Next step");
    const second = await stepTitle(page);
    await press(page, "Go on");
    await press(page, /Google/u);
    await press(page, /^Switch$/u);
    await press(page, /^Keep$/u);
    await page.getByRole("heading", { level: 1, name: /are kept/u }).waitFor();
    const changed = sh(DNS);
    await press(page, /^Back$/u);
    const { said, proof } = await outcomeNow(page);
    const end = await finish(page);
    return { before, verdict, first, noHelp, second, changed, said, proof, end, undone: await undoDns(page) };
  },

  /** The provider's resolver is dead: the fix of the plan's first step finds a better one, and asks before it switches. */
  async silent(page) {
    const before = sh(DNS);
    await internetIs({ silent: true });
    const verdict = await check(page, "http://quiet.site.test/");
    const first = await begin(page);
    await press(page, "Go on");
    await press(page, /^Switch$/u);
    await press(page, /^Keep$/u);
    await page.getByRole("heading", { level: 1, name: /^Fixed/u }).waitFor({ timeout: 60_000 });
    const changed = sh(DNS);
    await press(page, /^Back$/u);
    const { said, proof } = await outcomeNow(page);
    const end = await finish(page);
    return { before, verdict, first, changed, said, proof, end, undone: await undoDns(page) };
  },

  /** A hotspot that wants a sign-in; the machine's browser is a person who signs in. */
  async portal(page) {
    await internetIs({ portal: true });
    const signIn = `fetch(process.argv[1], { method: "POST" }).then(() => process.exit(0))`;
    writeFileSync(
      "/usr/bin/xdg-open",
      `#!/bin/sh\necho "$1" >>${OPENED}\nexec ${process.execPath} -e '${signIn}' "$1"\n`,
      { mode: 0o755 },
    );
    const verdict = await check(page, "http://news.site.test/");
    const step = await begin(page);
    await press(page, "Do it");
    await press(page, "I have done it, look again");
    return { verdict, step, ...(await outcomeNow(page)), opened: sh(`cat ${OPENED}`), end: await finish(page) };
  },

  /** The clocks of all others are two days ahead of this computer's. */
  async clock(page) {
    await internetIs({ aheadDays: 2 });
    const verdict = await check(page, "https://www.example.com/");
    const step = await begin(page);
    await press(page, "Begin");
    await page.getByRole("button", { name: "I have done it, look again" }).waitFor();
    // A machine's clock is everybody's: here the others come to agree with it, which is the same to see.
    await internetIs();
    await press(page, "I have done it, look again");
    return { verdict, step, ...(await outcomeNow(page)), end: await finish(page) };
  },

  /** The gateway in front of a site cannot use its server: nothing to mend here, but two people to tell. */
  async gateway(page) {
    const verdict = await check(page, "http://cdn.site.test/basket?article=7");
    await press(page, "What helps, step by step");
    await page.getByRole("heading", { level: 1, name: "Nothing on your computer will change this" }).waitFor();
    await press(page, /^Go on: /u);
    await stepTitle(page);
    await press(page, "Skip this step");
    await page.getByRole("button", { name: "Watch it for me" }).waitFor();
    await press(page, "Skip this step");
    await press(page, "Write to the site");
    const message = await page.locator("pre").first().innerText();
    await page.reload();
    await press(page, "Go on where I was");
    await press(page, "Open the owner's page");
    const asked = async (origin: string): Promise<Seen> => {
      await page.getByLabel("Address of your own server").fill(origin);
      await press(page, "Compare");
      await page.getByText("Done.", { exact: true }).waitFor();
      const heading = await page.getByRole("heading", { level: 1 }).innerText();
      return { heading, rows: await page.locator("tbody tr").allTextContents() };
    };
    return { verdict, message, origin: await asked(ORIGIN), nobody: await asked(NOBODY) };
  },
};

async function run(): Promise<Readonly<Record<string, Seen>>> {
  writeFileSync("/root/references.json", JSON.stringify(REFERENCES));
  await internetIs();
  const env = { GOODGATEWAY_REFERENCES: "/root/references.json" };
  const { page, stop, complaints } = await launch({ home: HOME, env });
  page.setDefaultTimeout(60_000);
  const wanted = process.argv.slice(2);
  const seen: Record<string, Seen> = {};
  for (const [name, way] of Object.entries(WAYS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const began = performance.now();
    try {
      // oxlint-disable-next-line no-await-in-loop -- one window, one way after the other
      seen[name] = await way(page);
    } catch (error) {
      // oxlint-disable-next-line no-await-in-loop
      seen[name] = { error: String(error), shown: await page.locator("main").innerText(), lastResult };
    }
    seen[name]["seconds"] = Math.round((performance.now() - began) / 1_000);
    // oxlint-disable-next-line no-await-in-loop
    await internetIs();
  }
  await stop();
  return { ...seen, window: { complaints } };
}

const seen = await run().catch((error: unknown) => ({ window: { error: String(error) } }));
process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0));
