import { z } from "zod";

/** One check-up inside the lab, as inside.ts prints it. */
export const insideRun = z.object({
  url: z.string(),
  code: z.string(),
  wholeMs: z.number(),
  /** When each check ended, ms since the start. */
  ends: z.record(z.string(), z.number()),
  requests: z.number(),
  /** What the space between the requests takes at least, ms. */
  pausesMs: z.number(),
});

/** See {@link insideRun}. */
export type InsideRun = z.infer<typeof insideRun>;

/** Many check-ups at once. */
export const insideMany = z.object({ allMs: z.number(), runs: z.array(insideRun) });
