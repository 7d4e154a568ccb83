import { z } from "zod";
import { CHECK_IDS } from "../../model/check-id.ts";
import { CONFIDENCES } from "../../model/confidence.ts";
import { FAULT_SIDES } from "../../model/fault-side.ts";
import { PATH_NODES } from "../../model/path.ts";
import { REPAIR_IDS } from "../../model/repair.ts";
import { VERDICT_CODES } from "../../model/verdict-code.ts";
import { list } from "../../lib/redaction/field.ts";
import { gatewayClassification } from "./http-facts.ts";
import { message, messageValues } from "./message.ts";

const code = z.enum(VERDICT_CODES);
const side = z.enum(FAULT_SIDES);
const checkId = z.enum(CHECK_IDS);

/** What the rules made of the observations. */
export const judgement = z.object({
  verdict: z.object({
    code,
    faultSide: side,
    confidence: z.enum(CONFIDENCES),
    evidence: list(z.object({ checkId, fact: message })),
    ruledOut: list(z.object({ code, because: message })),
    leftOpen: list(z.object({ code, wouldDecide: message })),
    wouldChange: list(message),
    values: messageValues,
    httpStatus: z.number().nullable(),
    retryAfterSeconds: z.number().nullable(),
    gateway: gatewayClassification.nullable(),
  }),
  findings: list(
    z.object({
      code,
      severity: z.enum(["info", "warning", "problem"]),
      side,
      summary: message,
      checkId,
      dependsOn: list(code),
    }),
  ),
  path: list(z.object({ node: z.enum(PATH_NODES), state: z.enum(["ok", "warn", "fault", "unknown"]) })),
  repairs: list(
    z.object({
      id: z.enum(REPAIR_IDS),
      likelihood: z.enum(["likely", "possible", "unlikely"]),
      risk: z.enum(["none", "low", "medium"]),
      needsAdmin: z.boolean(),
      undoable: z.boolean(),
      mode: z.enum(["auto", "guided"]),
    }),
  ),
});
