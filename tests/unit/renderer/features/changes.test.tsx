import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import { CHANGES } from "../../../window/guided-samples.ts";
import { accessibilityFaults, headline, openWindow, type OpenWindow } from "../open-window.tsx";

const t = createWindowTranslator("en");

/** The window of a start after which nobody had decided about two changes. */
function atStart(): Promise<OpenWindow> {
  return openWindow((main) => {
    main.changes = CHANGES;
  });
}

describe("changes that nobody decided about", () => {
  it("are asked about at the next start, those that are kept not", async () => {
    await atStart();
    expect(screen.getByText(t("changes.notice", { count: 2 }))).toBeTruthy();
  });

  it("are no matter where there are none", async () => {
    await openWindow();
    expect(screen.queryByRole("button", { name: t("changes.decide") })).toBeNull();
  });

  it("stand on one screen, each with keep and undo; a kept one can still be undone", async () => {
    const { user, main } = await atStart();
    await user.click(screen.getByRole("button", { name: t("changes.decide") }));
    expect(headline().textContent).toBe(t("changes.question"));
    expect(await accessibilityFaults()).toEqual([]);
    const names = screen.getAllByRole("button").map((one) => one.getAttribute("aria-label") ?? "");
    expect(names.filter((name) => name.startsWith(t("guided.keep")))).toHaveLength(2);
    expect(names.filter((name) => name.startsWith(t("guided.undo")))).toHaveLength(3);
    await user.click(screen.getByRole("button", { name: `Undo: ${t("changes.did.proxy-off")}` }));
    expect(main.calls.at(-1)).toEqual({ name: "changes.decide", input: { id: "0123456789abcdef", keep: false } });
    expect(screen.getByText(t("changes.answer.undone"))).toBeTruthy();
    expect(screen.queryByText(t("changes.did.proxy-off"))).toBeNull();
  });

  it("lead back with Escape, and to the changes of DNS", async () => {
    const { user, store } = await atStart();
    await user.click(screen.getByRole("button", { name: t("changes.decide") }));
    await user.click(screen.getByRole("button", { name: t("mydns.history") }));
    expect(store.getState().screen).toBe("dns-history");
    await user.click(screen.getByRole("button", { name: t("changes.others") }));
    await user.keyboard("{Escape}");
    expect(store.getState().screen).toBe("home");
  });
});
