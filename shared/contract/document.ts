import { z } from "zod";
import { ANSWER_VALUES } from "../model/answers.ts";
import { CHECK_ERROR_CODES, CHECK_STATUSES, SKIP_REASONS } from "../model/check.ts";
import { CHECK_IDS } from "../model/check-id.ts";
import { CONFIDENCES } from "../model/confidence.ts";
import { FAULT_SIDES } from "../model/fault-side.ts";
import { HOPS } from "../model/gateway.ts";
import { PATH_NODES } from "../model/path.ts";
import { REPAIR_IDS } from "../model/repair.ts";
import { VERDICT_CODES } from "../model/verdict-code.ts";

z.config({ jitless: true });

/** Version of the document's shape. Only additions are made under one version. */
export const DOCUMENT_VERSION = 1;

const ms = z.number().nonnegative().describe("milliseconds");
const code = z.enum(VERDICT_CODES);
const side = z.enum(FAULT_SIDES);
const checkId = z.enum(CHECK_IDS);

const verdict = z.object({
  code,
  faultSide: side,
  confidence: z.enum(CONFIDENCES),
  title: z.string(),
  explanation: z.string(),
  evidence: z.array(z.object({ checkId, fact: z.string() })),
  ruledOut: z.array(z.object({ code, because: z.string() })),
  leftOpen: z.array(z.object({ code, wouldDecide: z.string() })),
  wouldChange: z.array(z.string()),
  httpStatus: z.number().int().optional(),
  retryAfterSeconds: z.number().nonnegative().optional(),
  gateway: z
    .object({ signatureId: z.string().nullable(), vendor: z.string().nullable(), hop: z.enum(HOPS) })
    .optional(),
});

const check = z.object({
  id: checkId,
  title: z.string(),
  status: z.enum(CHECK_STATUSES),
  startedMs: ms,
  durationMs: ms,
  summary: z.string(),
  facts: z.record(z.string(), z.unknown()).describe("what was observed; empty when skipped"),
  skipped: z.enum(SKIP_REASONS).optional(),
  error: z.object({ code: z.enum(CHECK_ERROR_CODES), detail: z.string() }).optional(),
});

/**
 * One check-up as scripts, the lab and support desks read it: the output of `diagnose --json`. Sentences are English;
 * codes are what other tools build on. Optional keys are absent when there is nothing to say.
 */
export const documentSchema = z
  .object({
    schemaVersion: z.literal(DOCUMENT_VERSION),
    id: z.string(),
    startedAt: z.iso.datetime().describe("UTC"),
    durationMs: ms,
    app: z.object({ version: z.string(), runtime: z.string(), rules: z.number().int().positive() }),
    platform: z.object({ os: z.string(), version: z.string(), arch: z.string() }),
    target: z.object({
      input: z.string().describe("as typed, without credentials"),
      url: z.string(),
      host: z.string(),
      port: z.number().int(),
    }),
    verdict,
    findings: z.array(
      z.object({
        code,
        severity: z.enum(["info", "warning", "problem"]),
        side,
        summary: z.string(),
        checkId,
      }),
    ),
    checks: z.array(check),
    attempts: z.array(
      z.object({
        varied: z.enum(["none", "address", "family", "path", "cache", "resolver", "proxy"]),
        value: z.string(),
        outcome: z.string(),
        status: z.number().int().optional(),
        durationMs: ms,
      }),
    ),
    path: z.array(z.object({ node: z.enum(PATH_NODES), state: z.enum(["ok", "warn", "fault", "unknown"]) })),
    repairs: z.array(
      z.object({
        id: z.enum(REPAIR_IDS),
        title: z.string(),
        why: z.string(),
        likelihood: z.enum(["likely", "possible", "unlikely"]),
        risk: z.enum(["none", "low", "medium"]),
        needsAdmin: z.boolean(),
        undoable: z.boolean(),
        mode: z.enum(["auto", "guided"]),
      }),
    ),
    environment: z
      .object({
        stopped: z.enum(["no", "hard-stop", "cancelled"]),
        answers: z.partialRecord(z.enum(keysOfAnswers()), z.string()),
      })
      .loose(),
    requestsToSite: z.number().int().nonnegative(),
    outsideEndpoints: z.array(z.string()),
  })
  .describe("GoodGateway check-up");

/** The parsed document. */
export type CheckupDocument = z.output<typeof documentSchema>;

function keysOfAnswers(): [string, ...string[]] {
  const [first = "", ...rest] = Object.keys(ANSWER_VALUES);
  return [first, ...rest];
}
