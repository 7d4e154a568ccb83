import { SITES } from "../../lab/net/places.ts";
import { insideMany, insideRun } from "./inside-run.ts";
import { insideClient, withLane } from "./lab-seat.ts";
import { middle, type Row, short } from "./row.ts";

const ADDRESSES = 20;
const ROUNDS = 3;

/**
 * Twenty addresses at once. Held against the same twenty one after the other, in the same program: that is the choice a
 * person with twenty addresses has. Held against one alone it would measure this computer's processors instead.
 */
export function manyRows(): Promise<readonly Row[]> {
  const urls = Object.keys(SITES)
    .slice(0, ADDRESSES)
    .map((name) => `http://${name}.example.com/`);
  return withLane(async (seat) => {
    const lines = await seat.lane.with([], 20, async () => {
      const single = await insideClient(seat, "inside.ts", ["single", seat.references, "1", ...urls]);
      const many = await insideClient(seat, "inside.ts", ["many", seat.references, String(ROUNDS), ...urls]);
      return { single, many };
    });
    const alone = lines.single.map((line) => insideRun.parse(JSON.parse(line)));
    const rounds = lines.many.map((line) => insideMany.parse(JSON.parse(line)));
    const sum = alone.reduce((total, { wholeMs }) => total + wholeMs, 0);
    const one = middle(alone.map(({ wholeMs }) => wholeMs));
    const all = middle(rounds.map(({ allMs }) => allMs));
    const made = rounds.flatMap(({ runs }) => runs);
    const wrong = made.filter(({ code }) => code !== "healthy").map(({ code }) => code);
    return [
      {
        id: "many",
        what: `${urls.length} addresses checked at once, 20 ms away`,
        ours: `${short(all)} ms, ${wrong.length} of ${made.length} wrong${wrong.length === 0 ? "" : ` (${[...new Set(wrong)].join(", ")})`}`,
        beside: `${short(sum)} ms one after the other (one alone: ${short(one)} ms)`,
        ratio: all / sum,
        bar: "at most 0.2 of one after the other, all right",
        holds: all / sum <= 0.2 && wrong.length === 0,
      },
    ];
  });
}
