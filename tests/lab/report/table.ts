import { FAULT_SIDES, type FaultSide } from "../../../shared/model/fault-side.ts";
import { type CaseResult, grade } from "./result.ts";

/** One line of the table, for people. */
export function lineOf(result: CaseResult): string {
  const { case: one, said, error } = result;
  const mark = grade(result) === "right" ? "ok  " : grade(result).padEnd(4);
  const got = said === null ? `(${error ?? "nothing"})` : `${said.code}/${said.side} ${said.confidence}`;
  const wanted = `${one.expected.code}/${one.expected.sides.join("|")}`;
  const ms = said === null ? "" : `${said.ms} ms`;
  return `${mark} ${one.id.padEnd(44)} ${wanted.padEnd(40)} ${got.padEnd(44)} ${ms}`;
}

/** The table as data, for tools. */
export function rowsOf(results: readonly CaseResult[]): readonly Readonly<Record<string, unknown>>[] {
  return results.map((result) => ({
    id: result.case.id,
    kind: result.case.kind,
    broken: result.case.scenario.broken,
    expected: result.case.expected,
    got: result.said?.code ?? null,
    side: result.said?.side ?? null,
    confidence: result.said?.confidence ?? null,
    leftOpen: result.said?.leftOpen ?? [],
    findings: result.said?.findings ?? [],
    roundTripMs: result.case.scenario.roundTripMs ?? 20,
    ms: result.said?.ms ?? null,
    wallMs: result.said?.wallMs ?? null,
    grade: grade(result),
    error: result.error,
  }));
}

/** Which side was expected (rows) against which was named (columns). */
export function confusion(results: readonly CaseResult[]): string {
  const answered = results.filter((one) => one.said !== null);
  const expected = (one: CaseResult): FaultSide => {
    const { sides } = one.case.expected;
    // Where several sides are right the one that was named counts, if it is among them.
    return sides.find((side) => side === one.said?.side) ?? sides[0] ?? "unknown";
  };
  const used = FAULT_SIDES.filter((side) => answered.some((one) => expected(one) === side || one.said?.side === side));
  const width = Math.max(...used.map((side) => side.length), 8) + 2;
  const head = `${"expected".padEnd(width)}${used.map((side) => side.padStart(width)).join("")}`;
  const rows = used.map((row) => {
    const cells = used.map(
      (column) => answered.filter((one) => expected(one) === row && one.said?.side === column).length,
    );
    return `${row.padEnd(width)}${cells.map((n) => String(n === 0 ? "." : n).padStart(width)).join("")}`;
  });
  return [head, ...rows].join("\n");
}
