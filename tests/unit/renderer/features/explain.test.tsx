import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createActions } from "../../../../renderer/state/actions.ts";
import { runCommand } from "../../../../renderer/state/commands.ts";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import { encodeShortCode } from "../../../../shared/lib/short-code.ts";
import { SAMPLES } from "../../../window/samples.ts";
import { accessibilityFaults, headline, openWindow } from "../open-window.tsx";

/** The pages are loaded at first use, which takes its time on a busy machine. */
const PATIENCE = { timeout: 30_000 };

const t = createWindowTranslator("en");

async function openList() {
  const opened = await openWindow();
  await opened.user.click(screen.getByRole("button", { name: t("know.home") }));
  await screen.findByRole("textbox", { name: t("know.field") }, PATIENCE);
  return opened;
}

describe("the explanations", () => {
  it("open from the first screen, ready to type, and lead to the page of what was read", async () => {
    const { user } = await openList();
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: t("know.field") }));
    expect(await accessibilityFaults()).toEqual([]);
    await user.keyboard("502. That's an error");
    const [first] = await screen.findAllByRole("button", { name: /^\d{3} / }, PATIENCE);
    expect(first?.textContent).toMatch(/^502 Bad Gateway/);
    if (first !== undefined) await user.click(first);
    expect(headline().textContent).toBe("502 Bad Gateway");
    expect(screen.getByText(/look whether it arrived before you send it again/)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("go back page by page with Escape, and then to where they were opened", async () => {
    const { user, store } = await openList();
    await user.click(screen.getByRole("button", { name: /^502 Bad Gateway/ }));
    await user.click(screen.getByRole("button", { name: /502, 503 or 504/ }));
    expect(headline().textContent).toMatch(/^502, 503 or 504/);
    await user.keyboard("{Escape}");
    expect(headline().textContent).toBe("502 Bad Gateway");
    await user.keyboard("{Escape}");
    expect(headline().textContent).toBe(t("know.question"));
    await user.keyboard("{Escape}");
    expect(store.getState().screen).toBe("home");
  });

  it("say that nothing fits instead of showing an empty list", async () => {
    const { user } = await openList();
    await user.keyboard("qqxxzzy");
    expect(await screen.findAllByText(t("know.none"), {}, PATIENCE)).not.toHaveLength(0);
  });

  it("read the short code of a report, and say when one is misread", async () => {
    const { user } = await openList();
    const code = encodeShortCode({ code: "resolver-stale", faultSide: "resolver", confidence: "medium", rules: 7 });
    await user.keyboard(code.toLowerCase());
    expect(
      await screen.findByText(/Your DNS server gives an old address.*fairly sure.*Version 7/, {}, PATIENCE),
    ).toBeTruthy();
    await user.click(screen.getByRole("button", { name: t("know.what") }));
    expect(headline().textContent).toBe("Your DNS server gives an old address");
    await user.keyboard("{Escape}");
    const swapped = `${code.slice(0, 4)}${code[5]}${code[4]}${code.slice(6)}`;
    await user.clear(screen.getByRole("textbox", { name: t("know.field") }));
    await user.type(screen.getByRole("textbox", { name: t("know.field") }), swapped);
    expect(await screen.findByText(t("know.short.misread"), {}, PATIENCE)).toBeTruthy();
  });

  it("explain the verdict and its status, and lead back to it", async () => {
    const { user, run, store } = await openWindow();
    const sample = SAMPLES["gateway-error"];
    if (sample === undefined) throw new Error("the sample is gone");
    await run(sample, 1);
    await user.click(screen.getByRole("button", { name: t("know.what") }));
    await waitFor(
      () => expect(headline().textContent).toBe("The gateway works, the server behind it does not"),
      PATIENCE,
    );
    await user.keyboard("{Escape}");
    expect(store.getState().screen).toBe("verdict");
    await user.click(screen.getByRole("button", { name: t("know.status", { status: 502 }) }));
    expect(headline().textContent).toBe("502 Bad Gateway");
  });

  it("lead to the answer of a check-up that ended while somebody was reading", async () => {
    const { user, run, store, main } = await openWindow();
    const sample = SAMPLES["gateway-error"];
    if (sample === undefined) throw new Error("the sample is gone");
    await run(sample, 0.5);
    await act(() => runCommand("explain", createActions(store, main.api), store));
    await screen.findByRole("textbox", { name: t("know.field") }, PATIENCE);
    act(() => main.play(sample, 1));
    await user.keyboard("{Escape}");
    expect(store.getState().screen).toBe("verdict");
  });

  it("explain a word in place, by keyboard, and close with Escape without leaving the screen", async () => {
    const { user, store } = await openWindow();
    const term = screen.getByRole("button", { name: t("glossary.dns.name") });
    act(() => term.focus());
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: t("glossary.dns.name") }, PATIENCE);
    expect(within(dialog).getByText(t("glossary.dns.means"))).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull(), PATIENCE);
    expect(store.getState().screen).toBe("home");
    // The focus comes back a moment after the pop-over has gone.
    await waitFor(() => expect(document.activeElement).toBe(term), PATIENCE);
  });
});
