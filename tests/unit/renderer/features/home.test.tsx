import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import { TARGET_ERRORS } from "../../../../shared/model/target.ts";
import { accessibilityFaults, headline, openWindow } from "../open-window.tsx";

const t = createWindowTranslator("en");
const field = (): HTMLInputElement => screen.getByRole("textbox", { name: t("home.field") });

describe("the first screen", () => {
  it("asks one question and is ready to type", async () => {
    await openWindow();
    expect(headline().textContent).toBe(t("home.question"));
    expect(document.activeElement).toBe(field());
    expect(document.title).toBe("GoodGateway");
    expect(document.documentElement.lang).toBe("en");
    expect(await accessibilityFaults()).toEqual([]);
  });

  it.each(TARGET_ERRORS)("says in one sentence why %s cannot be checked, and keeps text and focus", async (code) => {
    const { main, user } = await openWindow();
    main.startError = code;
    await user.type(field(), "x y{Enter}");
    const sentence = t(`error.${code}`);
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(field().value).toBe("x y");
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute("aria-invalid")).toBe("true");
    const described = (field().getAttribute("aria-describedby") ?? "").split(" ");
    expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(sentence);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("takes the complaint back as soon as the person types on", async () => {
    const { main, user } = await openWindow();
    main.startError = "empty";
    await user.type(field(), "{Enter}");
    expect(await screen.findByText(t("error.empty"))).toBeTruthy();
    await user.type(field(), "e");
    expect(screen.queryByText(t("error.empty"))).toBeNull();
  });

  it("offers the clipboard's address without filling it in, and checks it when pressed", async () => {
    const url = "https://shop.example/basket";
    const { main, user } = await openWindow((fake) => {
      fake.offer = url;
    });
    const offer = await screen.findByRole("button", { name: t("home.offer", { url }) });
    expect(field().value).toBe("");
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(offer);
    expect(main.calls.find(({ name }) => name === "checkup.start")?.input).toMatchObject({ input: url });
  });

  it("lets a person say that nothing loads, without an address", async () => {
    const { main, user } = await openWindow();
    await user.click(screen.getByRole("button", { name: t("home.nothing-loads") }));
    expect(main.calls.find(({ name }) => name === "checkup.start")?.input).toMatchObject({ input: null });
  });

  it("looks at the clipboard again when the window comes back to the front", async () => {
    const { main } = await openWindow();
    main.offer = "https://later.example/";
    window.dispatchEvent(new Event("focus"));
    expect(await screen.findByRole("button", { name: /later\.example/ })).toBeTruthy();
  });

  it("asks in private only when the switch is on", async () => {
    const { main, user } = await openWindow();
    await user.click(screen.getByRole("switch"));
    await user.type(field(), "shop.example{Enter}");
    await waitFor(() =>
      expect(main.calls.at(-1)).toMatchObject({ name: "checkup.start", input: { privateMode: true } }),
    );
  });

  it("goes through its parts with the Tab key in reading order", async () => {
    const { user } = await openWindow((fake) => {
      fake.offer = "https://shop.example/";
    });
    await screen.findByRole("button", { name: /clipboard/ });
    const order: string[] = [];
    for (let step = 0; step < 10; step += 1) {
      order.push(document.activeElement?.getAttribute("role") ?? document.activeElement?.textContent ?? "");
      // oxlint-disable-next-line no-await-in-loop -- one key after another
      await user.tab();
    }
    expect(order).toEqual([
      "",
      t("home.check"),
      t("home.offer", { url: "https://shop.example/" }),
      t("home.nothing-loads"),
      t("home.fix-dns"),
      "switch",
      t("know.home"),
      t("home.saved"),
      t("home.dns"),
      t("home.practice"),
    ]);
  });
});

describe("the practice network", () => {
  it("lists what can be broken and starts what is chosen", async () => {
    const { main, user } = await openWindow();
    await user.click(screen.getByRole("button", { name: t("home.practice") }));
    expect(headline().textContent).toBe(t("practising.question"));
    expect(document.activeElement).toBe(headline());
    const row = await screen.findByRole("button", { name: /server behind the gateway is dead/ });
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(row);
    expect(main.calls.at(-1)).toEqual({
      name: "practice.start",
      input: { scenarioId: "gateway-dead-origin", answers: {} },
    });
    expect(await screen.findByText(/Nothing of this is real/)).toBeTruthy();
  });

  it("leads back with Escape", async () => {
    const { user } = await openWindow();
    await user.click(screen.getByRole("button", { name: t("home.practice") }));
    await user.keyboard("{Escape}");
    expect(headline().textContent).toBe(t("home.question"));
  });
});
