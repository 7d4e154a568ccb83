import type { LabScenario } from "../../scenarios/scenario.ts";
import { quantile } from "../report/bars.ts";
import { PEERS, type PeerAnswer } from "./peers.ts";

/** One scenario and what each peer said, in the order of {@link PEERS}. */
export interface PeerRow {
  readonly scenario: LabScenario;
  readonly answers: readonly PeerAnswer[];
}

type Grade = "right" | "among others" | "wrong" | "names nobody";

/** Right: the one side that is at fault. Among others: it is one of several that are named. */
function grade({ expected }: LabScenario, { sides }: PeerAnswer): Grade {
  if (sides.length === 0) return "names nobody";
  const hit = sides.some((side) => expected.sides.includes(side));
  if (!hit) return "wrong";
  return sides.every((side) => expected.sides.includes(side)) ? "right" : "among others";
}

const GRADES: readonly Grade[] = ["right", "among others", "wrong", "names nobody"];

/** The page for the documentation: a summary, then every scenario. Made by the script, never by hand. */
export function peersPage(rows: readonly PeerRow[], versions: readonly string[]): string {
  const sorted = rows.toSorted((a, b) => a.scenario.id.localeCompare(b.scenario.id));
  const healthy = sorted.filter(({ scenario }) => scenario.expected.code === "healthy");
  const broken = sorted.filter(({ scenario }) => scenario.expected.code !== "healthy");
  const summary = PEERS.map((peer, index) => {
    const graded = broken.map(({ scenario, answers }) => {
      const answer = answers[index];
      return answer === undefined ? null : grade(scenario, answer);
    });
    const times = broken.map(({ answers }) => answers[index]?.ms ?? 0).toSorted((a, b) => a - b);
    const counts = GRADES.map((one) => graded.filter((other) => other === one).length);
    const accused = healthy.filter(({ answers }) => (answers[index]?.sides.length ?? 0) > 0).length;
    return row([
      peer,
      ...counts.map(String),
      String(accused),
      seconds(quantile(times, 0.5)),
      seconds(quantile(times, 0.95)),
    ]);
  });
  const details = sorted.map(({ scenario, answers }) =>
    row([
      scenario.id,
      scenario.expected.sides.join(" or "),
      ...answers.map(
        (answer) =>
          `${answer.said}${answer.sides.length === 0 ? "" : ` (${answer.sides.join(", ")})`}, ${seconds(answer.ms)}`,
      ),
    ]),
  );
  return [
    "# Peers in the same lab",
    "",
    `Made by \`node build/scripts/peers.mjs\` on ${new Date().toISOString().slice(0, 10)} with ${versions.join(", ")}.`,
    'Which words name which side was written down before the run (`tests/lab/peers/mapping.ts`). "dig and curl" is what',
    "guides on the web tell people to type (`tests/lab/peers/how-to.sh`). Times are from the start of the program to its",
    "answer for ours, curl and the script, and from the start of the page load for Chromium.",
    "",
    `${broken.length} broken scenarios, ${healthy.length} healthy ones that look odd.`,
    "",
    row(["who", ...GRADES, "healthy accused", "half within", "95 of 100 within"]),
    row(["---", "---:", "---:", "---:", "---:", "---:", "---:", "---:"]),
    ...summary,
    "",
    row(["scenario", "at fault", ...PEERS]),
    row(["---", "---", ...PEERS.map(() => "---")]),
    ...details,
    "",
  ].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
