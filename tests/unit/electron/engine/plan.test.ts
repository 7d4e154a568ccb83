import { expect, it } from "vitest";
import { PLAN } from "../../../../electron/engine/plan.ts";
import { CHECK_IDS, type CheckId } from "../../../../shared/model/check-id.ts";

it("has every check once", () => {
  expect(PLAN.map(({ id }) => id).toSorted()).toEqual([...CHECK_IDS].toSorted());
});

it("asks the system for the site's name before the sign-in page's, which would hold it up with a dead server", () => {
  const at = (id: CheckId): number => PLAN.findIndex((check) => check.id === id);
  expect(PLAN.find(({ id }) => id === "dns-system")?.needs).toEqual([]);
  expect(at("dns-system")).toBeLessThan(at("captive-portal"));
});
