import { z } from "zod";
import { COMPARISON_OUTCOMES } from "../../model/comparison.ts";
import { DNS_CHANGE_STATES } from "../../model/dns-change.ts";
import { DNS_MANAGERS } from "../../model/dns-settings.ts";
import { ACTION_STATES } from "../../model/repair-action.ts";
import { REPAIR_IDS } from "../../model/repair.ts";
import { REPAIR_OUTCOMES } from "../../model/report.ts";
import { field, list, ms } from "../../lib/redaction/field.ts";

const time = field("safe", 60);

const sample = z.object({
  level: z.enum(["works", "fails", "unknown"]),
  lookupMs: ms.nullable(),
  seen: field("code"),
  address: field("address").nullable(),
});
const battery = z.object({ target: sample, control: sample });

/** A repair that was tried, with the same looks before and after. */
export const repairDone = z.object({
  repair: z.enum(REPAIR_IDS),
  startedAt: time,
  endedAt: time.nullable(),
  outcome: z.enum(REPAIR_OUTCOMES),
  comparison: z
    .object({
      outcome: z.enum(COMPARISON_OUTCOMES),
      worksNow: z.boolean().nullable(),
      before: battery,
      after: list(battery),
    })
    .nullable(),
});

/** One change to the machine as its journal keeps it, without what proves it to the guard. */
export const journalEntry = z.object({
  id: field("report-id"),
  startedAt: time,
  updatedAt: time,
  manager: z.enum(DNS_MANAGERS),
  link: field("adapter"),
  state: z.enum(DNS_CHANGE_STATES),
  end: z.enum(["restored", "restored-by-guard", "restored-by-restart", "never-applied", "theirs-now"]).nullable(),
  before: z.object({ v4: list(field("server")), v6: list(field("server")) }),
  after: list(field("server")),
});

/** One change that a repair other than a DNS switch made, without what only the repair understands. */
export const actionEntry = z.object({
  id: field("report-id"),
  repair: z.enum(REPAIR_IDS),
  startedAt: time,
  /** What was changed, as a proper name. */
  label: field("detail", 1000),
  state: z.enum(ACTION_STATES),
});

/** One wait for the site to come back. */
export const watched = z.object({
  url: field("url"),
  startedAt: time,
  endedAt: time.nullable(),
  looks: list(z.object({ at: time, outcome: field("code"), status: z.number().nullable(), ms: ms.nullable() })),
});
