import { z } from "zod";
import { field, FIELD_MARKS } from "../../lib/redaction/field.ts";

/** The values of a sentence. What each may hold is decided by its name: shared/lib/redaction/message-kinds.ts. */
export const messageValues = z
  .record(z.string().max(60), z.union([z.string().max(2000), z.number()]))
  .register(FIELD_MARKS, { messageValues: true });

/** A sentence as data. */
export const message = z.object({ key: field("safe", 200), values: messageValues });
