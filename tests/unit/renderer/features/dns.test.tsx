import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";
import { HELD, OVERVIEW, PLAN } from "../../../window/dns-samples.ts";
import { accessibilityFaults, headline, openWindow } from "../open-window.tsx";
import type { FakeMain } from "../../../window/fake-main.ts";

const t = createWindowTranslator("en");
const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });

async function openDns(prepare: (main: FakeMain) => void = () => {}) {
  const opened = await openWindow(prepare);
  await opened.user.click(button(t("home.dns")));
  return opened;
}

describe("the page of DNS settings", () => {
  it("says per connection what is asked, where that comes from, and what comes first", async () => {
    const { user } = await openDns();
    expect(headline().textContent).toBe(t("mydns.question"));
    expect(document.activeElement).toBe(headline());
    const wifi = within(screen.getByRole("heading", { name: /Home Wi-Fi/ }).closest("section") ?? document.body);
    expect(wifi.getByText("192.168.1.1, automatic")).toBeTruthy();
    expect(wifi.getByText("2001:db8::53, set by hand")).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "eth0" })).toBeNull();
    await user.click(button(t("mydns.other-links", { count: 1 })));
    const cable = within(screen.getByRole("heading", { name: "eth0" }).closest("section") ?? document.body);
    expect(cable.getAllByText(t("mydns.none"))).toHaveLength(2);
    expect(screen.getByText(/A browser that asks its own server: Firefox/)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
    await user.keyboard("{Escape}");
    expect(headline().textContent).toBe(t("home.question"));
  });

  it("offers no switch where DNS can only be read, and says why", async () => {
    await openDns((main) => {
      const { status } = OVERVIEW;
      main.dns.overview = { ...OVERVIEW, status: { ...status, manager: "wsl", readOnly: "wsl" } };
    });
    expect(screen.getByText(new RegExp(t("dns.read-only.wsl")))).toBeTruthy();
    expect(screen.queryByRole("button", { name: t("mydns.change") })).toBeNull();
  });

  it("says so when this system's DNS cannot be read", async () => {
    await openDns((main) => {
      main.dns.overview = { kind: "refused", code: "not-supported", detail: "", changed: "nothing" };
    });
    expect(screen.getByText(t("mydns.not-supported"))).toBeTruthy();
  });

  it("clears the memory, says how that is known, and offers the administrator's way where that is needed", async () => {
    const { user, main } = await openDns((fake) => {
      fake.dns.flush = { kind: "flushed", result: { outcome: "needs-admin", proved: null, caches: [] } };
    });
    await user.click(button(t("mydns.flush")));
    expect(main.calls.at(-1)).toEqual({ name: "dns.flush", input: { elevate: false } });
    expect(screen.getByText(t("dns.flush.needs-admin"))).toBeTruthy();
    main.dns.flush = { kind: "flushed", result: { outcome: "flushed", proved: true, caches: [] } };
    await user.click(button(t("mydns.flush-admin")));
    expect(main.calls.at(-1)).toEqual({ name: "dns.flush", input: { elevate: true } });
    expect(screen.getByText(`${t("dns.flush.flushed")} ${t("dns.flush.proved")}`)).toBeTruthy();
  });
});

describe("choosing other servers", () => {
  it("shows before and after and the exact commands before anything is done", async () => {
    const { user, main } = await openDns();
    await user.click(button(t("mydns.change")));
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(button(/Cloudflare/));
    expect(headline().textContent).toBe("Switch to Cloudflare?");
    for (const { argv } of PLAN.commands) expect(screen.getByText(argv[0] ?? "-", { exact: false })).toBeTruthy();
    expect(screen.getByText(t("mydns.plan.admin"))).toBeTruthy();
    expect(main.calls.some(({ name }) => name === "dns.switch")).toBe(false);
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(button(t("mydns.plan.go")));
    expect(main.calls.at(-1)).toEqual({ name: "dns.switch", input: { planId: "plan-1", anyway: false, url: null } });
  });

  it("holds back where something speaks against it, and switches all the same only when that is chosen", async () => {
    const { user, main } = await openDns((fake) => {
      fake.dns.planned = { kind: "planned", plan: PLAN, conditions: HELD };
    });
    await user.click(button(t("mydns.change")));
    await user.click(button(/Google/));
    expect(headline().textContent).toBe(t("mydns.plan.question-held"));
    expect(screen.getByText(t("dns.condition.vpn-up.instead"))).toBeTruthy();
    expect(screen.getByText(/Could not be looked at/)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
    const anyway = button(t("mydns.plan.anyway"));
    await user.click(anyway);
    expect(main.calls.some(({ name }) => name === "dns.switch")).toBe(false);
    await user.click(screen.getByRole("switch"));
    await user.click(anyway);
    expect(main.calls.at(-1)?.input).toMatchObject({ anyway: true });
  });

  it("asks for which connection where there are several, and plans for that one", async () => {
    const { user, main } = await openDns();
    await user.click(button(t("mydns.change")));
    const first = screen.getByRole("radio", { name: /Home Wi-Fi/ });
    expect(first).toHaveProperty("checked", true);
    await user.click(screen.getByRole("radio", { name: /^eth0/ }));
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(button(/Cloudflare/));
    expect(main.calls.at(-1)?.input).toEqual({ choice: { id: "cloudflare", text: "" }, linkId: "3" });
  });

  it("asks for no connection where one setting is for all of them", async () => {
    const { user } = await openDns((fake) => {
      fake.dns.overview = { ...OVERVIEW, status: { ...OVERVIEW.status, manager: "plain-file" } };
    });
    await user.click(button(t("mydns.change")));
    expect(screen.queryByRole("radio")).toBeNull();
  });

  it("says which of a person's own addresses is wrong, and stays", async () => {
    const { user, main } = await openDns((fake) => {
      fake.dns.planned = { kind: "bad-servers", code: "not-an-address", text: "1.1.1" };
    });
    await user.click(button(t("mydns.change")));
    await user.type(screen.getByRole("textbox"), "1.1.1{Enter}");
    expect(main.calls.at(-1)?.input).toEqual({ choice: { id: "own", text: "1.1.1" }, linkId: null });
    expect(screen.getByText(t("mydns.choose.bad.not-an-address", { text: "1.1.1" }))).toBeTruthy();
    expect(headline().textContent).toBe(t("mydns.choose.question"));
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("goes back to the plan and says why when the switch cannot begin", async () => {
    const { user, main } = await openDns();
    main.dns.error = "not-found";
    await user.click(button(t("mydns.change")));
    await user.click(button(/Quad9/));
    await user.click(button(t("mydns.plan.go")));
    expect(screen.getByText(t("mydns.error.not-found"))).toBeTruthy();
    expect(headline().textContent).toMatch(/^Switch to/);
  });
});

describe("a benchmark", () => {
  it("measures the sites that were checked, shows the table, and says when it is not worth it", async () => {
    const { BENCH } = await import("../../../window/dns-samples.ts");
    const { user, main } = await openDns();
    await user.click(button(t("mydns.bench")));
    await user.click(button(t("mydns.speed.go")));
    expect(main.calls.at(-1)).toEqual({ name: "dns.bench", input: { names: [] } });
    act(() => main.tellBench({ id: "b", done: 5, of: 24, report: null, stopped: false }));
    expect(screen.getByText(/5 of 24/)).toBeTruthy();
    await user.click(button(t("mydns.speed.stop")));
    expect(main.calls.at(-1)).toEqual({ name: "dns.benchStop", input: { id: "b" } });
    act(() => main.tellBench({ id: "b", done: 24, of: 24, report: BENCH, stopped: false }));
    expect(headline().textContent).toBe(t("mydns.speed.keep"));
    expect(screen.getAllByRole("row")).toHaveLength(BENCH.rows.length + 1);
    expect(screen.getByText(/gives an address for names that do not exist/)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe("the history of changes", () => {
  it("lists them with a way back where one is left, and says what an undo did", async () => {
    const { user, main } = await openDns();
    await user.click(button(t("mydns.history")));
    expect(screen.getByText(/put back by the guard/)).toBeTruthy();
    const undo = button(/^Undo/);
    main.dns.undo = { kind: "undone", restored: "theirs" };
    await user.click(undo);
    expect(main.calls.find(({ name }) => name === "dns.undo")?.input).toEqual({
      changeId: "a".repeat(32),
      anyNetwork: false,
    });
    expect(screen.getByText(t("dns.restored.theirs"))).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("asks once more before the servers of another network are written here", async () => {
    const { user, main } = await openDns();
    await user.click(button(t("mydns.history")));
    main.dns.undo = { kind: "refused", code: "other-network", detail: "", changed: "nothing" };
    await user.click(button(/^Undo/));
    expect(screen.getByText(/changed on another network/)).toBeTruthy();
    main.dns.undo = { kind: "undone", restored: "restored" };
    await user.click(button(t("mydns.past.undo-anyway")));
    expect(main.calls.findLast(({ name }) => name === "dns.undo")?.input).toEqual({
      changeId: "a".repeat(32),
      anyNetwork: true,
    });
    expect(screen.queryByRole("button", { name: t("mydns.past.undo-anyway") })).toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe("after a crash", () => {
  it("tells on the first screen that DNS was put back, until it was read", async () => {
    const recovered = [{ changeId: "a", startedAt: "2026-03-02T09:14:00.000Z", kind: "put-back" as const }];
    const { user } = await openWindow((main) => {
      main.dns.recovered = recovered;
    });
    expect(screen.getByText(/I put your DNS back/)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(button(t("mydns.recovered.dismiss")));
    expect(screen.queryByText(/I put your DNS back/)).toBeNull();
  });

  it("offers to put back what needs an administrator", async () => {
    const recovered = [
      { changeId: "c".repeat(32), startedAt: "2026-03-02T09:14:00.000Z", kind: "needs-admin" as const },
    ];
    const { user, main } = await openWindow((fake) => {
      fake.dns.recovered = recovered;
    });
    await user.click(button(t("mydns.recovered.do-it")));
    expect(main.calls.find(({ name }) => name === "dns.undo")?.input).toEqual({
      changeId: "c".repeat(32),
      anyNetwork: false,
    });
    expect(await screen.findByText(/Undone\./)).toBeTruthy();
  });
});
