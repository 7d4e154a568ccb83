import { z } from "zod";
import type { OwnerReport } from "../model/owner.ts";

z.config({ jitless: true });

/** The call of the owner's page. */
export const ownerCalls = {
  "owner.ask": {
    input: z.strictObject({
      /** As typed. */
      input: z.string().max(100_000),
      /** `address` or `address:port`; empty: no bypass. */
      origin: z.string().max(200),
      /** Contact only the site: no public resolver is asked. */
      privateMode: z.boolean(),
    }),
    output: z.union([z.object({ kind: z.literal("bad-origin") }), z.custom<{ kind: "asked"; report: OwnerReport }>()]),
  },
};
