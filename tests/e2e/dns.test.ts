import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
} from "../window/dns-samples.ts";
import { accessibilityFaultsOf } from "./support/accessibility.ts";
import { launch, type RunningApp } from "./support/launch.ts";
import { pretendDns, tellDns } from "./support/pretend-dns.ts";

describe("the DNS page of this machine", () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await launch();
  });

  afterAll(async () => {
    await running.stop();
  });

  it("shows what the machine itself says, and changes nothing", async () => {
    const { page } = running;
    const said = await page.evaluate(async () => window.api?.call("dns.status", undefined));
    if (said?.ok !== true || !("status" in said.value)) throw new Error(JSON.stringify(said));
    const { links, file } = said.value.status;
    await page.getByRole("button", { name: "My DNS settings" }).click();
    await page.getByRole("heading", { level: 1, name: "Which DNS servers are in use?" }).waitFor();
    for (const server of file?.servers ?? []) await page.getByText(server).first().waitFor();
    for (const { name } of links) expect(await page.getByRole("heading", { name }).count()).toBe(1);
    await page.getByRole("button", { name: "DNS changes" }).click();
    await page.getByText("Nothing of DNS was ever changed from here.").waitFor();
    const after = await page.evaluate(async () => window.api?.call("dns.status", undefined));
    expect(after).toEqual(said);
  });

  it("plans a switch with its exact commands without touching anything", async () => {
    const { page } = running;
    const plan = await page.evaluate(async () =>
      window.api?.call("dns.plan", { choice: { id: "own", text: "not an address" }, linkId: null }),
    );
    expect(plan).toMatchObject({ ok: true, value: { kind: "bad-servers", code: "not-an-address", text: "not" } });
    const refused = await page.evaluate(async () =>
      window.api?.call("dns.switch", { planId: "never-shown", anyway: true, url: null }),
    );
    expect(refused).toEqual({ ok: false, error: { code: "not-found" } });
    expect(running.complaints).toEqual([]);
  });
});

describe.each(["light", "dark"] as const)("the screens of a DNS change, in the %s scheme", (colorScheme) => {
  let running: RunningApp;
  const answers = {
    "dns.status": OVERVIEW,
    "dns.history": HISTORY,
    "dns.switch": { id: "job-1" },
    "dns.fix": { id: "job-1" },
  };

  beforeAll(async () => {
    running = await launch({ colorScheme });
    await pretendDns(running.app, { ...answers, "dns.plan": { kind: "planned", plan: PLAN, conditions: HELD } });
    await pretendDns(running.app, { "dns.bench": { id: "b" } });
  });

  afterAll(async () => {
    await running.stop();
  });

  const faults = async (): Promise<string[]> => accessibilityFaultsOf(running.page);
  const press = async (name: string | RegExp): Promise<void> =>
    running.page.getByRole("button", { name }).first().click();
  const heading = async (name: string | RegExp): Promise<void> =>
    running.page.getByRole("heading", { level: 1, name }).waitFor();
  const sideways = async (): Promise<number> =>
    running.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      // Below 0 where room is kept for a scroll bar that is not needed.
      return Math.max(scrollWidth - clientWidth, 0);
    });

  it("have no accessibility faults up to the question, and fit a narrow window", async () => {
    const { app, page } = running;
    await page.setViewportSize({ width: 320, height: 640 });
    await press("My DNS settings");
    await heading(/Which DNS servers/);
    expect([await faults(), await sideways()]).toEqual([[], 0]);
    await press(/Use other servers/);
    await heading(/Which servers/);
    expect([await faults(), await sideways()]).toEqual([[], 0]);
    await press(/Cloudflare/);
    await heading(/Better leave/);
    expect([await faults(), await sideways()]).toEqual([[], 0]);
    await page.getByRole("switch").press("Space");
    await press("Switch all the same");
    await tellDns(app, { name: "dns.event", data: JOB });
    await heading(/Switching/);
    expect([await faults(), await sideways()]).toEqual([[], 0]);
    await tellDns(app, { name: "dns.event", data: { ...ASKING, comparison: FIXED } });
    await heading(/Keep the new servers/);
    expect([await faults(), await sideways()]).toEqual([[], 0]);
  });

  it("have none at the end, in the history and in the benchmark either", async () => {
    const { app, page } = running;
    await page.reload();
    await press("Fix my DNS");
    await heading(/Which page does not load/);
    expect([await faults(), await sideways()]).toEqual([[], 0]);
    await page.keyboard.insertText("shop.example");
    await page.keyboard.press("Enter");
    await heading("Mending DNS for shop.example");
    const end = { kind: "fix-ended", result: FIX_RESULT, noAnswer: false } as const;
    await tellDns(app, { name: "dns.event", data: { ...FIX_JOB, comparison: FIXED, end } });
    await heading(/^Fixed/);
    expect([await faults(), await sideways()]).toEqual([[], 0]);
    await press("DNS changes");
    await heading(/What was changed/);
    expect([await faults(), await sideways()]).toEqual([[], 0]);
    await press("Back");
    await press("How fast is it?");
    await press("Measure");
    await tellDns(app, { name: "dns.benchEvent", data: { id: "b", done: 24, of: 24, report: BENCH, stopped: false } });
    await heading(/No meaningful difference/);
    expect([await faults(), await sideways()]).toEqual([[], 0]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await heading(/Which page does not load/);
    expect(running.complaints).toEqual([]);
  });
});
