import { describe, expect, it } from "vitest";
import { type BenchSeries, judgeBench } from "../../../../../electron/repairs/bench/judge-bench.ts";
import { seededRandom } from "../../../../../electron/repairs/bench/random.ts";
import { holm, quantile, quartiles, signFlipTest } from "../../../../../electron/repairs/bench/statistics.ts";

/** Times as resolvers give them: a floor, a log-normal tail, now and then a miss that takes long. */
function drawTimes(seed: number, floor: number, count = 24): readonly number[] {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, () => floor + 20 * Math.exp(0.8 * normal()) + (random() < 0.08 ? 150 : 0));
}

function series(id: string, times: BenchSeries["times"], over: Partial<BenchSeries> = {}): BenchSeries {
  return {
    id,
    name: id,
    transport: "udp",
    server: `${id}:53`,
    current: id === "current",
    times,
    honest: true,
    ...over,
  };
}

const steady = (ms: number, count = 24): readonly number[] =>
  Array.from({ length: count }, (_, index) => ms + (index % 5));

describe("the statistics", () => {
  it("find medians and quartiles", () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([], 0.5)).toBeNull();
    expect(quartiles([1, 2, 3, 4, 5])).toEqual([2, 4]);
    expect(quartiles([1, 2, 3])).toBeNull();
  });

  it("see a steady difference and no difference in noise", () => {
    expect(
      signFlipTest(
        Array.from({ length: 24 }, () => 12),
        seededRandom(1),
      ),
    ).toBeLessThan(0.001);
    expect(signFlipTest([5, -4, 3, -6, 2, -1, 4, -3], seededRandom(1))).toBeGreaterThan(0.3);
    expect(signFlipTest([7], seededRandom(1))).toBe(1);
    expect(signFlipTest([0, 0, 0], seededRandom(1))).toBe(1);
  });

  it("give evenly spread p-values where nothing differs", () => {
    const values = Array.from({ length: 100 }, (_, seed) => {
      const [left, right] = [drawTimes(2 * seed + 1, 10), drawTimes(2 * seed + 2, 10)];
      return signFlipTest(
        left.map((time, index) => time - (right[index] ?? 0)),
        seededRandom(seed),
      );
    });
    expect(values.filter((p) => p < 0.1).length).toBeLessThan(22);
    expect(values.filter((p) => p > 0.5).length).toBeGreaterThan(30);
  });

  it("correct for several tests as Holm does", () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it("repeat themselves with the same seed only", () => {
    const draw = (seed: number): readonly number[] => {
      const random = seededRandom(seed);
      return [random(), random(), random()];
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });
});

describe("a benchmark", () => {
  it("recommends a resolver that is surely and noticeably faster", () => {
    const report = judgeBench([], [series("current", steady(60)), series("fast", steady(20))], 1);
    expect(report.verdict).toMatchObject({ kind: "switch", to: "fast", gainMs: 40 });
  });

  it.each([
    ["faster by less than 10 ms", 24, 15],
    ["faster by less than 15 %", 200, 180],
    ["equally fast", 30, 30],
    ["slower", 30, 90],
  ])("says keep yours when another is %s", (_name, mine, theirs) => {
    const report = judgeBench([], [series("current", steady(mine)), series("other", steady(theirs))], 1);
    expect(report.verdict).toEqual({ kind: "keep" });
  });

  it("recommends nobody who lies about names that do not exist, answers too seldom or costs a connection each time", () => {
    const seldom = steady(20).map((time, index) => (index % 3 === 0 ? null : time));
    const rivals = [
      series("liar", steady(20), { honest: false }),
      series("seldom", seldom),
      series("doh", steady(20), { transport: "doh" }),
    ];
    const report = judgeBench([], [series("current", steady(60)), ...rivals], 1);
    expect(report.verdict).toEqual({ kind: "keep" });
    expect(report.duels.map(({ id }) => id)).toEqual(["liar", "seldom"]);
  });

  it("names the quickest reliable one when the present one often fails", () => {
    const failing = steady(20).map((time, index) => (index % 2 === 0 ? null : time));
    const all = [series("current", failing), series("slow", steady(90)), series("quick", steady(40))];
    expect(judgeBench([], all, 1).verdict).toEqual({ kind: "unreliable", best: "quick" });
    expect(judgeBench([], all.slice(0, 1), 1).verdict).toEqual({ kind: "unreliable", best: null });
  });

  it("does not judge by too little, or without a present one", () => {
    expect(judgeBench([], [series("current", steady(60, 19)), series("fast", steady(1, 19))], 1).verdict.kind).toBe(
      "too-few",
    );
    expect(judgeBench([], [series("fast", steady(1))], 1).verdict.kind).toBe("no-current");
  });

  it("says nothing more than it saw: counts, median and quartiles", () => {
    const [row] = judgeBench(["a.example"], [series("current", [10, null, 30, 20, 40])], 1).rows;
    expect(row).toMatchObject({ asked: 5, answered: 4, medianMs: 25, quartilesMs: [17.5, 32.5], honest: true });
  });

  it("recommends at most 1 % of the time when two names stand for the same resolver", () => {
    const runs = 200;
    let recommended = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const one = (offset: number) => drawTimes(seed * 1_000 + offset, 10);
      const report = judgeBench([], [series("current", one(1)), series("same", one(2))], seed);
      if (report.verdict.kind === "switch") recommended += 1;
    }
    process.stdout.write(`A/A benchmark: ${recommended} recommendations in ${runs} runs\n`);
    expect(recommended).toBeLessThanOrEqual(runs / 100);
  }, 60_000);

  it("stays as careful with three rivals at once", () => {
    let recommended = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const ids = ["current", "one", "two", "three"];
      const all = ids.map((id, index) => series(id, drawTimes(seed * 1_000 + index, 10)));
      if (judgeBench([], all, seed).verdict.kind === "switch") recommended += 1;
    }
    expect(recommended).toBeLessThanOrEqual(2);
  }, 60_000);
});
