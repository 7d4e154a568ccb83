import { describe, expect, it } from "vitest";
import type { PagePrint } from "../../../../../electron/watch/look/page-print.ts";
import { firstMemory, type WatchMemory } from "../../../../../electron/watch/state/memory.ts";
import { step, type Seen, type Step } from "../../../../../electron/watch/state/state-machine.ts";

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 0, 1);

function page(name: string): PagePrint {
  return {
    hash: name,
    type: "text/html",
    title: name,
    marks: Array.from({ length: 64 }, () => name.length),
    bytes: 1_000,
  };
}

const SHOP = page("shop");
const HOLDING = page("hang tight");

interface Played {
  readonly memory: WatchMemory;
  readonly steps: readonly Step[];
  /** News in order, with the minute of the look. */
  readonly news: readonly string[];
}

/** Plays looks: `G` the shop, `H` another page with a good status, `B` an error. A digit sets the minutes between them. */
function play(
  looks: string,
  options: { readonly down?: boolean; readonly from?: WatchMemory; readonly at?: number } = {},
): Played {
  let memory = options.from ?? firstMemory(T0, options.down === true);
  let at = options.at ?? memory.lastAt ?? T0;
  let pause = MINUTE;
  const steps: Step[] = [];
  const news: string[] = [];
  for (const sign of looks) {
    if (/\d/u.test(sign)) {
      pause = sign === "0" ? 5_000 : Number(sign) * MINUTE;
      continue;
    }
    at += pause;
    const seen: Seen = { at, fine: sign !== "B", print: sign === "G" ? SHOP : sign === "H" ? HOLDING : null };
    const stepped = step(memory, seen);
    memory = stepped.memory;
    steps.push(stepped);
    if (stepped.news !== null) news.push(`${stepped.news.kind}@${Math.round((at - T0) / MINUTE)}`);
  }
  return { memory, steps, news };
}

describe("a watch", () => {
  it("calls a site down after three failures in a row, and not after two", () => {
    expect(play("GGGBB").news).toEqual(["works@3"]);
    expect(play("GGGBB").memory.state).toBe("suspect");
    expect(play("GGGBBB").news).toEqual(["works@3", "down@6"]);
  });

  it("remembers when the first of the failures was", () => {
    const { steps } = play("GGGBBB");
    expect(steps.at(-1)?.news?.downSince).toBe(T0 + 4 * MINUTE);
  });

  it("forgets a single failure", () => {
    const { memory, news } = play("GGGBG");
    expect(memory.state).toBe("up");
    expect(memory.downSince).toBeNull();
    expect(news).toEqual(["works@3"]);
  });

  it("calls a site back after three good looks in a row, and not after two", () => {
    expect(play("BBB0GG").news).toEqual(["down@3"]);
    const { steps, news } = play("BBB0GGG");
    expect(news).toEqual(["down@3", "back@3"]);
    expect(steps.at(-1)?.news).toEqual({
      kind: "back",
      downSince: T0 + MINUTE,
      firstGoodAt: T0 + 3 * MINUTE + 5_000,
    });
  });

  it("starts to count again when a failure comes between", () => {
    expect(play("BBB0GGBGG").news).toEqual(["down@3"]);
    expect(play("BBB0GGBGGG").news).toEqual(["down@3", "back@4"]);
  });

  it("begins as down where a check-up has just seen that, and says back at the third good look", () => {
    expect(play("0GGG", { down: true }).news).toEqual(["back@0"]);
  });

  it("says that a site works when it was never seen down", () => {
    expect(play("0GGG").news).toEqual(["works@0"]);
  });
});

describe("the page itself", () => {
  it("has to be the one that was there before: a holding page is not back", () => {
    const { news, steps } = play("GGGBBB0HHHHHH");
    expect(news).toEqual(["works@3", "down@6"]);
    expect(steps.at(-1)?.counted).toBe("other");
  });

  it("is back when the old page comes after the holding page", () => {
    expect(play("GGGBBBHH0GGG").news).toEqual(["works@3", "down@6", "back@8"]);
  });

  it("becomes the site's page after half an hour, which is told in other words", () => {
    const { news, memory } = play(`GGGBBB${"H".repeat(32)}`);
    expect(news).toEqual(["works@3", "down@6", "other-page@37"]);
    expect(memory.state).toBe("up");
    expect(memory.known).toEqual(HOLDING);
  });

  it("does not bring a site down that answers well with another page", () => {
    const { news, memory } = play("GGGHHHHHH");
    expect(news).toEqual(["works@3"]);
    expect(memory.state).toBe("up");
    expect(memory.known).toEqual(SHOP);
  });

  it("counts for nothing when it is an error page that now comes with a good status", () => {
    let memory = firstMemory(T0, true);
    memory = step(memory, { at: T0 + MINUTE, fine: false, print: HOLDING }).memory;
    for (let look = 2; look < 8; look += 1) {
      const stepped = step(memory, { at: T0 + look * MINUTE, fine: true, print: HOLDING });
      expect(stepped.counted).toBe("other");
      expect(stepped.news).toBeNull();
      memory = stepped.memory;
    }
  });

  it("has to agree with itself where it was never seen before", () => {
    // A page, then another: only three alike make it.
    expect(play("BBB0HGG").news).toEqual(["down@3"]);
    expect(play("BBB0HGGG").news).toEqual(["down@3", "back@3"]);
  });

  it("may change at every look where it was never seen before, after six fine ones", () => {
    expect(play("BBB0GHGHG").news).toEqual(["down@3"]);
    expect(play("BBB0GHGHGHGH").news).toContain("back@4");
  });
});

describe("a site that comes and goes", () => {
  it("is called so after four changes in ten minutes, once", () => {
    const { news, memory } = play("GGGBGBGBGBGBG");
    expect(news).toEqual(["works@3", "flapping@7"]);
    expect(memory.state).toBe("flapping");
  });

  it("is not called so when the changes lie further apart", () => {
    expect(play("GGG4BGBGBGBG").news).toEqual(["works@3"]);
  });

  it("is back when ten minutes were good without a break", () => {
    const flapping = play("GGGBGBG");
    expect(play("GGGGGGGGG", { from: flapping.memory }).news).toEqual([]);
    expect(play("GGGGGGGGGG", { from: flapping.memory }).news).toEqual(["back@17"]);
  });

  it("has to be good for longer where most looks were good while it was unsteady", () => {
    const mostlyGood = play("GGGBGBGGGGBGGGGBGGGGBGGGGBGGGGB");
    expect(mostlyGood.memory.state).toBe("flapping");
    const end = 31;
    expect(play("G".repeat(15), { from: mostlyGood.memory }).news).toEqual([]);
    const [back = ""] = play("G".repeat(41), { from: mostlyGood.memory }).news;
    expect(back).toMatch(/^back@/u);
    expect(Number(back.slice("back@".length)) - end).toBeGreaterThan(15);
  });

  it("has to be good for twice as long when it was called back and came and went again", () => {
    const calm = play("GGGBGBGGGGGGGGGGGGG");
    expect(calm.news.at(-1)).toMatch(/^back@/u);
    const again = play("BGBG", { from: calm.memory });
    expect(again.memory.state).toBe("flapping");
    expect(play("G".repeat(18), { from: again.memory }).news).toEqual([]);
    expect(play("G".repeat(20), { from: again.memory }).news).toHaveLength(1);
  });

  it("is not asked for more than forty minutes of good looks", () => {
    let { memory } = play("GGGBGBG");
    for (let time = 0; time < 4; time += 1) {
      const calm = play("G".repeat(41), { from: memory });
      expect(calm.news).toHaveLength(1);
      ({ memory } = play("BGBG", { from: calm.memory }));
    }
  });

  it("is down when ten minutes were bad without a break, and then back as any other", () => {
    const flapping = play("GGGBGBG");
    expect(play("BBBBBBBBBB", { from: flapping.memory }).news).toEqual([]);
    expect(play("BBBBBBBBBBB0GGG", { from: flapping.memory }).news).toEqual(["down@18", "back@18"]);
  });

  it("is down sooner where it was good most of the time, since then a run of failures says more", () => {
    const mostlyGood = play("GGGBGBGGGGGGGBGGGGGG");
    expect(mostlyGood.memory.state).toBe("flapping");
    expect(play("BBBBBBB", { from: mostlyGood.memory }).news).toHaveLength(1);
  });

  it("teaches meanwhile what its page looks like: a holding page after it is not the site", () => {
    const { memory } = play("BGBGBGGGG");
    expect(memory.state).toBe("flapping");
    expect(memory.known).toEqual(SHOP);
    const { steps, news } = play("H".repeat(20), { from: memory });
    expect(steps.every(({ counted }) => counted === "other")).toBe(true);
    expect(news.filter((one) => one.startsWith("back"))).toEqual([]);
  });

  it("is called so when it is down and back three times in an hour", () => {
    const { news } = play("GGGBBB0GGG4GG1BBB0GGG4GG1BBB0GGG");
    expect(news.at(-1)).toMatch(/^flapping@/u);
    expect(news.filter((one) => one.startsWith("back"))).toHaveLength(2);
  });
});

describe("a long gap", () => {
  it("ends what was in a row", () => {
    const { memory } = play("GGGBB");
    const late = step(memory, { at: T0 + 600 * MINUTE, fine: false, print: null });
    expect(late.news).toBeNull();
    expect(late.memory.bad).toBe(1);
  });

  it("does not make a site that is still down news again", () => {
    const { memory } = play("BBB");
    const { news } = play("BBB", { from: memory, at: T0 + 600 * MINUTE });
    expect(news).toEqual([]);
  });
});
