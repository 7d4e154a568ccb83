import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import { TARGET } from "../../../window/fake-main.ts";
import { checkup, pathTo, result, SAMPLES, says } from "../../../window/samples.ts";
import { accessibilityFaults, headline, openWindow } from "../open-window.tsx";

const t = createWindowTranslator("en");
/** A pop-over takes its time on a busy machine. */
const PATIENCE = { timeout: 30_000 };
const sample = SAMPLES["gateway-error"] ?? checkup("gateway-error");
const path = (): readonly string[] =>
  within(screen.getByRole("list", { name: t("path.label") }))
    .getAllByRole("listitem")
    .map((item) => item.textContent ?? "");

describe("the check-up screen", () => {
  it("says what it does, takes the focus and keeps room for every check", async () => {
    const { run } = await openWindow();
    await run(sample, 0);
    expect(headline().textContent).toBe("Checking shop.example");
    expect(document.activeElement).toBe(headline());
    expect(document.title).toContain("Checking shop.example");
    const list = within(screen.getByRole("region", { name: t("checkup.list") }));
    expect(list.getAllByRole("listitem")).toHaveLength(22);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("lights the path up and says the newest thing it learnt", async () => {
    const { run, emit, main } = await openWindow();
    await run(sample, 0);
    emit({ kind: "path", id: main.id(), path: pathTo("local-network") });
    expect(path().slice(0, 3)).toEqual([
      `${t("path.node.device")}: ${t("path.state.ok")}`,
      `${t("path.node.browser")}: ${t("path.state.unknown")}`,
      `${t("path.node.local-network")}: ${t("path.state.fault")}`,
    ]);
    const router = { ...result("router", "pass", { routers: [] }), summary: says("The router answers.") };
    emit({ kind: "check-ended", id: main.id(), result: router });
    expect(screen.getByText("The router answers.")).toBeTruthy();
  });

  it("hears nothing of another check-up", async () => {
    const { run, emit } = await openWindow();
    await run(sample, 0.5);
    const before = path();
    emit({ kind: "path", id: "somebody-else", path: pathTo("device") });
    emit({ kind: "ended", id: "somebody-else", checkup: sample });
    expect(path()).toEqual(before);
    expect(headline().textContent).toBe("Checking shop.example");
  });

  it("announces progress at quarters, not at every check", async () => {
    const { run, emit, main } = await openWindow();
    await run(sample, 0);
    const spoken = new Set<string>();
    for (const checkId of Object.keys(sample.observations.checks) as (keyof typeof sample.observations.checks)[]) {
      const ended = sample.observations.checks[checkId];
      if (ended !== undefined) emit({ kind: "check-ended", id: main.id(), result: ended });
      spoken.add(screen.getByRole("status").textContent ?? "");
    }
    expect(spoken.size).toBe(5);
  });

  it.each(["the Escape key", "the button"])("stops with %s and keeps the address", async (how) => {
    const { run, main, user } = await openWindow();
    await run(sample, 0.3);
    if (how === "the button") await user.click(screen.getByRole("button", { name: /Stop/ }));
    else await user.keyboard("{Escape}");
    expect(main.calls.filter(({ name }) => name === "checkup.cancel")).toHaveLength(1);
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("shop.example");
    expect(screen.getAllByText(t("home.stopped")).length).toBeGreaterThan(0);
    expect(document.activeElement).toBe(screen.getByRole("textbox"));
  });

  it("says what was done to the address", async () => {
    const { run } = await openWindow((main) => {
      main.target = {
        ...TARGET,
        host: "xn--mnchen-3ya.example",
        displayHost: "münchen.example",
        credentialsRemoved: true,
        schemeGuessed: true,
      };
    });
    await run(sample, 0);
    const notes = within(screen.getByRole("list", { name: t("checkup.notes.label") }));
    expect(notes.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      t("checkup.notes.credentials"),
      t("checkup.notes.idn", { host: "xn--mnchen-3ya.example" }),
      t("checkup.notes.scheme"),
    ]);
    expect(headline().textContent).toBe("Checking münchen.example");
  });
});

describe("the words of the running list", () => {
  it("are explained in place, by keyboard, and Escape closes that alone", async () => {
    const { run, main, user, store, emit } = await openWindow();
    await run(sample, 0.3);
    const list = within(screen.getByRole("region", { name: t("checkup.list") }));
    const before = list.getAllByRole("listitem").map(({ textContent }) => textContent);
    const term = list.getByRole("button", { name: "Certificate" });
    act(() => term.focus());
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: t("glossary.certificate.name") }, PATIENCE);
    expect(within(dialog).getByText(t("glossary.certificate.means"))).toBeTruthy();
    // Checks that end meanwhile neither close it nor move a row.
    const ended = { ...result("router", "pass", { routers: [] }), summary: says("The router answers.") };
    emit({ kind: "check-ended", id: main.id(), result: ended });
    expect(screen.getByRole("dialog")).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull(), PATIENCE);
    expect(main.calls.filter(({ name }) => name === "checkup.cancel")).toEqual([]);
    expect(store.getState().screen).toBe("checkup");
    await waitFor(() => expect(document.activeElement).toBe(term), PATIENCE);
    expect(list.getAllByRole("listitem")).toHaveLength(before.length);
  });

  it("do not keep the answer waiting while one is being explained", async () => {
    const { run, main, user } = await openWindow();
    await run(sample, 0.3);
    await user.click(screen.getByRole("button", { name: "Hosts file" }));
    await screen.findByRole("dialog", {}, PATIENCE);
    act(() => main.play(sample, 1));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull(), PATIENCE);
    expect(document.activeElement).toBe(headline());
  });
});
