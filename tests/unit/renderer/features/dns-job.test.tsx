import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import type { DnsJob } from "../../../../shared/model/dns-job.ts";
import { ASKING, FIXED, FIX_JOB, FIX_RESULT, HELD, JOB, PLAN, WORSE } from "../../../window/dns-samples.ts";
import { guidedSession, stepRecord } from "../../../window/guided-samples.ts";
import { checkup } from "../../../window/samples.ts";
import { accessibilityFaults, headline, openWindow, type OpenWindow } from "../open-window.tsx";

const t = createWindowTranslator("en");
const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });
const answers = ({ main }: OpenWindow): readonly unknown[] =>
  main.calls.filter(({ name }) => name === "dns.confirm").map(({ input }) => input);

/** A window in which this job runs: main tells of it when the page opens. */
async function withJob(job: DnsJob): Promise<OpenWindow> {
  const opened = await openWindow((main) => {
    main.dns.job = { ...job, end: null };
  });
  act(() => opened.main.tellDns(job));
  return opened;
}

describe("a job under way", () => {
  it("is shown again by a page that was loaded afresh", async () => {
    await withJob(JOB);
    expect(headline().textContent).toBe(t("mydns.job.question"));
    expect(screen.getByText(t("mydns.job.prompt"))).toBeTruthy();
    expect(screen.getByText(t("path.node.resolver")).closest("li")?.dataset["state"]).toBe("looking");
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("can be stopped with Escape", async () => {
    const opened = await withJob(JOB);
    await opened.user.keyboard("{Escape}");
    expect(opened.main.calls.at(-1)).toEqual({ name: "dns.cancel", input: { id: JOB.id } });
  });

  it("moves nothing while its steps end: all of them stand there from the start", async () => {
    const opened = await withJob({ ...FIX_JOB, steps: ["look"] });
    const before = screen.getAllByRole("listitem").length;
    act(() => opened.main.tellDns(FIX_JOB));
    expect(screen.getAllByRole("listitem")).toHaveLength(before);
  });
});

describe("the question whether to keep", () => {
  it("counts down from main's deadline, takes more time, and keeps", async () => {
    const opened = await withJob(ASKING);
    expect(document.activeElement).toBe(headline());
    expect(screen.getByRole("timer").textContent).toMatch(/5[4-6] seconds/);
    expect(await accessibilityFaults()).toEqual([]);
    await opened.user.click(button(t("mydns.job.keep.more")));
    expect(opened.main.calls.at(-1)).toEqual({ name: "dns.moreTime", input: { id: JOB.id } });
    act(() => opened.main.tellDns({ ...ASKING, question: { kind: "keep", plan: PLAN, secondsLeft: 90, turn: 2 } }));
    expect(screen.getByRole("timer").textContent).toMatch(/(?:8[5-9]|90) seconds/);
    await opened.user.click(button(t("mydns.job.keep.yes")));
    expect(answers(opened)).toEqual([{ id: JOB.id, yes: true }]);
  });

  it("does not start its clock afresh because something else of the job changed", async () => {
    const opened = await withJob(ASKING);
    const { askedAt } = opened.store.getState().dns;
    act(() => opened.main.tellDns({ ...ASKING, comparison: FIXED }));
    expect(opened.store.getState().dns.askedAt).toBe(askedAt);
  });

  it("shows before and after with the control, and undoes", async () => {
    const opened = await withJob({ ...ASKING, comparison: FIXED });
    expect(headline().textContent).toBe(t("mydns.job.keep.heading-better"));
    expect(screen.getByText(t("dns.comparison.fixed"))).toBeTruthy();
    expect(screen.getByRole("row", { name: new RegExp(t("mydns.compare.control").slice(0, 9)) })).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
    await opened.user.click(button(t("mydns.job.keep.no")));
    expect(answers(opened)).toEqual([{ id: JOB.id, yes: false }]);
  });

  it("says so when it is worse", async () => {
    await withJob({ ...ASKING, comparison: WORSE });
    expect(headline().textContent).toBe(t("mydns.job.keep.heading-worse"));
    expect(screen.getByText(t("dns.comparison.worse"))).toBeTruthy();
  });
});

describe("the end of a job", () => {
  const ends: readonly [DnsJob["end"], string][] = [
    [{ kind: "kept", changeId: "a" }, t("mydns.end.kept.title")],
    [{ kind: "put-back", because: "no-answer", restored: "restored" }, t("mydns.end.because.no-answer")],
    [{ kind: "put-back", because: "worse", restored: "restored" }, t("mydns.end.put-back.title")],
    [{ kind: "put-back", because: "declined", restored: "theirs" }, t("mydns.end.theirs.title")],
    [{ kind: "put-back", because: "guard-gone", restored: "not-restored" }, t("mydns.end.not-restored.title")],
    [{ kind: "changed-since" }, t("mydns.end.changed-since.text")],
    [{ kind: "cancelled" }, t("mydns.end.cancelled.title")],
    [{ kind: "refused", code: "not-authorized", detail: "", changed: "nothing" }, t("dns.failure.not-authorized")],
    [{ kind: "refused", code: "failed", detail: "", changed: "maybe" }, t("mydns.end.refused.title-maybe")],
  ];
  it.each(ends)("of %j is said honestly", async (end, sentence) => {
    await withJob({ ...JOB, end });
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(document.activeElement).toBe(headline());
  });

  it("names what speaks against a switch that was held back", async () => {
    await withJob({ ...JOB, conditions: HELD, end: { kind: "held-back" } });
    expect(screen.getByText(t("dns.condition.vpn-up.title"))).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("of a fix tells what mended it and what was tried", async () => {
    await withJob({ ...FIX_JOB, comparison: FIXED, end: { kind: "fix-ended", result: FIX_RESULT, noAnswer: false } });
    expect(headline().textContent).toBe("Fixed, with the DNS servers of Cloudflare.");
    expect(screen.getByText(/same-address/)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it.each(["not-needed", "no-name", "recovered", "would-not-help", "declined", "unclear"] as const)(
    "of a fix that ended with %s has its own sentence",
    async (kind) => {
      await withJob({
        ...FIX_JOB,
        end: { kind: "fix-ended", result: { ...FIX_RESULT, end: { kind } }, noAnswer: false },
      });
      expect(headline().textContent).toBe(t(`mydns.end.fix.${kind}.title`));
    },
  );
});

describe("the one-click fix", () => {
  it("takes the address from the first screen, and asks before it switches", async () => {
    const opened = await openWindow();
    await opened.user.type(screen.getByRole("textbox"), "shop.example");
    await opened.user.click(button(t("home.fix-dns")));
    expect(headline().textContent).toBe(t("mydns.fix-screen.question"));
    expect(await accessibilityFaults()).toEqual([]);
    await opened.user.click(button(t("mydns.fix-screen.go")));
    expect(opened.main.calls.at(-1)).toEqual({ name: "dns.fix", input: { input: "shop.example", anyway: false } });
    act(() => opened.main.tellDns({ ...FIX_JOB, question: { kind: "agree", plan: PLAN, secondsLeft: 300, turn: 1 } }));
    expect(headline().textContent).toBe(t("mydns.job.agree.heading", { name: "Cloudflare" }));
    expect(screen.getByText(/\/usr\/bin\/pkexec/)).toBeTruthy();
    await opened.user.click(button(t("mydns.job.agree.no")));
    expect(answers(opened)).toEqual([{ id: JOB.id, yes: false }]);
  });

  it("says why it cannot begin, beside the address", async () => {
    const opened = await openWindow((main) => {
      main.dns.error = "spaces";
    });
    await opened.user.click(button(t("home.fix-dns")));
    await opened.user.type(screen.getByRole("textbox"), "a b{Enter}");
    expect(screen.getByText(t("error.spaces"))).toBeTruthy();
  });

  it("leads back to the guided step that it was for", async () => {
    const steps = [stepRecord("one-click-dns", {}, { kind: "dns" })];
    const opened = await openWindow((main) => {
      main.guided = { session: guidedSession(steps), checkup: checkup("resolver-unreachable") };
    });
    await opened.run(checkup("resolver-unreachable", { repairs: [REPAIR] }), 1);
    await opened.user.click(button(t("guided.open")));
    await opened.user.click(button(t("guided.open_dns")));
    expect(opened.main.calls.at(-1)).toEqual({
      name: "dns.fix",
      input: { input: "https://shop.example/", anyway: false },
    });
    act(() => opened.main.tellDns({ ...FIX_JOB, end: { kind: "cancelled" } }));
    await opened.user.click(button(t("common.back")));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(t("repair.one-click-dns.title"));
  });
});

const REPAIR = {
  id: "one-click-dns",
  likelihood: "likely",
  risk: "none",
  needsAdmin: false,
  undoable: true,
  mode: "auto",
} as const;
