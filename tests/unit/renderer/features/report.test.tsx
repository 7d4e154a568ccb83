import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createActions } from "../../../../renderer/state/actions.ts";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import type { ReportPreview } from "../../../../shared/model/report-desk.ts";
import type { FakeMain } from "../../../window/fake-main.ts";
import { PREVIEW } from "../../../window/report-samples.ts";
import { WAYS } from "../../../window/screens.ts";
import { accessibilityFaults, headline, openWindow } from "../open-window.tsx";

const t = createWindowTranslator("en");

async function openReport(prepare: (main: FakeMain) => void = () => {}) {
  const opened = await openWindow(prepare);
  const { main, store } = opened;
  await act(async () => WAYS.report({ main, store, actions: createActions(store, main.api) }));
  return opened;
}

const makes = (over: Partial<ReportPreview>) => (main: FakeMain) => {
  main.said.set("report.preview", { ok: true, value: { ...PREVIEW, ...over } });
};
const button = (name: string) => screen.getByRole("button", { name });
const isOff = (name: string) => button(name).hasAttribute("disabled");
/** The choices of the last preview that was asked for. */
const lastChoice = (main: FakeMain): unknown => main.calls.findLast(({ name }) => name === "report.preview")?.input;

describe("the report", () => {
  it("shows exactly what will be saved, and breaks no rule of accessibility", async () => {
    await openReport();
    expect(headline().textContent).toBe(t("reports.question"));
    expect(screen.getByText(/The router answers\./)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("is made anew for another level, which forgets what was switched by hand", async () => {
    const { user, main } = await openReport();
    await user.click(screen.getByRole("button", { name: t("reports.out.title", { count: 1, places: 2 }) }));
    await user.click(button(t("reports.out.show-this", { value: "192.168.1.1" })));
    expect(lastChoice(main)).toMatchObject({ choice: { keep: ["aaaa"], hide: [] } });
    await user.click(screen.getByRole("radio", { name: t("reports.level.strict") }));
    expect(lastChoice(main)).toMatchObject({ choice: { level: "strict", keep: [], hide: [] } });
    expect(screen.getByText(t("reports.level.about-strict"))).toBeTruthy();
  });

  it("takes a private thing out that the level would leave, and says what is left", async () => {
    const { user, main } = await openReport();
    await user.click(button(t("reports.out.stays", { count: 1 })));
    const item = screen.getByText("shop.example", { selector: "code *" }).closest("li");
    expect(item?.textContent).toContain(t("reports.out.places", { count: 7 }));
    await user.click(button(t("reports.out.hide-this", { value: "shop.example" })));
    expect(lastChoice(main)).toMatchObject({ choice: { keep: [], hide: ["bbbb"] } });
  });

  it("says where the file went, and that it holds what was shown", async () => {
    const { user, main } = await openReport();
    await user.click(button(t("reports.save")));
    expect(main.calls.at(-1)).toEqual({ name: "report.save", input: { previewId: PREVIEW.id } });
    const mark = PREVIEW.sha256.slice(0, 12);
    expect(screen.getByText(t("reports.saved.same", { name: PREVIEW.fileName, mark }))).toBeTruthy();
  });

  it("does not hide it when the file holds something else, or could not be written", async () => {
    const { user, main } = await openReport((fake) => {
      const value = { kind: "saved", name: "x.txt", bytes: 1, sha256: "f".repeat(64) };
      fake.said.set("report.save", { ok: true, value });
    });
    await user.click(button(t("reports.save")));
    expect(screen.getByText(t("reports.saved.other", { name: "x.txt", mark: "f".repeat(12) }))).toBeTruthy();
    main.said.set("report.save", { ok: true, value: { kind: "failed", code: "no-space" } });
    await user.click(button(t("reports.save")));
    const why = t("reports.disk.no-space");
    const status = screen.getByText(t("reports.saved.failed", { why }));
    expect(status.dataset["failed"]).toBe("true");
  });

  it("can be copied only where a person would paste it", async () => {
    await openReport();
    expect(button(t("reports.copy"))).toBeTruthy();
    await openReport(makes({ format: "pdf", text: "", page: "app://preview/1" }));
    expect(screen.getAllByRole("button", { name: t("reports.copy") })).toHaveLength(1);
  });

  it("shows nothing to save when it could not be made, and says why", async () => {
    await openReport((main) => main.said.set("report.preview", { ok: false, error: { code: "not-found" } }));
    expect(isOff(t("reports.save"))).toBe(true);
    expect(screen.queryByRole("button", { name: t("reports.copy") })).toBeNull();
    expect(document.querySelector('output[data-failed="true"]')?.textContent).not.toBe("");
  });

  it("shows what a server wrote as text, never as a page", async () => {
    const evil = "<img src=x onerror=alert(1)>";
    const item = { key: "cccc", value: evil, kind: "host" as const, mark: "", count: 1 };
    const { user } = await openReport(makes({ text: `${evil}\n`, items: [item] }));
    await user.click(button(t("reports.out.stays", { count: 1 })));
    expect(screen.getAllByText(evil, { exact: false }).length).toBeGreaterThanOrEqual(2);
    expect(document.querySelector("img")).toBeNull();
  });

  it("is searched from one place to the next, round and round", async () => {
    const { user } = await openReport(makes({ text: "502 then 200 then 502" }));
    const field = screen.getByRole("textbox", { name: t("reports.find.label") });
    await user.type(field, "502");
    expect(screen.getByText(t("reports.find.at", { at: 1, count: 2 }))).toBeTruthy();
    await user.keyboard("{Enter}");
    expect(screen.getByText(t("reports.find.at", { at: 2, count: 2 }))).toBeTruthy();
    await user.click(button(t("reports.find.next")));
    expect(screen.getByText(t("reports.find.at", { at: 1, count: 2 }))).toBeTruthy();
    await user.clear(field);
    await user.type(field, "nowhere");
    expect(screen.getByText(t("reports.find.none"))).toBeTruthy();
    expect(isOff(t("reports.find.next"))).toBe(true);
  });

  it("leads back to where one came from", async () => {
    const { user, store } = await openReport();
    await user.click(within(screen.getByRole("main")).getByRole("button", { name: t("common.back") }));
    expect(store.getState().screen).toBe("verdict");
  });
});
