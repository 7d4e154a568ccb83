import { expect, it } from "vitest";
import { simulate } from "../../../bench/campaign-watch/simulate.ts";

it("a hundred hours in short: ten simulated hours tell no false back and break nothing", async () => {
  const run = await simulate(7, 10);
  expect(run.errors).toEqual([]);
  expect(run.visits).toBeGreaterThan(100);
  expect(run.told.length).toBeGreaterThan(2);
  expect(run.falseBacks).toEqual([]);
});
