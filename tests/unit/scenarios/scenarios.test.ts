import { expect, test } from "vitest";
import { VERDICT_CODES, VERDICT_SIDES } from "../../../shared/model/verdict-code.ts";
import { casesOf } from "../../lab/cases.ts";
import { readyPage } from "../../lab/origins/pages.ts";
import { SCENARIOS } from "../../scenarios/all.ts";

test("every scenario has an id of its own, in kebab-case", () => {
  const ids = SCENARIOS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
});

test("there are at least 150, and at least 60 of them about gateways and server errors", () => {
  expect(SCENARIOS.length).toBeGreaterThanOrEqual(150);
  const server = new Set([
    "gateway-error",
    "gateway-timeout",
    "overloaded",
    "maintenance",
    "edge-error",
    "origin-error",
  ]);
  expect(SCENARIOS.filter(({ expected }) => server.has(expected.code)).length).toBeGreaterThanOrEqual(60);
});

test("every verdict has at least two; only doubt is no scenario's aim", () => {
  const lacking = VERDICT_CODES.filter((code) => SCENARIOS.filter(({ expected }) => expected.code === code).length < 2);
  expect(lacking).toEqual(["inconclusive"]);
});

test("expects only sides that the verdict can name", () => {
  for (const { id, expected } of SCENARIOS) {
    const known: readonly string[] = VERDICT_SIDES[expected.code];
    const possible = expected.sides.filter((side) => known.includes(side));
    expect(possible.length, id).toBeGreaterThan(0);
  }
});

test("names only pages that exist", () => {
  const pages = SCENARIOS.flatMap(({ faults }) =>
    faults.flatMap((fault) => {
      if (fault.do === "edge") return [fault.page];
      return fault.do === "application" && fault.behaviour.page !== undefined ? [fault.behaviour.page] : [];
    }),
  );
  expect(pages.length).toBeGreaterThan(50);
  for (const page of pages) expect(readyPage(page).status).toBeGreaterThan(0);
});

test("every broken scenario has a healthy twin with nothing broken and nobody complaining", () => {
  const cases = casesOf(SCENARIOS, true);
  const twins = cases.filter(({ kind }) => kind === "twin");
  for (const { scenario } of cases.filter(({ kind, expected }) => kind === "broken" && expected.code !== "healthy")) {
    const url = scenario.twinUrl ?? scenario.url;
    const twin = twins.find(
      (one) =>
        one.scenario.url === url && JSON.stringify(one.scenario.setup ?? []) === JSON.stringify(scenario.setup ?? []),
    );
    expect(twin, scenario.id).toBeDefined();
    expect(twin?.scenario.faults).toEqual([]);
    expect(twin?.scenario.answers).toBeUndefined();
  }
});
