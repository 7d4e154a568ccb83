import { expect, it, vi } from "vitest";
import { handOver, onHanded, takeHanded, tellHanded } from "../../../../electron/main/handed.ts";

it("keeps a file for the page that opens later, tells it, and gives it once", () => {
  const told = vi.fn<() => void>();
  tellHanded();
  handOver("/home/a/r.json");
  onHanded(told);
  expect(told).not.toHaveBeenCalled();
  tellHanded();
  expect(told).toHaveBeenCalledTimes(1);
  expect(takeHanded()).toBe("/home/a/r.json");
  expect(takeHanded()).toBeNull();
  tellHanded();
  expect(told).toHaveBeenCalledTimes(1);
});

it("tells a page that is open at once, and gives the newest file", () => {
  const told = vi.fn<() => void>();
  onHanded(told);
  handOver("/home/a/one.json");
  handOver("/home/a/two.json");
  expect(told).toHaveBeenCalledTimes(2);
  expect(takeHanded()).toBe("/home/a/two.json");
});
