import type { ActionEnd, ActionRefusalCode } from "../../../../shared/model/repair-action.ts";
import type { DnsFailureCode } from "../../../platform/dns/dns-backend.ts";

type Refused = Extract<ActionEnd, { readonly kind: "refused" }>;

/** A refusal. */
export function refused(code: ActionRefusalCode, changed: Refused["changed"] = "nothing", detail = ""): Refused {
  return { kind: "refused", code, detail, changed };
}

const CODES: Readonly<Partial<Record<DnsFailureCode, ActionRefusalCode>>> = {
  cancelled: "cancelled",
  "not-authorized": "not-permitted",
  "no-agent": "not-permitted",
  "no-tool": "not-supported",
  "no-link": "no-longer-there",
  "changed-meanwhile": "changed-since",
  "file-immutable": "not-permitted",
  "file-system-read-only": "not-permitted",
  "not-effective": "not-effective",
  "timed-out": "timeout",
};

/** The refusal that a failure of an elevated run amounts to. */
export function refusalOf(
  { code, detail }: { readonly code: DnsFailureCode; readonly detail: string },
  changed: Refused["changed"],
): Refused {
  return refused(CODES[code] ?? "failed", changed, detail === "" ? code : `${code}: ${detail}`);
}
