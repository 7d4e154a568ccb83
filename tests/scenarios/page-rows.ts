import type { FaultSide } from "../../shared/model/fault-side.ts";
import type { VerdictCode } from "../../shared/model/verdict-code.ts";
import type { Behaviour, Page } from "./behaviour.ts";
import type { LabScenario } from "./scenario.ts";

/** One page or answer of a server with nothing in front. */
export interface Row {
  readonly id: string;
  readonly broken: string;
  readonly behaviour: Behaviour;
  readonly code: VerdictCode;
  readonly sides: readonly FaultSide[];
  readonly path?: string;
  readonly short?: true;
}

/** Whose fault. */
export const ORIGIN: readonly FaultSide[] = ["site-origin"];
/** Whose fault. */
export const EDGE: readonly FaultSide[] = ["site-edge"];
/** Either of the two: the page does not tell. */
export const SITE: readonly FaultSide[] = ["site-origin", "site-edge"];

/** A page written here. */
export const page = (status: number, body: string, headers: Record<string, string> = {}): Behaviour => ({
  how: "page",
  page: { status, headers, body },
});
/** JSON written here. */
export const json = (status: number, body: unknown): Behaviour =>
  page(status, JSON.stringify(body), { "content-type": "application/json" });
/** A page from tests/fixtures/gateway. */
export const sample = (fixture: string, status?: number): Behaviour => {
  const chosen: Page = status === undefined ? { fixture } : { fixture, status };
  return { how: "page", page: chosen };
};

/** The scenarios of some rows: every second one is asked over TLS. */
export function pageScenarios(rows: readonly Row[]): readonly LabScenario[] {
  return rows.map(({ id, broken, behaviour, code, sides, path = "/", short }, index) => ({
    id,
    broken,
    url: `${index % 2 === 0 ? "http" : "https"}://plain.example.com${path}`,
    faults: [{ do: "application", name: "plain", behaviour }],
    expected: { code, sides },
    ...(short === true ? { short } : {}),
  }));
}
