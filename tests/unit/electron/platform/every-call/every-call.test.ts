import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyHostileName, NUL_NAMES } from "../hostile-names.ts";
import { CALL_SITES, foundCallSites, HANDING_ON } from "./call-sites.ts";
import { CASES } from "./cases.ts";
import { faultsForReal, faultsInAll, made, wholeOf, wordsOf } from "./judging.ts";
import { ProgramRecorder } from "./program-recorder.ts";

const NAMES = everyHostileName();
/** Real starts take time: every twelfth name here, all of them in `npm run campaign:names`. */
const FOR_REAL = NAMES.filter((_, at) => at % 12 === 0);

let recorder: ProgramRecorder;
beforeAll(() => {
  recorder = new ProgramRecorder();
});
afterAll(() => recorder.remove());

describe("the places where programs are started", () => {
  it("are those of the table: a new one is looked at before it is added there", () => {
    const found = foundCallSites(resolve("."));
    const known = Object.entries(CALL_SITES).map(([file, { calls }]) => [file, calls] as const);
    const expected = new Map([...known, ...HANDING_ON.map((file) => [file, 0] as const)]);
    const sorted = (map: ReadonlyMap<string, number>) => [...map].toSorted(([a], [b]) => a.localeCompare(b));
    expect(sorted(found)).toEqual(sorted(expected));
  });

  it("have a case for every name that can reach them, and every case belongs to one", () => {
    const named = Object.values(CALL_SITES).flatMap(({ names }) => (names === "none" ? [] : names));
    const own = named.filter((one) => !one.endsWith(".test.ts"));
    expect([...new Set(own)].toSorted()).toEqual(CASES.map(({ title }) => title).toSorted());
  });
});

describe("500 hostile names", { timeout: 120_000 }, () => {
  it("are 500 different ones", () => {
    expect(new Set(NAMES).size).toBe(500);
    expect(NAMES.some((name) => name.length > 4_000)).toBe(true);
  });

  it.each(CASES.map((one) => [one.title, one] as const))(
    "reach no program but as one whole word, or are refused: %s",
    async (_title, one) => {
      expect(await faultsInAll(one, NAMES)).toEqual([]);
    },
  );

  const real = CASES.filter(({ nowhere }) => nowhere !== true);
  it.each(real.map((one) => [one.title, one] as const))(
    "arrive whole in real programs, and none is run as a command: %s",
    async (_title, one) => {
      expect(await faultsForReal(one, FOR_REAL, recorder)).toEqual([]);
      expect(recorder.trapped()).toEqual([]);
    },
  );

  it.each(real.map((one) => [one.title, one] as const))(
    "with a NUL are refused with a code: %s",
    async (_title, one) => {
      for (const name of NUL_NAMES) {
        // oxlint-disable-next-line no-await-in-loop -- three of them
        const { seen, code } = await made(one, name);
        const whole = wholeOf(one, name);
        const carrying = [...seen.requests, ...seen.launches].filter(
          (start) => whole?.includes("\0") === true && wordsOf(start).plain.includes(whole),
        );
        expect([name, code !== null || carrying.length > 0 || one.as !== undefined]).toEqual([name, true]);
        for (const start of carrying) {
          // oxlint-disable-next-line no-await-in-loop -- as above
          expect(await recorder.refusal(start)).toBe("refused");
        }
      }
    },
  );
});
