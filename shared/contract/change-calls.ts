import { z } from "zod";
import { ACTION_REFUSALS } from "../model/repair-action.ts";
import { REPAIR_IDS } from "../model/repair.ts";
import { STANDINGS } from "../model/standing-change.ts";

z.config({ jitless: true });

const changes = z.array(
  z.object({
    id: z.string(),
    repair: z.enum(REPAIR_IDS),
    label: z.string(),
    startedAt: z.string(),
    standing: z.enum(STANDINGS),
  }),
);

/** What came of keeping a change or taking it back. `gone`: it is no longer there to decide about. */
const answer = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["kept", "undone", "theirs", "gone"]) }),
  z.object({ kind: z.literal("refused"), code: z.enum(ACTION_REFUSALS) }),
]);

/** The calls about changes that repairs made and that stand still. */
export const changeCalls = {
  /** Newest first. */
  "changes.list": { input: z.undefined(), output: changes },
  /** Keeps a change or takes it back; with the list as it is afterwards. */
  "changes.decide": {
    input: z.strictObject({ id: z.string().regex(/^[0-9a-z-]{1,64}$/u), keep: z.boolean() }),
    output: z.object({ answer, changes }),
  },
};
