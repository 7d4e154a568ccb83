import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";

vi.mock("electron", () => ({}));

it("paints the empty window in the colours of the style sheet, so that nothing flashes", async () => {
  const { SURFACE } = await import("../../../../electron/main/window.ts");
  const sheet = readFileSync("renderer/styles/tokens.css", "utf8");
  const colours = [...sheet.matchAll(/--surface:\s*(#[0-9a-f]{6})/gi)].map(([, colour]) => colour);
  expect(colours).toEqual([SURFACE.light, SURFACE.dark]);
});
