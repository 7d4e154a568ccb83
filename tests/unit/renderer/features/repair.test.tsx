import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { beginRestart, nextRestart } from "../../../../electron/repairs/restart-network/machine.ts";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import { CONTROL_KINDS, LOOK_KINDS, type GuidedSession, type StepRecord } from "../../../../shared/model/guided.ts";
import type { NetworkLook, RestartState } from "../../../../shared/model/restart.ts";
import { COMPARISON_OUTCOMES } from "../../../../shared/model/comparison.ts";
import { ACTION_REFUSALS } from "../../../../shared/model/repair-action.ts";
import { REPAIR_IDS } from "../../../../shared/model/repair.ts";
import { CHOICE, FAILS, guidedSession, PROOF, SESSION, stepRecord, WORKS } from "../../../window/guided-samples.ts";
import { checkup, pathTo, SAMPLES } from "../../../window/samples.ts";
import { accessibilityFaults, headline, openWindow, type OpenWindow } from "../open-window.tsx";

const t = createWindowTranslator("en");
const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });
const REPAIR = {
  id: "hosts-entry",
  likelihood: "likely",
  risk: "low",
  needsAdmin: true,
  undoable: true,
  mode: "auto",
} as const;
const OVERRIDE = checkup("hosts-override", { repairs: [REPAIR], path: pathTo("device") });

/** The window at the given session, opened from its result. */
async function at(session: GuidedSession): Promise<OpenWindow> {
  const opened = await openWindow((main) => {
    main.guided = { session, checkup: OVERRIDE };
  });
  await opened.run(OVERRIDE, 1);
  await opened.user.click(button(t("guided.open")));
  return opened;
}

const lastCall = ({ main }: OpenWindow) => main.calls.at(-1);
const withStep = (step: StepRecord): GuidedSession => ({
  ...SESSION,
  // No plan names the same step twice.
  steps: [step, stepRecord(step.plan.id === "watch" ? "retry-politely" : "watch", {}, { kind: "elsewhere" })],
});
const hosts = (over: Partial<StepRecord>): StepRecord =>
  stepRecord("hosts-entry", { offer: { repair: "hosts-entry", choices: [CHOICE] }, choiceId: CHOICE.id, ...over });

describe("the way in", () => {
  it("is one button of the result, and one for each row of its list", async () => {
    const opened = await openWindow((main) => {
      main.guided = { session: SESSION, checkup: OVERRIDE };
    });
    await opened.run(OVERRIDE, 1);
    await opened.user.click(button(t("guided.open-one", { title: t("repair.hosts-entry.title") })));
    expect(opened.main.calls.at(-1)).toEqual({
      name: "guided.start",
      input: { checkupId: opened.main.id(), step: "hosts-entry" },
    });
    expect(headline().textContent).toBe(t("repair.hosts-entry.title"));
    expect(document.activeElement).toBe(headline());
  });

  it("says why it cannot begin", async () => {
    const opened = await openWindow();
    await opened.run(OVERRIDE, 1);
    await opened.user.click(button(t("guided.open")));
    expect(screen.getByText(t("error.not-found"))).toBeTruthy();
  });
});

describe("a step", () => {
  it("shows what it does, what it costs and how far the plan is, before anything is touched", async () => {
    const opened = await at(withStep(hosts({ phase: "offered" })));
    expect(screen.getByText(t("guided.progress", { step: 1, total: 2 }))).toBeTruthy();
    expect(screen.getByText("# 203.0.113.9 shop.example")).toBeTruthy();
    expect(screen.getByText(t("guided.admin"))).toBeTruthy();
    expect(screen.getByText(t("guided.undoable"))).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
    await opened.user.click(button(t("guided.do-it")));
    expect(lastCall(opened)).toEqual({ name: "guided.begin", input: { choiceId: "one" } });
  });

  it("lets the person choose a way, by the keyboard too", async () => {
    const second = { ...CHOICE, id: "two", label: "Firefox · default", mode: "guided" as const };
    const choices = [{ ...CHOICE, label: "Chrome · Default" }, second];
    const opened = await at(
      withStep(stepRecord("clear-site-cookies", { offer: { repair: "clear-site-cookies", choices } })),
    );
    const first = screen.getByRole("radio", { name: /Chrome/ });
    act(() => first.focus());
    await opened.user.keyboard("{ArrowDown}");
    await opened.user.click(button(t("guided.begin")));
    expect(lastCall(opened)).toEqual({ name: "guided.begin", input: { choiceId: "two" } });
  });

  it("names what stands in the way", async () => {
    const choices = [{ ...CHOICE, blockedBy: { key: "Close Chrome", values: {} } }];
    await at(withStep(stepRecord("clear-browser-cache", { offer: { repair: "clear-browser-cache", choices } })));
    expect(screen.getByText(t("guided.blocked", { what: "Close Chrome" }))).toBeTruthy();
  });

  it("says what it is at, aloud, keeps the focus, and stops with Escape", async () => {
    const opened = await at(withStep(hosts({ phase: "offered" })));
    act(() => opened.main.tellGuided(withStep(hosts({ phase: "before" }))));
    const words = t("guided.working.before");
    expect(within(screen.getByRole("main")).getAllByText(words)).toHaveLength(2);
    expect(document.activeElement?.contains(screen.getAllByText(words)[0] ?? null)).toBe(true);
    await opened.user.keyboard("{Escape}");
    expect(lastCall(opened)?.name).toBe("guided.stop");
  });
});

describe("a step that is over", () => {
  it("shows before and after side by side with the control, and asks whether to keep it", async () => {
    const end = { kind: "done", undoId: "u", facts: [] } as const;
    const opened = await at(withStep(hosts({ phase: "judged", comparison: PROOF, end })));
    const rows = screen.getAllByRole("row").slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/fails.*works/),
      expect.stringMatching(/\(control\).*works.*works/),
    ]);
    expect(screen.getByRole("heading", { level: 2, name: t("guided.outcome.fixed") })).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
    await opened.user.click(button(t("guided.keep")));
    expect(lastCall(opened)).toEqual({ name: "guided.decide", input: { keep: true } });
    await opened.user.click(button(t("guided.undo")));
    expect(lastCall(opened)).toEqual({ name: "guided.decide", input: { keep: false } });
  });

  it("leaves no trouble on the path once the page works, and has it back after an undo", async () => {
    const opened = await at(withStep(hosts({ phase: "offered" })));
    expect(screen.getByText(t("path.state.fault"))).toBeTruthy();
    act(() => opened.main.tellGuided(withStep(hosts({ phase: "judged", comparison: PROOF }))));
    expect(screen.queryByText(t("path.state.fault"))).toBeNull();
    act(() => opened.main.tellGuided(withStep(hosts({ phase: "judged", comparison: PROOF, decision: "undone" }))));
    expect(screen.getByText(t("path.state.fault"))).toBeTruthy();
  });

  it("claims no fix where the way it does not touch got better, too", async () => {
    const comparison = { ...PROOF, outcome: "recovered-by-itself" as const, before: { target: FAILS, control: FAILS } };
    const end = { kind: "done", undoId: null, facts: [] } as const;
    await at(withStep(hosts({ phase: "judged", comparison, end })));
    expect(screen.getByText(t("guided.outcome.recovered-by-itself-why"))).toBeTruthy();
    expect(screen.queryByText(t("guided.outcome.fixed"))).toBeNull();
  });

  it("offers the next step and another try where it did not help", async () => {
    const comparison = { ...PROOF, outcome: "unchanged" as const, after: [{ target: FAILS, control: WORKS }] };
    const opened = await at(withStep(hosts({ phase: "judged", comparison })));
    await opened.user.click(button(t("guided.again-this")));
    expect(lastCall(opened)).toEqual({ name: "guided.move", input: { to: "again" } });
    await opened.user.click(button(t("guided.next")));
    expect(lastCall(opened)).toEqual({ name: "guided.move", input: { to: "next" } });
  });

  it("says why nothing was done when it was refused", async () => {
    const end = { kind: "refused", code: "not-permitted", detail: "EACCES", changed: "nothing" } as const;
    await at(withStep(hosts({ phase: "judged", end })));
    expect(screen.getByRole("heading", { level: 2, name: t("guided.outcome.refused") })).toBeTruthy();
    expect(screen.getAllByText(/EACCES/)).not.toEqual([]);
  });
});

describe("a step that needs the person", () => {
  it("asks what only the person can see", async () => {
    const opened = await at(
      withStep(stepRecord("private-window", { phase: "guiding" }, { kind: "ask", look: "person" })),
    );
    expect(screen.getByRole("group", { name: t("guided.ask.private-window") })).toBeTruthy();
    await opened.user.click(button(t("guided.ask.no")));
    expect(lastCall(opened)).toEqual({ name: "guided.done", input: { answer: "no" } });
  });

  it("can be left out, left for later with Escape, and gone back from", async () => {
    const two = {
      ...SESSION,
      at: 1,
      steps: [stepRecord("retry-politely", { phase: "skipped" }), hosts({ phase: "offered" })],
    };
    const opened = await at(two);
    await opened.user.click(button(t("guided.skip")));
    expect(lastCall(opened)).toEqual({ name: "guided.move", input: { to: "skip" } });
    await opened.user.click(button(t("guided.back")));
    expect(lastCall(opened)).toEqual({ name: "guided.move", input: { to: "back" } });
    await opened.user.keyboard("{Escape}");
    expect(button(t("guided.open"))).toBeTruthy();
  });
});

describe("a restart of the network", () => {
  const UP = { link: "up", router: "up", provider: "up", dns: "up", site: "not-asked" } as const;
  const GONE = { link: "up", router: "down", provider: "not-asked", dns: "not-asked", site: "not-asked" } as const;
  const look = (seconds: number, seen: NetworkLook["seen"]): NetworkLook => ({
    atMs: Date.now() - 600_000 + seconds * 1_000,
    seen,
    router: "192.168.1.1",
    interfaceName: "wlan0",
    quiet: false,
    outside: null,
  });
  const run = (...looks: readonly NetworkLook[]): RestartState =>
    looks.reduce((state, one) => nextRestart(state, one), beginRestart(Date.now() - 600_000));
  const restarting = (restart: RestartState, over: Partial<StepRecord> = {}): GuidedSession =>
    withStep(stepRecord("restart-network", { phase: "working", restart, ...over }, { look: "checkup" }));
  const stages = (): readonly (string | null)[] =>
    within(screen.getByRole("list", { name: t("guided.restart.stages") }))
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent);

  it("shows what is there and takes that the plug is out, and what is gone then, also on the path", async () => {
    const opened = await at(restarting(run(look(1, UP))));
    expect(stages().slice(0, 2)).toEqual(["Connection of this computer: there", "Router: there"]);
    expect(await accessibilityFaults()).toEqual([]);
    await opened.user.click(button(t("guided.restart.pulled")));
    expect(lastCall(opened)?.name).toBe("guided.pulled");
    act(() => opened.main.tellGuided(restarting(run(look(1, UP), look(20, GONE)))));
    expect(stages().slice(1, 3)).toEqual(["Router: gone", "Internet: not asked yet"]);
    expect(screen.getByRole("timer").textContent).toMatch(/^Gone for/);
    // Announced, and shown where the trouble of the path is shown.
    expect(screen.getAllByText(/^The router is gone\..*There now: Connection of this computer/)).toHaveLength(1);
    expect(screen.getAllByText(t("path.state.fault"))).toHaveLength(1);
    await opened.user.click(button(t("guided.restart.look-now")));
    expect(lastCall(opened)).toEqual({ name: "guided.done", input: { answer: null } });
    await opened.user.keyboard("{Escape}");
    expect(lastCall(opened)?.name).toBe("guided.stop");
  });

  it("proves that it restarted by the gap that was seen, beside the comparison", async () => {
    const restart = run(look(1, UP), look(20, GONE), look(50, GONE), look(94, UP));
    await at(
      restarting(restart, { phase: "judged", comparison: PROOF, end: { kind: "done", undoId: null, facts: [] } }),
    );
    expect(screen.getByText(t("action.restart-network.proof.gap", { seconds: 74 }))).toBeTruthy();
    expect(screen.getByRole("table")).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("says that nothing was restarted where nothing went away", async () => {
    const restart: RestartState = { ...run(look(1, UP)), phase: "no-gap", pulledMs: 1 };
    const end = { kind: "refused", code: "not-effective", detail: "", changed: "nothing" } as const;
    await at(restarting(restart, { phase: "judged", end }));
    expect(screen.getByRole("heading", { level: 2, name: t("guided.outcome.not-restarted") })).toBeTruthy();
    expect(screen.getByText(t("action.restart-network.end.no-gap-pulled"))).toBeTruthy();
  });

  it("says what goes on when the picture was stopped after the plug was out", async () => {
    const restart: RestartState = { ...run(look(1, UP), look(20, GONE)), pulledMs: 1 };
    const opened = await at(restarting(restart, { phase: "guiding", end: { kind: "opened" } }));
    expect(screen.getByText(t("action.restart-network.end.cancelled"))).toBeTruthy();
    await opened.user.click(button(t("guided.done-look")));
    expect(lastCall(opened)).toEqual({ name: "guided.done", input: { answer: null } });
  });
});

describe("a step that went wrong in the middle", () => {
  it.each([
    ["interrupted", "failed", t("guided.interrupted")],
    ["", "timeout", t("guided.went-wrong", { why: t("action.refused.timeout") })],
  ] as const)("says which: %s %s", async (detail, code, words) => {
    const end = { kind: "refused", code, detail, changed: "maybe" } as const;
    await at(withStep(hosts({ phase: "guiding", end })));
    expect(screen.getByText(words)).toBeTruthy();
  });
});

describe("the way to what it means", () => {
  it("is there at every step, and the step is where it leads back to", async () => {
    const opened = await at(withStep(hosts({ phase: "offered" })));
    await opened.user.click(button(t("know.what")));
    expect(opened.store.getState()).toMatchObject({
      screen: "explain",
      explain: { trail: ["verdict-hosts-override"], from: "repair" },
    });
  });
});

describe("a step that another screen is for", () => {
  it.each([
    ["contact-site", "contact"],
    ["contact-provider", "contact"],
    ["owner", "owner"],
    ["watch", "watches"],
  ] as const)("counts as done and leads there: %s", async (id, wanted) => {
    const opened = await at(withStep(stepRecord(id, {}, { kind: "elsewhere", look: "checkup" })));
    await opened.user.click(button(t(`guided.elsewhere.${id}`)));
    expect(opened.main.calls).toContainEqual({ name: "guided.move", input: { to: "skip" } });
    expect(opened.store.getState().screen).toBe(wanted);
  });

  it("has the address to correct ready on the first screen", async () => {
    const opened = await at(withStep(stepRecord("check-address", {}, { kind: "elsewhere", look: "checkup" })));
    await opened.user.click(button(t("guided.elsewhere.check-address")));
    expect(screen.getByRole("textbox")).toHaveProperty("value", "shop.example");
  });
});

describe("a fault that is not this person's", () => {
  it("is said to be so first, with what makes sense all the same", async () => {
    const steps = [stepRecord("retry-politely", {}, { kind: "look" }), stepRecord("watch", {}, { kind: "elsewhere" })];
    const opened = await at(guidedSession(steps, { place: "intro", mine: false, verdict: OVERRIDE.judgement.verdict }));
    expect(headline().textContent).toBe(t("guided.intro.heading"));
    expect(await accessibilityFaults()).toEqual([]);
    await opened.user.click(button(/^Go on: /));
    expect(lastCall(opened)).toEqual({ name: "guided.move", input: { to: "next" } });
  });
});

describe("the end", () => {
  it("names the step that did it, and what else was tried", async () => {
    const steps = [hosts({ phase: "skipped" }), hosts({ phase: "judged", comparison: PROOF })];
    const opened = await at(
      guidedSession([{ ...steps[0], plan: { ...hosts({}).plan, id: "watch" } } as StepRecord, steps[1] as StepRecord], {
        place: "end",
      }),
    );
    expect(headline().textContent).toBe(t("guided.finished.works"));
    expect(screen.getByText(t("guided.finished.works-by", { title: t("repair.hosts-entry.title") }))).toBeTruthy();
    expect(
      screen.getAllByRole("listitem").filter(({ textContent }) => textContent?.includes(t("guided.tried.skipped"))),
    ).toHaveLength(1);
    await opened.user.click(button(t("guided.finished.done")));
    expect(opened.main.calls.some(({ name }) => name === "guided.end")).toBe(true);
  });

  it("does not promise anything when nothing helped", async () => {
    await at(guidedSession([hosts({ phase: "skipped" })], { place: "end" }));
    expect(headline().textContent).toBe(t("guided.finished.over"));
  });
});

describe("a session that was left before", () => {
  it("is offered on the first screen, and goes on where it was", async () => {
    const opened = await openWindow((main) => {
      main.guided = { session: withStep(hosts({ phase: "guiding" })), checkup: OVERRIDE };
    });
    expect(screen.getByText(/^You were mending shop\.example/)).toBeTruthy();
    await opened.user.click(button(t("guided.resume.go")));
    expect(headline().textContent).toBe(t("repair.hosts-entry.title"));
    await opened.user.keyboard("{Escape}");
    expect(button(t("guided.open"))).toBeTruthy();
  });

  it("can be forgotten", async () => {
    const opened = await openWindow((main) => {
      main.guided = { session: withStep(hosts({ phase: "offered" })), checkup: OVERRIDE };
    });
    await opened.user.click(button(t("guided.resume.end")));
    expect(lastCall(opened)?.name).toBe("guided.end");
    expect(screen.queryByText(/^You were mending/)).toBeNull();
  });
});

describe("its words", () => {
  it.each([
    ...REPAIR_IDS.map((id) => `guided.how.${id}`),
    ...COMPARISON_OUTCOMES.flatMap((outcome) => [`guided.outcome.${outcome}`, `guided.tried.${outcome}`]),
    ...LOOK_KINDS.map((look) => `guided.proof.target.${look}`),
    ...CONTROL_KINDS.map((control) => `guided.proof.control.${control}`),
    ...ACTION_REFUSALS.map((code) => `action.refused.${code}`),
  ])("have a sentence for %s", (key) => {
    expect(t.has(key)).toBe(true);
  });

  it("are shown for every sample result without a raw key", async () => {
    for (const sample of Object.values(SAMPLES)) {
      for (const { id } of sample.judgement.repairs) expect(t.has(`repair.${id}.title`)).toBe(true);
    }
  });
});
