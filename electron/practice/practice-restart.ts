import type { RestartState } from "../../shared/model/restart.ts";
import type { Target } from "../../shared/model/target.ts";
import { RESTART_LIMITS } from "../repairs/restart-network/machine.ts";
import { observeRestart, type Observer } from "../repairs/restart-network/observe.ts";
import { openGround } from "./ground.ts";
import { mended } from "./mended.ts";
import type { MachineFaults, PracticeScenario } from "./scenario.ts";

/** Boxes of the practice network start in seconds: long enough to be seen going and coming. */
const GONE_MS = 2_000;
const RETURNING_MS = 1_000;
/** So long nothing may go away after the plug is said to be out, ms. */
const PATIENCE_MS = 5_000;
const LIMITS = { ...RESTART_LIMITS, pulledMs: PATIENCE_MS, backMs: 10_000, shortestGapMs: 500 };
const CADENCE = { nearMs: 250, outsideMs: 500 };

/**
 * Modem and router of the practice network are restarted as soon as the person says that the plug is out: everything is
 * gone, then the router is back, then the line, as far as the scenario's own mend goes. The same looks as on a real one.
 * `wrongPlug`: it was another box's plug, and all stays as it is.
 */
export async function practiceRestart(
  { scenario, wrongPlug }: { readonly scenario: PracticeScenario; readonly wrongPlug: boolean },
  target: Target,
  who: Observer,
  signal: AbortSignal,
): Promise<RestartState> {
  const after = mended(scenario, ["restart-network"]);
  const withFault = (fault: MachineFaults): PracticeScenario => ({ ...after, machine: { ...after.machine, ...fault } });
  const [before, gone, returning, done] = await Promise.all([
    openGround(scenario),
    openGround(withFault({ router: "dead" })),
    openGround(withFault({ internet: "dead" })),
    openGround(after),
  ]);
  const startedMs = who.kept?.startedMs ?? performance.timeOrigin + performance.now();
  let pulledAt: number | null = null;
  const current = () => {
    if (!who.pulled()) return before;
    pulledAt ??= performance.now();
    if (wrongPlug) return before;
    const sinceMs = performance.now() - pulledAt;
    return sinceMs < GONE_MS ? gone : sinceMs < GONE_MS + RETURNING_MS ? returning : done;
  };
  const deps = {
    target,
    limits: {
      ...LIMITS,
      // A line that was dead before cannot be seen to go: on a real one that is waited for by the long limit.
      get gapMs() {
        if (pulledAt === null || !wrongPlug) return LIMITS.gapMs;
        return performance.timeOrigin + pulledAt - startedMs + PATIENCE_MS;
      },
    },
    cadence: CADENCE,
    get machine() {
      return current().machine;
    },
    get probes() {
      return current().probes;
    },
    get references() {
      return current().references;
    },
  };
  try {
    return await observeRestart(deps, who, signal);
  } finally {
    await Promise.all([before, gone, returning, done].map((ground) => ground.close()));
  }
}
