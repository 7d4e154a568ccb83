import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import { proposeRepairs } from "../../../../electron/engine/repair-plan.ts";
import { REPAIR_NATURE } from "../../../../electron/engine/rules/repair-nature.ts";
import { REPAIRS_FOR } from "../../../../electron/engine/rules/repairs-for.ts";
import { REPAIRS_HERE } from "../../../../electron/engine/rules/repairs-here.ts";
import { keysOf } from "../../../../shared/lib/keys-of.ts";
import { REPAIR_IDS, type RepairId } from "../../../../shared/model/repair.ts";
import { VERDICT_CODES, type VerdictCode } from "../../../../shared/model/verdict-code.ts";
import { ENGLISH } from "../../../../shared/text/english.ts";
import { createTranslator } from "../../../../shared/text/translator.ts";
import { CASES } from "./judge-cases.ts";
import { HEALTHY, observe, ONLINE } from "./build-observations.ts";

const LIKELIHOODS = ["likely", "possible", "unlikely"];

function idsFor(code: VerdictCode): readonly RepairId[] {
  return judge(CASES[code][0].given).repairs.map((item) => item.id);
}

describe("the repairs of a verdict", () => {
  it("exist for every code but the healthy one", () => {
    expect(VERDICT_CODES.filter((code) => REPAIRS_FOR[code].length === 0)).toEqual(["healthy"]);
    expect(keysOf(REPAIRS_FOR).toSorted()).toEqual([...VERDICT_CODES].toSorted());
  });

  it.each(VERDICT_CODES)("are without repeats and likeliest first: %s", (code) => {
    for (const row of CASES[code]) {
      const { repairs } = judge(row.given);
      expect(new Set(repairs.map((item) => item.id)).size).toBe(repairs.length);
      const order = repairs.map((item) => LIKELIHOODS.indexOf(item.likelihood));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  it("cover every repair of the product except the advice that no single verdict calls for", () => {
    const rows = [...VERDICT_CODES.flatMap((code) => REPAIRS_FOR[code]), ...REPAIRS_HERE];
    const used = new Set(rows.map(([id]) => id));
    expect(REPAIR_IDS.filter((id) => !used.has(id))).toEqual([]);
  });

  it.each<VerdictCode>([
    "gateway-error",
    "gateway-timeout",
    "overloaded",
    "maintenance",
    "edge-error",
    "site-refused",
    "tls-expired",
    "site-dns-failing",
  ])("ask nothing of this computer when the fault is the site's: %s", (code) => {
    const busywork: readonly RepairId[] = [
      "flush-dns",
      "switch-dns",
      "one-click-dns",
      "restart-computer",
      "restart-network",
      "clear-browser-cache",
      "mend-browser",
      "proxy-off",
    ];
    expect(idsFor(code).filter((id) => busywork.includes(id))).toEqual([]);
    expect(idsFor(code)).toContain("contact-site");
    expect(idsFor(code)).toContain("watch");
  });

  it("start with waiting for a 502 and with flushing for a stale address", () => {
    expect(idsFor("gateway-error")[0]).toBe("retry-politely");
    expect(idsFor("os-cache-stale")[0]).toBe("flush-dns");
    expect(idsFor("proxy-unreachable")[0]).toBe("proxy-off");
    expect(idsFor("captive-portal")).toEqual(["portal-login"]);
  });

  it("put the harmless before the risky among equals", () => {
    const ids = idsFor("resolver-stale");
    expect(ids.indexOf("flush-dns")).toBeLessThan(ids.indexOf("one-click-dns"));
  });

  it("never switch DNS behind a filter's back", () => {
    expect(idsFor("resolver-filtered").filter((id) => id.includes("dns"))).toEqual([]);
  });

  it("leave out what the person has tried, and a VPN that is not there", () => {
    const told = observe(HEALTHY, {
      answers: {
        "browser-fails": "yes",
        "private-window-works": "no",
        "other-browser-works": "yes",
        "no-extensions-works": "no",
      },
    });
    const ids = judge(told).repairs.map((item) => item.id);
    expect(ids).not.toContain("private-window");
    expect(ids).not.toContain("other-browser");
    expect(ids).not.toContain("no-extensions");
    const verdict = { ...judge(told).verdict, code: "access-denied" as const };
    expect(proposeRepairs(observe(ONLINE), verdict).map((item) => item.id)).not.toContain("vpn-toggle");
    expect(proposeRepairs(observe(ONLINE, { answers: { vpn: "on" } }), verdict).map((item) => item.id)).toContain(
      "vpn-toggle",
    );
    expect(
      proposeRepairs(observe(ONLINE, { answers: { "other-device-works": "yes" } }), verdict).map((item) => item.id),
    ).not.toContain("other-device");
  });
});

describe("the nature of a repair", () => {
  it("is known for every id, with words", () => {
    const t = createTranslator("en", { en: ENGLISH });
    expect(keysOf(REPAIR_NATURE).toSorted()).toEqual([...REPAIR_IDS].toSorted());
    expect(REPAIR_IDS.filter((id) => !t.has(`repair.${id}.title`) || !t.has(`repair.${id}.why`))).toEqual([]);
  });

  it("lets nothing that needs an administrator be free of risk", () => {
    expect(REPAIR_IDS.filter((id) => REPAIR_NATURE[id].needsAdmin && REPAIR_NATURE[id].risk === "none")).toEqual([]);
  });

  it("keeps an undo for every change of settings the app makes itself", () => {
    const changes: readonly RepairId[] = [
      "switch-dns",
      "one-click-dns",
      "hosts-entry",
      "proxy-off",
      "clear-browser-cache",
    ];
    expect(changes.every((id) => REPAIR_NATURE[id].undoable && REPAIR_NATURE[id].mode === "auto")).toBe(true);
  });
});
