import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { countsFrom, Tally } from "../../../build/scripts/lib/tally.mjs";

let folder: string;
let printed: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gg-tally-"));
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function counts(content: unknown, code: number): Promise<unknown> {
  const file = join(folder, "result.json");
  await writeFile(file, JSON.stringify(content));
  return countsFrom(file, code);
}

describe("counting a result file", () => {
  it("takes the test runner's numbers and our own", async () => {
    const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(await counts(vitest, 1)).toMatchObject({ passed: 5, failed: 1, skipped: 3 });
    expect(await counts({ passed: 3, failed: 0, skipped: 1 }, 0)).toMatchObject({ passed: 3, failed: 0, skipped: 1 });
  });

  it("calls it a failure when the program ended badly although no test failed", async () => {
    expect(await counts({ numPassedTests: 5, numFailedTests: 0 }, 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  it("calls it a failure when there is no result at all", async () => {
    expect(await countsFrom(join(folder, "missing.json"), 0)).toMatchObject({ failed: 1 });
  });
});

describe("the tally", () => {
  it("closes with one line of sums", async () => {
    const tally = new Tally();
    expect(await tally.step("first", async () => ({ passed: 2, skipped: 1 }))).toBe(true);
    expect(await tally.step("second", async () => ({ passed: 1, failed: 1 }))).toBe(false);
    tally.close();
    expect(printed.trimEnd().split("\n").at(-1)).toBe("3 passed, 1 failed, 1 skipped");
  });

  it("counts a step that throws as one failure and says why", async () => {
    const tally = new Tally();
    expect(
      await tally.step("broken", async () => {
        throw new Error("no disk");
      }),
    ).toBe(false);
    expect(printed).toContain("broken: no disk");
    expect(tally.sum("failed")).toBe(1);
  });
});
