import { isIP } from "node:net";
import { z } from "zod";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { References } from "../../shared/model/references.ts";
import { parseDotEntry, parseServerEntry } from "../checks/support/server-entry.ts";
import type { DnsServer } from "../probes/probes.ts";

/** Why a references file cannot be used. */
export interface ReferencesFault {
  /** `not-json`: no JSON at all. `not-an-object`: JSON of another kind. `bad-entry`: one entry has the wrong form. `unknown-key`: a key that means nothing here. */
  readonly code: "not-json" | "not-an-object" | "bad-entry" | "unknown-key";
  /** The entry, e.g. `publicResolvers[0].udp[1]`; empty for the file as a whole. */
  readonly where: string;
}

/** Largest references file read, in characters. */
const LIMIT = 1_000_000;

const server = z.string().refine((text) => parseServerEntry(text) !== null);
const dot = z.string().refine((text) => parseDotEntry(text) !== null);
const httpsUrl = z.string().refine((text) => URL.canParse(text) && new URL(text).protocol === "https:");
const webUrl = z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));
const plainUrl = z.string().refine((text) => URL.canParse(text) && new URL(text).protocol === "http:");
const name = z.string().regex(/^[a-z0-9_.-]{1,253}$/i);
const host = z.string().refine((text) => isIP(text) !== 0 || name.safeParse(text).success);
const address = z.string().refine((text) => isIP(text) !== 0);
const port = z.number().int().min(1).max(65_535);
const form = z
  .string()
  .max(500)
  .refine((text) => {
    try {
      return new RegExp(text, "i") instanceof RegExp;
    } catch {
      return false;
    }
  });

const schema = z.strictObject({
  publicResolvers: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        name: z.string().min(1),
        udp: z.array(server).default([]),
        dot: dot.optional(),
        doh: httpsUrl.optional(),
      }),
    )
    .default([]),
  connectivityChecks: z
    .array(z.strictObject({ url: plainUrl, status: z.number().int().min(100).max(599), body: z.string().optional() }))
    .default([]),
  egress: z.array(z.strictObject({ host, port })).default([]),
  stableName: name.nullable().default(null),
  dnssec: z.strictObject({ good: name, bad: name }).nullable().default(null),
  location: z
    .array(
      z.strictObject({
        server,
        name,
        type: z.enum(["A", "AAAA", "TXT", "NS", "SOA", "CNAME"]),
        class: z.enum(["IN", "CH"]),
        form,
      }),
    )
    .default([]),
  canary: name.nullable().default(null),
  vantage: webUrl.nullable().default(null),
  interceptProbe: address.nullable().default(null),
  systemResolver: z.array(server).nullable().default(null),
  router: address.nullable().default(null),
});

/** Reads a references file. A missing key is empty or null; an unknown one is refused, since it is most likely a typing error. */
export function parseReferences(text: string): Result<References, ReferencesFault> {
  const json = parseJson(text);
  if (json === undefined) return fail({ code: "not-json", where: "" });
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return fail({ code: "not-an-object", where: "" });
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  if (issue?.code === "unrecognized_keys") {
    return fail({ code: "unknown-key", where: wordPath([...issue.path, ...issue.keys.slice(0, 1)]) });
  }
  return fail({ code: "bad-entry", where: wordPath(issue?.path ?? []) });
}

/** The servers that stand in for the system's own look-up, for the probes; null when none are named. */
export function systemServersOf({ systemResolver }: References): readonly DnsServer[] | null {
  if (systemResolver === null) return null;
  return systemResolver.flatMap((entry) => {
    const parsed = parseServerEntry(entry);
    return parsed === null ? [] : [{ transport: "udp" as const, ...parsed }];
  });
}

function parseJson(text: string): unknown {
  if (text.length > LIMIT) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** `["egress", 0, "port"]` as people write it: `egress[0].port`. */
function wordPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}
