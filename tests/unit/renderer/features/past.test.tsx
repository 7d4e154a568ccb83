import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createActions } from "../../../../renderer/state/actions.ts";
import type { ScreenName } from "../../../../renderer/state/screen-name.ts";
import { sayDay } from "../../../../renderer/text/say.ts";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import type { FakeMain } from "../../../window/fake-main.ts";
import { COMPARED, LINE, PAST, SHOWN } from "../../../window/report-samples.ts";
import { WAYS } from "../../../window/screens.ts";
import { accessibilityFaults, headline, openWindow } from "../open-window.tsx";

const t = createWindowTranslator("en-GB");

async function openScreen(name: ScreenName, prepare: (main: FakeMain) => void = () => {}) {
  const opened = await openWindow(prepare);
  const { main, store } = opened;
  await act(async () => WAYS[name]({ main, store, actions: createActions(store, main.api) }));
  return opened;
}

const button = (name: string) => screen.getByRole("button", { name });
const has = (over: Partial<typeof PAST>) => (main: FakeMain) => {
  main.said.set("history.list", { ok: true, value: { ...PAST, ...over } });
};
const rows = () => screen.getAllByRole("listitem").filter((item) => item.closest("main") !== null);
/** How a row's check-up is named to those who do not see it. */
const about = (at: string) => `${LINE.host}, ${sayDay(t, at)}`;
const [FIRST, SECOND] = [LINE.startedAt, "2026-11-22T11:00:00.000Z"];

describe("the history", () => {
  it("shows check-ups, changes and waits alike, and breaks no rule of accessibility", async () => {
    await openScreen("past");
    expect(headline().textContent).toBe(t("past.question"));
    expect(rows().length).toBe(4);
    expect(screen.getByText(t("past.watch", { host: "shop.example" }))).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("says that it is empty, and apart from it that nothing fits the search", async () => {
    const empty = { rows: [], kept: { checkups: 0, bytes: 0 } };
    const { user, main } = await openScreen("past", has(empty));
    expect(screen.getByText(t("past.empty"))).toBeTruthy();
    expect(screen.queryByRole("button", { name: t("past.delete.all") })).toBeNull();
    await user.type(screen.getByRole("textbox", { name: t("past.search") }), "x");
    expect(screen.getByText(t("past.nothing-fits"))).toBeTruthy();
    expect(main.calls.at(-1)).toEqual({ name: "history.list", input: { query: "x" } });
  });

  it("says how many more there are than it shows", async () => {
    await openScreen("past", has({ more: 17 }));
    expect(screen.getByText(t("past.more", { count: 17 }))).toBeTruthy();
  });

  it("compares two that were picked; a third takes the place of the first", async () => {
    const third = { ...LINE, id: "checkup-3", startedAt: "2026-11-22T12:00:00.000Z" };
    const more = { kind: "checkup" as const, at: third.startedAt, checkup: third };
    const { user, main } = await openScreen("past", has({ rows: [more, ...PAST.rows] }));
    expect(button(t("past.compare.pick", { count: 2 })).hasAttribute("disabled")).toBe(true);
    for (const at of [FIRST, SECOND, third.startedAt]) {
      // oxlint-disable-next-line no-await-in-loop -- one click after the other
      await user.click(screen.getByRole("checkbox", { name: t("past.compare.this", { about: about(at) }) }));
    }
    await user.click(button(t("past.compare.go")));
    expect(main.calls.at(-1)).toEqual({ name: "history.compare", input: { ids: ["checkup-2", "checkup-3"] } });
    expect(headline().textContent).toBe(t("past.compare.question"));
    expect(document.activeElement).toBe(headline());
    await user.keyboard("{Escape}");
    expect(headline().textContent).toBe(t("past.question"));
  });

  it("leads from either of two that are compared to what its verdict means, and back to the comparison", async () => {
    const { user, store } = await openScreen("past");
    for (const at of [FIRST, SECOND]) {
      // oxlint-disable-next-line no-await-in-loop -- one click after the other
      await user.click(screen.getByRole("checkbox", { name: t("past.compare.this", { about: about(at) }) }));
    }
    await user.click(button(t("past.compare.go")));
    expect(await accessibilityFaults()).toEqual([]);
    for (const { startedAt, host, code } of [COMPARED.before, COMPARED.after]) {
      const side = within(screen.getByRole("article", { name: `${sayDay(t, startedAt)}, ${host}` }));
      // oxlint-disable-next-line no-await-in-loop -- one click after the other
      await user.click(side.getByRole("button", { name: t("know.what") }));
      expect(store.getState()).toMatchObject({ screen: "explain", explain: { trail: [`verdict-${code}`] } });
      // oxlint-disable-next-line no-await-in-loop -- there and back again
      await user.keyboard("{Escape}");
      expect(headline().textContent).toBe(t("past.compare.question"));
    }
  });

  it("deletes one check-up only after a yes, and says that it did", async () => {
    const { user, main } = await openScreen("past");
    await user.click(button(t("past.delete.this", { about: about(FIRST) })));
    expect(screen.getByText(t("past.delete.sure"))).toBeTruthy();
    await user.click(button(t("past.delete.no")));
    expect(main.calls.some(({ name }) => name === "history.remove")).toBe(false);
    await user.click(button(t("past.delete.this", { about: about(FIRST) })));
    await user.click(button(t("past.delete.yes")));
    expect(main.calls.find(({ name }) => name === "history.remove")?.input).toEqual({ id: LINE.id });
    expect(screen.getByText(t("past.deleted", { count: 1 }))).toBeTruthy();
  });

  it("deletes everything only after a yes; Escape takes the question back and stays here", async () => {
    const { user, main, store } = await openScreen("past");
    await user.click(button(t("past.delete.all")));
    expect(screen.getByText(t("past.delete.all-sure", { count: 2 }))).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(screen.queryByText(t("past.delete.all-sure", { count: 2 }))).toBeNull();
    expect(store.getState().screen).toBe("past");
    await user.click(button(t("past.delete.all")));
    await user.click(button(t("past.delete.yes")));
    expect(main.calls.some(({ name }) => name === "history.removeAll")).toBe(true);
    expect(screen.getByText(t("past.deleted", { count: 2 }))).toBeTruthy();
  });

  it("says what went wrong instead of showing an empty list", async () => {
    await openScreen("past", (main) => {
      main.said.set("history.list", { ok: false, error: { code: "crashed" } });
    });
    expect(screen.getByText(t("error.crashed"))).toBeTruthy();
    expect(screen.queryByText(t("past.empty"))).toBeNull();
    // Nor does it claim that the list is still on its way.
    expect(screen.queryByText(t("past.loading"))).toBeNull();
  });
});

describe("a report that is open for reading", () => {
  it("shows in the picture where its own trouble is", async () => {
    await openScreen("opened");
    const trouble = `${t("path.node.site-origin")}: ${t("path.state.fault")}`;
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toContain(trouble);
  });

  it("says whose it is, what today's rules make of it, and how one's own differs", async () => {
    await openScreen("opened");
    expect(screen.getByText(t("opened.theirs", { name: SHOWN.name }))).toBeTruthy();
    expect(screen.getByRole("heading", { name: t("opened.beside") })).toBeTruthy();
    expect(screen.queryByRole("button", { name: t("opened.wrong") })).toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("may be called wrong where it is one's own, and no check-up starts of an address that was taken out", async () => {
    const own = { ...SHOWN, source: { kind: "history", id: "a" }, line: { ...LINE, url: "https://‹host-1›/" } };
    await openScreen("opened", (main) => main.said.set("report.show", { ok: true, value: own }));
    expect(button(t("opened.wrong"))).toBeTruthy();
    expect(screen.queryByRole("button", { name: t("opened.check") })).toBeNull();
  });

  it("says why a file is none, and offers another", async () => {
    const { user, main } = await openScreen("opened", (fake) => {
      fake.said.set("report.show", { ok: false, error: { code: "not-found" } });
    });
    expect(headline().textContent).toBe(t("opened.not"));
    await user.click(button(t("opened.other")));
    expect(main.calls.at(-1)?.name).toBe("report.open");
    expect(headline().textContent).not.toBe(t("opened.not"));
  });
});

describe("a verdict that is called wrong", () => {
  it("asks what the person knows, keeps it, and says what today's rules make of it", async () => {
    const { user, main } = await openScreen("wrong");
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: t("wrong.note") }));
    await user.click(button(t("wrong.keep")));
    expect(screen.getByRole("alert").textContent).toBe(t("wrong.empty"));
    expect(main.calls.some(({ name }) => name === "report.wrong")).toBe(false);
    await user.type(screen.getByRole("textbox", { name: t("wrong.note") }), " It was my VPN. ");
    await user.click(button(t("wrong.keep")));
    expect(main.calls.at(-1)).toMatchObject({ name: "report.wrong", input: { note: "It was my VPN." } });
    expect(headline().textContent).toBe(t("wrong.kept"));
    expect(document.activeElement).toBe(headline());
    expect(await accessibilityFaults()).toEqual([]);
  });
});
