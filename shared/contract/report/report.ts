import { z } from "zod";
import { REDACTED_KINDS, REDACTION_LEVELS } from "../../lib/redaction/field-kinds.ts";
import { field, list, ms } from "../../lib/redaction/field.ts";
import { REPORT_FORMAT, REPORT_VERSION } from "../../model/report.ts";
import { actionEntry, journalEntry, repairDone, watched } from "./deeds.ts";
import { environment } from "./environment.ts";
import { judgement } from "./judged.ts";
import { observations } from "./observed.ts";

/** What was taken out of a report, and how to read what stands there instead. */
const redactionNote = z.object({
  level: z.enum(REDACTION_LEVELS),
  /** Four random letters: pseudonyms mean the same thing only within one series. Empty at level `none`. */
  series: field("safe", 20),
  /** How many places were replaced, by kind. */
  counts: z.partialRecord(z.enum(REDACTED_KINDS), z.number()),
  /** Every pseudonym used, with its kind and how often it stands in the report. */
  legend: list(z.object({ name: field("safe", 200), kind: z.enum(REDACTED_KINDS), count: z.number() })),
  /** Kinds and items that the person kept or hid against the level's rule. */
  byHand: z.object({ kept: z.number(), hidden: z.number() }),
});

/**
 * A saved check-up (`.goodgateway.json`): what was observed, apart from what was made of it, so that newer rules can
 * judge it again. Sentences are stored as data. Nothing in it is a secret of ours; what is private is taken out before
 * it is written (see `redaction`).
 */
export const reportSchema = z
  .object({
    format: z.literal(REPORT_FORMAT),
    schemaVersion: z.literal(REPORT_VERSION),
    id: field("report-id", 100),
    startedAt: z.iso.datetime().describe("UTC"),
    durationMs: ms.describe("milliseconds"),
    app: z.object({ version: field("safe", 60), runtime: field("safe", 100) }),
    platform: z.object({ os: field("product", 60), version: field("product", 200), arch: field("code", 60) }),
    observations,
    rules: z.number().int().positive().describe("version of the rules that made the judgement"),
    judgement,
    requestsToSite: z.number(),
    outsideEndpoints: list(field("server")),
    repairs: list(repairDone),
    journal: list(journalEntry),
    /** Added to version 1 later: absent in older files. */
    actions: list(actionEntry).exactOptional(),
    watches: list(watched),
    environment: environment.nullable(),
    note: field("note", 5000).describe("what the person wrote for the reader; empty when nothing"),
    redaction: redactionNote,
  })
  .describe("GoodGateway report");

/** A parsed report. */
export type SavedReport = z.output<typeof reportSchema>;
