import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import { verdictText } from "../../../../shared/text/verdict-text.ts";
import { VERDICT_CODES } from "../../../../shared/model/verdict-code.ts";
import { checkup, SAMPLES, verdict } from "../../../window/samples.ts";
import { accessibilityFaults, headline, openWindow } from "../open-window.tsx";

const t = createWindowTranslator("en");
/** The question that is open. */
const asked = (): string => screen.getByRole("group").querySelector("legend")?.textContent ?? "";
const unsure = checkup("site-unreachable", { verdict: verdict("site-unreachable", { confidence: "medium" }) });
const fault = SAMPLES["gateway-error"] ?? checkup("gateway-error");

describe("the result", () => {
  it.each(VERDICT_CODES)("says %s in one large sentence, with its certainty in words", async (code) => {
    const { run } = await openWindow();
    await run(checkup(code, { verdict: verdict(code, { confidence: "medium" }) }), 1);
    await waitFor(() => expect(headline().textContent).toBe(verdictText(verdict(code), t).title));
    expect(document.activeElement).toBe(headline());
    expect(screen.getByText(t(`result.confidence.${code === "inconclusive" ? "none" : "medium"}`))).toBeTruthy();
  });

  it.each(Object.entries(SAMPLES))("is accessible: %s", async (_name, sample) => {
    const { run } = await openWindow();
    await run(sample, 1);
    await screen.findByRole("button", { name: t("result.again") });
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("gives the evidence, what was ruled out and what would change it", async () => {
    const { run, user } = await openWindow();
    await run(fault, 1);
    const seen = within(await screen.findByRole("region", { name: t("result.evidence") }));
    expect(seen.getAllByRole("listitem")).toHaveLength(3);
    expect(screen.queryByText(/no proxy is set/)).toBeNull();
    await user.click(screen.getByRole("button", { name: /Ruled out/ }));
    expect(screen.getByText(/^An error of a proxy in between: no proxy is set/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: t("result.would-change") }));
    expect(screen.getByText(/on a phone with Wi-Fi switched off/)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("shows every request in a table", async () => {
    const { run, user } = await openWindow();
    await run(fault, 1);
    await user.click(await screen.findByRole("button", { name: /The requests, one by one/ }));
    const rows = within(screen.getByRole("table")).getAllByRole("row");
    expect(
      rows.map((row) =>
        within(row)
          .queryAllByRole("cell")
          .map((cell) => cell.textContent),
      ),
    ).toEqual([
      [],
      ["The first request", "502 Bad Gateway from nginx", "0.1\u00A0s"],
      ["The same again", "502 Bad Gateway from nginx", "0.1\u00A0s"],
      ["To the address 203.0.113.8", "No answer in time", "0.1\u00A0s"],
      ["Over IPv6 only", "502 Bad Gateway from nginx", "0.1\u00A0s"],
    ]);
  });

  it("unfolds the raw facts of a check in place", async () => {
    const { run, user } = await openWindow();
    await run(fault, 1);
    await user.click(await screen.findByRole("button", { name: /Every check/ }));
    expect(screen.queryByText("nginx-502")).toBeNull();
    await user.click(screen.getByRole("button", { name: /What was learnt from http/ }));
    expect(screen.getByText("nginx-502")).toBeTruthy();
    expect(screen.getByText("server: nginx")).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("tells a check that was not asked from one that failed", async () => {
    const { run, user } = await openWindow();
    await run(fault, 1);
    await user.click(await screen.findByRole("button", { name: /Every check/ }));
    const skipped = screen.getByRole("button", { name: new RegExp(t("common.skipped.not-asked")) });
    expect(skipped.textContent).toContain(t("common.status.skipped"));
    expect(skipped.textContent).not.toContain(t("common.status.fail"));
  });
});

describe("the way on from a result", () => {
  it("asks one question at a time and checks again with the answers", async () => {
    const { run, user, main } = await openWindow();
    await run(checkup("healthy"), 1);
    await screen.findByRole("group");
    expect(asked()).toBe(t("result.sure.question.browser-fails"));
    expect(screen.queryByRole("button", { name: t("result.sure.again") })).toBeNull();
    await user.click(screen.getByRole("button", { name: t("result.sure.answer.yes") }));
    expect(asked()).toBe(t("result.sure.question.private-window-works"));
    await user.click(screen.getByRole("button", { name: t("result.sure.answer.no") }));
    await user.click(screen.getByRole("button", { name: t("result.sure.again") }));
    expect(main.calls.at(-1)?.input).toMatchObject({
      answers: { "browser-fails": "yes", "private-window-works": "no" },
    });
  });

  it("leads to the next step with the keyboard alone, and can take the answers back", async () => {
    const { run, user, main } = await openWindow();
    await run(checkup("healthy"), 1);
    const no = await screen.findByRole("button", { name: t("result.sure.answer.no") });
    act(() => no.focus());
    await user.keyboard("{Enter}");
    expect(document.activeElement?.textContent).toBe(t("result.sure.again"));
    await user.keyboard("{Enter}");
    const sample = checkup("healthy");
    const answers = { "browser-fails": "no" } as const;
    act(() => main.play({ ...sample, observations: { ...sample.observations, answers } }, 1));
    const given = within(await screen.findByRole("list", { name: t("result.sure.given") }));
    expect(given.getByText(t("result.sure.answer.no"))).toBeTruthy();
    await user.click(screen.getByRole("button", { name: t("result.sure.forget") }));
    expect(document.activeElement).not.toBe(document.body);
    await user.click(screen.getByRole("button", { name: t("result.sure.again-without") }));
    expect(main.calls.at(-1)?.input).toMatchObject({ answers: {} });
  });

  it("asks other places only after telling who will learn the address", async () => {
    const { run, user, main } = await openWindow();
    await run(unsure, 1);
    expect(await screen.findByText(t("result.sure.elsewhere.why"))).toBeTruthy();
    await user.click(screen.getByRole("button", { name: t("result.sure.elsewhere.go") }));
    expect(main.calls.at(-1)?.input).toMatchObject({ askVantage: true });
  });

  it("does not offer other places when the person wants to be private", async () => {
    const { run, user } = await openWindow();
    await user.click(screen.getByRole("switch"));
    await run(unsure, 1);
    await screen.findByRole("button", { name: t("result.again") });
    expect(screen.queryByText(t("result.sure.elsewhere.why"))).toBeNull();
  });

  it("checks again, and leads to a new address", async () => {
    const { run, user, main } = await openWindow();
    await run(fault, 1);
    await user.click(await screen.findByRole("button", { name: t("result.again") }));
    expect(headline().textContent).toBe("Checking shop.example");
    expect(main.calls.filter(({ name }) => name === "checkup.start")).toHaveLength(2);
    await user.keyboard("{Escape}");
    expect(headline().textContent).toBe(t("home.question"));
  });

  it("says why it could not check again", async () => {
    const { run, user, main } = await openWindow();
    await run(fault, 1);
    main.startError = "busy";
    await user.click(await screen.findByRole("button", { name: t("result.again") }));
    expect(await screen.findByText(t("error.busy"))).toBeTruthy();
  });

  it("copies the report with what is private taken out, and offers it by hand where copying is refused", async () => {
    const { run, user } = await openWindow();
    await run(fault, 1);
    const copy = await screen.findByRole("button", { name: t("result.copy") });
    await user.click(copy);
    expect(await screen.findByText(t("result.copied"))).toBeTruthy();
    expect(await navigator.clipboard.readText()).toContain("Router: ‹lan-router›");
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("refused"));
    await user.click(copy);
    const area = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: t("result.copy-text") });
    expect(area.value).toContain("Router: ‹lan-router›");
    expect(document.activeElement).toBe(area);
  });
});
