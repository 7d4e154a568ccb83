import { z } from "zod";
import type { WatchEvent, WatchView, Watches } from "../model/watch.ts";

z.config({ jitless: true });

const id = z.string().min(1).max(64);
const done = z.object({ done: z.boolean() });

/** The calls about watches. What happens comes as `watch.event`, each with the whole of what it is about. */
export const watchCalls = {
  "watch.list": { input: z.undefined(), output: z.custom<Watches>() },
  /** A page that is watched already is not watched twice: its watch is given. */
  "watch.add": {
    input: z.strictObject({
      /** As typed. */
      input: z.string().max(100_000),
      /** A check-up has just seen the site itself fail. */
      down: z.boolean(),
      privateMode: z.boolean(),
      /** Goes on when the site is back. */
      keepOn: z.boolean(),
    }),
    output: z.custom<WatchView>(),
  },
  "watch.stop": { input: z.strictObject({ id }), output: done },
  "watch.remove": { input: z.strictObject({ id }), output: done },
  /** Not done: it was looked at a moment ago, or the site asked to be left alone. */
  "watch.lookNow": { input: z.strictObject({ id }), output: done },
  "watch.keepOn": { input: z.strictObject({ id, keepOn: z.boolean() }), output: done },
  /** Whether watching goes on when the window is closed. */
  "watch.background": { input: z.strictObject({ keep: z.boolean() }), output: done },
};

/** The events about watches. */
export const watchEvents = { "watch.event": z.custom<WatchEvent>() };
