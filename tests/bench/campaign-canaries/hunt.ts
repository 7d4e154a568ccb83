import { redactReport } from "../../../electron/report/redact-report.ts";
import { renderReport } from "../../../electron/report/render.ts";
import type { SavedReport } from "../../../shared/contract/report/report.ts";
import type { TextFormat } from "../../../shared/model/report.ts";
import { ENGLISH } from "../../../shared/text/english.ts";
import { createTranslator } from "../../../shared/text/translator.ts";
import { makeMachine } from "./machine.ts";
import { seeded, spellings, type Secret } from "./secrets.ts";

/** A secret that came through. */
export interface Leak {
  readonly machine: number;
  readonly level: string;
  readonly format: string;
  readonly kind: string;
  readonly value: string;
}

/** What a run found. */
export interface Haul {
  readonly machines: number;
  readonly kinds: number;
  /** Secret, spelling and format looked for together. */
  readonly looked: number;
  readonly leaks: readonly Leak[];
  /** Share of diagnostic fields that came through unchanged, by level. */
  readonly kept: Readonly<Record<"strict" | "standard", number>>;
}

const FORMATS: readonly TextFormat[] = ["html", "md", "txt", "json", "har"];
const LEVELS = ["strict", "standard"] as const;
const t = createTranslator("en", { en: ENGLISH });

/** Looks for every secret of machines `first` to `first + count - 1` in every format at both levels. */
export function hunt(first: number, count: number): Haul {
  const leaks: Leak[] = [];
  const kinds = new Set<string>();
  const shares = { strict: [0, 0], standard: [0, 0] };
  let looked = 0;
  for (let machine = first; machine < first + count; machine += 1) {
    const { report, secrets } = makeMachine(machine);
    for (const { kind } of secrets) kinds.add(kind);
    for (const level of LEVELS) {
      const redacted = redactReport(report, { level }, seeded(machine));
      const [kept, all] = diagnosticKept(report, redacted, secrets);
      shares[level][0] = (shares[level][0] ?? 0) + kept;
      shares[level][1] = (shares[level][1] ?? 0) + all;
      for (const format of FORMATS) {
        const text = renderReport(redacted, format, t).bytes.toString("utf8");
        const promised = secrets.filter((secret) => level === "strict" || secret.standard);
        looked += promised.length * spellings("").length;
        for (const secret of promised) {
          if (spellings(secret.value).some((spelling) => text.includes(spelling)))
            leaks.push({ machine, level, format, kind: secret.kind, value: secret.value });
        }
      }
    }
  }
  const share = ([kept = 0, all = 1]: readonly number[]): number => kept / all;
  return {
    machines: count,
    kinds: kinds.size,
    looked,
    leaks,
    kept: { strict: share(shares.strict), standard: share(shares.standard) },
  };
}

/** Addresses that every machine of the builder shares: of a router, a hosts entry and a site. Private all the same. */
const BYSTANDERS = ["192.168.1.1", "10.77.0.1", "198.51.100.1"];

/**
 * Diagnostic fields are all values of the report that hold none of the planted secrets: codes, outcomes, statuses,
 * times, counts, sizes, well-known resolvers, system's own names. Kept means: there and equal afterwards.
 */
function diagnosticKept(
  before: SavedReport,
  after: SavedReport,
  secrets: readonly Secret[],
): readonly [number, number] {
  const old = leaves({ ...before, redaction: null });
  const now = leaves({ ...after, redaction: null });
  const diagnostic = [...old]
    .filter(([, value]) => typeof value !== "string" || !secrets.some((secret) => value.includes(secret.value)))
    .filter(([, value]) => typeof value !== "string" || !BYSTANDERS.some((address) => value.includes(address)));
  const kept = diagnostic.filter(([path, value]) => now.get(path) === value);
  return [kept.length, diagnostic.length];
}

function leaves(value: unknown, path = "", into = new Map<string, unknown>()): ReadonlyMap<string, unknown> {
  if (typeof value === "object" && value !== null)
    for (const [key, item] of Object.entries(value)) leaves(item, `${path}.${key}`, into);
  else into.set(path, value);
  return into;
}
