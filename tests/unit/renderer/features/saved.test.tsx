import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import { SAVED_TEXT_LIMIT } from "../../../../shared/model/saved-page.ts";
import { SAVED_PAGE, type FakeMain } from "../../../window/fake-main.ts";
import { accessibilityFaults, headline, openWindow } from "../open-window.tsx";

const t = createWindowTranslator("en");
const box = (): HTMLTextAreaElement => screen.getByRole("textbox", { name: t("saved.text") });

async function openSaved(prepare: (main: FakeMain) => void = () => {}) {
  const opened = await openWindow(prepare);
  await opened.user.click(screen.getByRole("button", { name: t("home.saved") }));
  return opened;
}

describe("the saved error page", () => {
  it("asks for the page and is ready to paste", async () => {
    await openSaved();
    expect(headline().textContent).toBe(t("saved.question"));
    expect(document.activeElement).toBe(box());
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("says whose fault it is, lights that place, and shows the number to quote", async () => {
    const { user, main } = await openSaved();
    await user.paste("<h1>502</h1>");
    await user.type(screen.getByRole("textbox", { name: t("saved.status") }), "502");
    await user.click(screen.getByRole("button", { name: t("saved.go") }));
    expect(main.calls.at(-1)).toEqual({ name: "page.classify", input: { text: "<h1>502</h1>", status: 502 } });
    expect(headline().textContent).toBe(t("saved.side.site-origin"));
    expect(document.activeElement).toBe(headline());
    expect(screen.getByText(SAVED_PAGE.found.meaning)).toBeTruthy();
    expect(screen.getByText("8abcd-FRA")).toBeTruthy();
    expect(screen.getByText(t("path.state.fault")).closest("li")?.textContent).toContain(t("path.node.site-origin"));
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("shows what a server wrote as text, never as a page", async () => {
    const evil = "<img src=x onerror=alert(1)>";
    const { user } = await openSaved((main) => {
      const found = { ...SAVED_PAGE.found, meaning: evil, vendor: evil };
      main.saved = { format: "page", pages: [{ ...SAVED_PAGE, found, statusText: evil, url: evil }], more: 0 };
    });
    await user.paste("x");
    await user.click(screen.getByRole("button", { name: t("saved.go") }));
    expect(screen.getAllByText(evil, { exact: false }).length).toBeGreaterThanOrEqual(3);
    expect(document.querySelector("img")).toBeNull();
  });

  it("leads from one answer of a log to the others, and back to the text with Escape", async () => {
    const { user } = await openSaved((main) => {
      const other = {
        ...SAVED_PAGE,
        status: 403,
        url: "https://shop.example/b",
        found: { ...SAVED_PAGE.found, faultSide: "site-edge" as const },
      };
      main.file = { name: "shop.har", text: "", pages: { format: "har", pages: [SAVED_PAGE, other], more: 3 } };
    });
    await user.click(screen.getByRole("button", { name: t("saved.open") }));
    expect(screen.getByText("shop.har")).toBeTruthy();
    expect(screen.getByText(t("saved.more", { count: 3 }))).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /403/ }));
    expect(headline().textContent).toBe(t("saved.side.site-edge"));
    expect(document.activeElement).toBe(headline());
    await user.keyboard("{Escape}");
    expect(headline().textContent).toBe(t("saved.question"));
    await user.keyboard("{Escape}");
    expect(headline().textContent).toBe(t("home.question"));
  });
});

describe("the form of the saved error page", () => {
  it("says what is missing or wrong, and asks main nothing", async () => {
    const { user, main } = await openSaved();
    await user.click(screen.getByRole("button", { name: t("saved.go") }));
    expect(screen.getByText(t("saved.error.empty"))).toBeTruthy();
    await user.type(box(), "x");
    await user.type(screen.getByRole("textbox", { name: t("saved.status") }), "9x");
    await user.click(screen.getByRole("button", { name: t("saved.go") }));
    expect(screen.getByText(t("saved.error.bad-status"))).toBeTruthy();
    expect(main.calls.some(({ name }) => name === "page.classify")).toBe(false);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("stays where it is when no file was chosen, and says so when a file has no answer in it", async () => {
    const { user, main } = await openSaved();
    await user.click(screen.getByRole("button", { name: t("saved.open") }));
    expect(headline().textContent).toBe(t("saved.question"));
    main.file = { name: "a.har", text: "", pages: { format: "har", pages: [], more: 0 } };
    await user.click(screen.getByRole("button", { name: t("saved.open") }));
    expect(screen.getByText(t("saved.error.no-answer"))).toBeTruthy();
  });

  it("takes a dropped page, its top and its end when it is long, and refuses half a log", async () => {
    const { main } = await openSaved();
    const drop = (text: string): boolean =>
      fireEvent.drop(box(), { dataTransfer: { files: [new File([text], "page.html")] } });
    drop(`TOP${"x".repeat(SAVED_TEXT_LIMIT)}END`);
    expect(await screen.findByText("page.html")).toBeTruthy();
    const sent = main.calls.at(-1)?.input as { text: string };
    expect([sent.text.slice(0, 3), sent.text.slice(-3), sent.text.length < SAVED_TEXT_LIMIT]).toEqual([
      "TOP",
      "END",
      true,
    ]);
    fireEvent.keyDown(window, { key: "Escape" });
    drop(`{"log":${" ".repeat(SAVED_TEXT_LIMIT)}`);
    expect(await screen.findByText(t("saved.error.too-large-drop"))).toBeTruthy();
  });
});
