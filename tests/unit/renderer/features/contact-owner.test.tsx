import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import type { OwnerWay } from "../../../../shared/model/owner.ts";
import { SAMPLES } from "../../../window/samples.ts";
import { accessibilityFaults, headline, openWindow } from "../open-window.tsx";

const t = createWindowTranslator("en");
const PATIENCE = { timeout: 30_000 };

function gatewayError() {
  const sample = SAMPLES["gateway-error"];
  if (sample === undefined) throw new Error("the sample is gone");
  return sample;
}

async function atVerdict(press: string) {
  const opened = await openWindow();
  await opened.run(gatewayError(), 1);
  await opened.user.click(screen.getByRole("button", { name: press }));
  return opened;
}

describe("the message", () => {
  it("opens from the verdict, written for the one it names, and shows all that will go", async () => {
    const { main } = await atVerdict(t("write.open"));
    expect(headline().textContent).toBe(t("write.question"));
    expect(await screen.findByText(/cf-ray: 8abcd-FRA/, {}, PATIENCE)).toBeTruthy();
    expect(main.calls.at(-1)).toMatchObject({
      name: "contact.compose",
      input: { to: "site", language: "en", withQuery: false, checkupId: main.id() },
    });
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("is written anew for another reader, in another language, and with the whole address when wanted", async () => {
    const { user, main } = await atVerdict(t("write.open"));
    await user.selectOptions(screen.getByRole("combobox", { name: t("write.to") }), "provider");
    await user.selectOptions(screen.getByRole("combobox", { name: t("write.language") }), "de");
    await user.click(screen.getByRole("switch"));
    await waitFor(() =>
      expect(main.calls.at(-1)).toMatchObject({ input: { to: "provider", language: "de", withQuery: true } }),
    );
  });

  it("says what became of the draft, also when it is too long for a mail program", async () => {
    const { user, main } = await atVerdict(t("write.open"));
    await user.click(await screen.findByRole("button", { name: t("write.mail") }, PATIENCE));
    expect(await screen.findByText(t("write.mailed.opened"), {}, PATIENCE)).toBeTruthy();
    main.draft = { ...main.draft, mailHoldsAll: false };
    await user.click(screen.getByRole("switch"));
    await user.click(await screen.findByRole("button", { name: t("write.mail") }, PATIENCE));
    expect(await screen.findByText(t("write.mailed.pasted"), {}, PATIENCE)).toBeTruthy();
  });

  it("goes back to the verdict with Escape", async () => {
    const { user, store } = await atVerdict(t("write.open"));
    await user.keyboard("{Escape}");
    expect(store.getState().screen).toBe("verdict");
  });
});

describe("the owner's page", () => {
  it("brings the address along and refuses an origin that is no address", async () => {
    const { user, main } = await atVerdict(t("own.open"));
    const address = screen.getByRole("textbox", { name: t("own.address") });
    expect(address).toMatchObject({ value: main.target.url });
    await user.type(screen.getByRole("textbox", { name: t("own.origin") }), "my server{Enter}");
    expect(await screen.findByText(t("own.bad-origin"), {}, PATIENCE)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("shows both ways, what to look at, and the resolver that differs", async () => {
    const { user, main } = await atVerdict(t("own.open"));
    const exchange = gatewayError().observations.checks.http?.facts?.chain.at(-1);
    if (exchange === undefined) throw new Error("the sample has no answer");
    const through: OwnerWay = { exchange, gateway: null };
    const direct: OwnerWay = { exchange: { ...exchange, status: 200, statusText: "OK" }, gateway: null };
    const row = { operator: "One", server: "192.0.2.53:53", outcome: "answer", addresses: ["192.0.2.1"] } as const;
    main.owner = {
      kind: "asked",
      report: {
        url: main.target.url,
        host: main.target.host,
        origin: "203.0.113.7:443",
        bypass: { result: "gateway", through, direct, certificates: "one-missing" },
        propagation: {
          rows: [
            { ...row, ttl: 60, agrees: true },
            { ...row, operator: "Two", server: "192.0.2.54:53", addresses: ["192.0.2.9"], ttl: 120, agrees: false },
          ],
          agree: false,
          settledInSeconds: 120,
        },
        hints: ["server-firewall"],
      },
    };
    await user.click(screen.getByRole("button", { name: t("own.ask") }));
    await waitFor(() => expect(headline().textContent).toBe(t("owner.result.gateway")), PATIENCE);
    expect(screen.getByText(t("owner.hint.server-firewall"))).toBeTruthy();
    const two = screen.getByRole("row", { name: /Two/ });
    expect(within(two).getByText(t("own.differs"))).toBeTruthy();
    expect(screen.queryAllByText(t("own.differs"))).toHaveLength(1);
    expect(await accessibilityFaults()).toEqual([]);
  });
});
