import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { backToPractice, heading, outcome, practise, press, proof } from "./support/guided.ts";
import { launch, type RunningApp } from "./support/launch.ts";

/** One fault that one step mends: the practice fault, the step, and whether the program or the person does it. */
const MENDED_BY_ONE = [
  ["proxy-unreachable", "A proxy that is no longer there", "Switch the proxy off", "auto"],
  ["proxy-error", "The proxy fails by itself", "Switch the proxy off", "auto"],
  ["no-address", "No address from the router", "Ask the network for a new address", "auto"],
  ["resolver-unreachable", "Your resolver is silent", "Fix my DNS", "auto"],
  ["resolver-failing", "Your resolver fails", "Fix my DNS", "auto"],
  ["resolver-hijack", "Your resolver lies", "Fix my DNS", "auto"],
  ["no-link", "No cable, no Wi-Fi", "Connect to the network again", "guided"],
  ["no-route", "No way out", "Connect to the network again", "guided"],
  ["router-unreachable", "The router is dead", "Restart the modem, then the router", "restart"],
  ["no-internet", "The provider's line is dead", "Restart the modem, then the router", "restart"],
  ["captive-portal", "A hotspot wants you to sign in", "Open the sign-in page", "guided"],
] as const;

describe("a repair, step by step, on the practice network", () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await launch();
    await press(running.page, "Try it on a practice network");
  });

  beforeEach(async () => {
    await running.page.getByRole("button", { name: /^502/ }).waitFor();
  });

  afterAll(async () => {
    await running.stop();
  });

  it.each(MENDED_BY_ONE)(
    "goes from %s to fixed, with before and after side by side",
    async (_code, fault, step, mode) => {
      const { page } = running;
      await practise(page, fault);
      await press(page, "What helps, step by step");
      await heading(page, step);
      expect(await page.getByText("Practice: nothing on this computer").count()).toBeGreaterThan(0);
      await press(page, mode === "auto" ? "Do it" : "Begin");
      if (mode === "guided") await press(page, "I have done it, look again");
      if (mode === "restart") await press(page, "I have pulled the plug");
      await outcome(page, /^Fixed/);
      const [target, control] = await proof(page);
      expect(target).toMatch(/fails.*works/);
      expect(control).toMatch(/\(control\)(?:works.*works|fails.*fails)/);
      await press(page, "Finish");
      await heading(page, "It works again");
      await page.getByText(`What helped: ${step}.`).waitFor();
      await backToPractice(page);
      expect(running.complaints).toEqual([]);
    },
    120_000,
  );

  it("sees modem and router go and come back, and that this does not mend a line that is cut", async () => {
    const { page } = running;
    await practise(page, "The line in the street is cut");
    await press(page, "What helps, step by step");
    await heading(page, "Restart the modem, then the router");
    await press(page, "Begin");
    const stage = (name: string): Locator => page.locator(`[data-stage="${name}"]`);
    await page
      .getByText(/^Pull the plug now/)
      .first()
      .waitFor();
    await page.locator('[data-stage="router"][data-seen="up"]').waitFor();
    expect(await stage("provider").getAttribute("data-seen")).toBe("down");
    await press(page, "I have pulled the plug");
    // The window is loaded again in the middle of it, and goes on.
    await page.locator('[data-stage="router"][data-seen="down"]').waitFor();
    await page.getByText(/^Gone for/).waitFor();
    await page.reload();
    await press(page, "Go on where I was");
    await outcome(page, "No change.");
    await page
      .getByText(/this is still missing: Internet/)
      .first()
      .waitFor();
    await page.getByText(/^It really restarted: the router did not answer for \d+ seconds\.$/).waitFor();
    expect((await proof(page))[0]).toMatch(/fails.*fails/);
    await press(page, "Next step");
    await heading(page, /provider/);
    await press(page, "Leave for now");
    await press(page, "Other practice");
    expect(running.complaints).toEqual([]);
  }, 120_000);

  it("does not believe that it was restarted while nothing went away, and sees the right plug", async () => {
    const { page } = running;
    await practise(page, "The wrong plug");
    await press(page, "What helps, step by step");
    await heading(page, "Restart the modem, then the router");
    await press(page, "Begin");
    await press(page, "I have pulled the plug");
    await outcome(page, "It was not restarted.");
    await page.getByText(/^Nothing was seen going away\./).waitFor();
    await page
      .getByText(/^Nothing went away, as far as we can see, so nothing was restarted\./)
      .first()
      .waitFor();
    expect(await page.locator("tbody tr").count()).toBe(0);
    await press(page, "Try this step once more");
    await press(page, "Begin");
    await press(page, "I have pulled the plug");
    await outcome(page, /^Fixed/);
    await page.getByText(/^It really restarted: the router did not answer for \d+ seconds\.$/).waitFor();
    await press(page, "Finish");
    await backToPractice(page);
    expect(running.complaints).toEqual([]);
  }, 120_000);

  it("takes an old line out of the hosts file, proves it, takes it back and does it again", async () => {
    const { page } = running;
    await practise(page, "An old line in the hosts file");
    await press(page, "What helps, step by step");
    await heading(page, "Take the entry out of the hosts file");
    await page.getByText("# 203.0.113.9 shop.example").waitFor();
    await press(page, "Do it");
    await outcome(page, /^Fixed/);
    await press(page, "Undo");
    await outcome(page, "Taken back.");
    await press(page, "Try this step once more");
    await press(page, "Do it");
    // It fails again before it works again: the undo really brought the fault back.
    await outcome(page, /^Fixed/);
    expect((await proof(page))[0]).toMatch(/fails.*works/);
    await press(page, "Keep it");
    await page.getByText(/^Kept/).waitFor();
    await press(page, "Finish");
    await heading(page, "It works again");
    await backToPractice(page);
  }, 120_000);

  it("says so when a step does not help, and the next one follows", async () => {
    const { page } = running;
    await practise(page, "The site moved, your resolver sleeps");
    await press(page, "What helps, step by step");
    await heading(page, "Clear this computer's DNS memory");
    await press(page, "Do it");
    await outcome(page, "No change.");
    expect((await proof(page))[0]).toMatch(/fails.*fails/);
    await press(page, "Next step");
    // The one-click fix would begin with the same flush, so it is left out.
    await heading(page, "Use another DNS server");
    await press(page, "Do it");
    await outcome(page, /^Fixed/);
    await press(page, "Finish");
    await page.getByText("Clear this computer's DNS memory: no change").waitFor();
    await backToPractice(page);
  }, 120_000);

  it("asks what only the person can see, and plans anew from what they say", async () => {
    const { page } = running;
    await practise(page, "Only the browser fails");
    await press(page, "What helps, step by step");
    await heading(page, "Try a private window");
    await press(page, "Begin");
    await press(page, "Yes, it works");
    await page
      .getByText(/cookies, saved copies or an extension/)
      .first()
      .waitFor();
    await press(page, "Next step");
    await heading(page, "Delete this site's cookies");
    await press(page, "Begin");
    await press(page, "Yes, it works");
    await outcome(page, /^Fixed/);
    expect((await proof(page))[1]).toMatch(/this program.*works.*works/);
    await press(page, "Finish");
    await heading(page, "It works again");
    await backToPractice(page);
  }, 120_000);

  it("takes another way when the first did not help: a proxy that wants a password", async () => {
    const { page } = running;
    await practise(page, "407: the proxy wants a password");
    await press(page, "What helps, step by step");
    await heading(page, "Restart the browser");
    await press(page, "Begin");
    await page.getByRole("button", { name: "No", exact: true }).click();
    await outcome(page, "No change.");
    await press(page, "Next step");
    await heading(page, "Switch the proxy off");
    await press(page, "Do it");
    await outcome(page, /^Fixed/);
    expect((await proof(page))[0]).toMatch(/status 407.*status 200/);
    await press(page, "Finish");
    await backToPractice(page);
  }, 120_000);

  it("promises nothing where the fault is the site's, and does not take credit for its recovery", async () => {
    const { page } = running;
    await practise(page, "502: the server behind the gateway is dead");
    await press(page, "What helps, step by step");
    await heading(page, "Nothing on your computer will change this");
    await press(page, /^Go on: Wait a few minutes/);
    await heading(page, "Wait a few minutes, then try again");
    await press(page, "Look now");
    await outcome(page, /^It works again, by itself/);
    await press(page, "Finish");
    await page.getByText("no step of yours did it").waitFor();
    await backToPractice(page);
    expect(running.complaints).toEqual([]);
  }, 120_000);
});
