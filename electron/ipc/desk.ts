import type { ErrorCode } from "../../shared/contract/error-code.ts";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Checkup } from "../../shared/model/checkup.ts";
import type { Target } from "../../shared/model/target.ts";

/** A check-up under way, real or practice. */
export interface RunningCheckup {
  readonly id: string;
  readonly target: Target;
  readonly done: Promise<Checkup>;
  cancel(): void;
}

/** What the window gets of a check-up that has started. */
export interface Started {
  readonly id: string;
  readonly target: Target;
}

/** Where the window's check-ups are started and stopped: one at a time. */
export interface Desk {
  /** Starts one; `busy` while another is starting or running. */
  start(begin: () => Promise<Result<RunningCheckup, ErrorCode>>): Promise<Result<Started, ErrorCode>>;
  /** True when this one was running. */
  cancel(id: string): boolean;
  /** The page is gone or starts afresh: nobody waits for the answer any more. */
  cancelAny(): void;
}

/** `report` hears of a check-up that broke, which its own rules forbid. */
export function createDesk(report: (error: unknown) => void): Desk {
  let running: RunningCheckup | "starting" | null = null;
  let abandoned = false;
  const watch = (checkup: RunningCheckup): void => {
    running = checkup;
    void checkup.done.catch(report).finally(() => {
      running = null;
    });
    if (abandoned) checkup.cancel();
  };
  return {
    async start(begin) {
      if (running !== null) return fail("busy");
      running = "starting";
      abandoned = false;
      const begun = await begin().catch((error: unknown) => {
        running = null;
        throw error;
      });
      if (!begun.ok) {
        running = null;
        return begun;
      }
      watch(begun.value);
      return ok({ id: begun.value.id, target: begun.value.target });
    },
    cancel(id) {
      if (running === null || running === "starting" || running.id !== id) return false;
      running.cancel();
      return true;
    },
    cancelAny() {
      abandoned = true;
      if (running !== null && running !== "starting") running.cancel();
    },
  };
}
