import { fail, ok } from "../../../shared/lib/result.ts";
import type { Handlers } from "../answer.ts";
import type { WatchRoom } from "../watch/watch-room.ts";

/** What the watch calls need. */
export interface WatchParts {
  /** The one place of this program that watches; made with its first use. */
  readonly watches: WatchRoom;
}

type Name = Extract<keyof Handlers, `watch.${string}`>;

/** All calls about watches. */
export function watchHandlers({ watches }: WatchParts): Pick<Handlers, Name> {
  return {
    "watch.list": async () => ok((await watches.open()).list()),
    "watch.add": async ({ input, ...order }) => {
      const { parseTarget } = await import("../../engine/target.ts");
      const target = parseTarget(input);
      if (!target.ok) return target;
      const added = await (await watches.open()).add({ ...order, target: target.value });
      return added.ok ? added : fail("not-kept");
    },
    "watch.stop": async ({ id }) => ok({ done: await (await watches.open()).stop(id) }),
    "watch.remove": async ({ id }) => ok({ done: await (await watches.open()).remove(id) }),
    "watch.lookNow": async ({ id }) => ok({ done: (await watches.open()).lookNow(id) }),
    "watch.keepOn": async ({ id, keepOn }) => ok({ done: await (await watches.open()).setKeepOn(id, keepOn) }),
    "watch.background": async ({ keep }) => {
      const kept = await (await watches.open()).setBackground(keep ? "yes" : "no");
      return kept.ok ? ok({ done: true }) : fail("not-kept");
    },
  };
}
