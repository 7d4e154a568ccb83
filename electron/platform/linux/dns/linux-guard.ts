import { fail, ok, type Result } from "../../../../shared/lib/result.ts";
import type { DnsChange } from "../../../../shared/model/dns-change.ts";
import type { DnsManager } from "../../../../shared/model/dns-settings.ts";
import type { DnsBackend, DnsFailure, DnsRestored } from "../../dns/dns-backend.ts";
import type { LinuxDnsDeps } from "./deps.ts";
import { readGuard, ROOT_GUARD_FOLDER, tellGuard, type GuardWord } from "./guard-files.ts";
import { untouched, type DnsKind } from "./kind.ts";
import { runDnsScript, scriptCommand } from "./run-script.ts";

/** How often the guard's word is looked at; it looks at ours three times a second. */
const LOOK_MS = 50;

/** How long a living guard may take for a word: a restore through a service may wait for that service. */
const ANSWER_MS = 20_000;

/** The part of the port that writes: everything goes through the script and its guard. */
export function linuxGuard(
  deps: LinuxDnsDeps,
  kindOf: (manager: DnsManager) => DnsKind,
): Pick<DnsBackend, "apply" | "commit" | "restore" | "extend"> & { readonly report: DnsBackend["guardReport"] } {
  const folderOf = (change: DnsChange): string => (isElevated(deps, change) ? ROOT_GUARD_FOLDER : deps.runFolder);
  const script = (verb: "switch" | "restore", change: DnsChange, signal: AbortSignal) => {
    const args = scriptCommand(verb, change, kindOf(change.snapshot.manager).arguments(change), deps.runFolder);
    return runDnsScript(deps, isElevated(deps, change) ? "elevated" : "own", args, signal);
  };
  const look = (change: DnsChange): GuardWord => readGuard(folderOf(change), change.id);

  return {
    apply: async (change, signal) => {
      const ran = await script("switch", change, signal);
      if (!ran.ok) return ran;
      if (!ran.value.applied) return fail({ code: "failed", detail: "cut short", changed: "maybe" });
      return ok({ process: ran.value.guard, native: {} });
    },
    commit: async (change, signal) => {
      const before = look(change);
      if (before.state === "committed") return ok(undefined);
      if (!before.alive) return fail({ code: "guard-gone", detail: before.state, changed: "maybe" });
      const told = tellGuard(folderOf(change), change, "commit");
      if (!told.ok) return told;
      const { state } = await settled(() => look(change), signal);
      if (state === "committed") return ok(undefined);
      return fail({ code: state === "theirs" ? "changed-meanwhile" : "guard-gone", detail: state, changed: "maybe" });
    },
    restore: async (change, elevate, signal) => {
      const now = look(change);
      const waiting = now.alive && now.state !== "committed";
      if (waiting && tellGuard(folderOf(change), change, "rollback").ok) {
        const { state, untouched: asBefore } = await settled(() => look(change), signal);
        if (state === "restored") return ok(asBefore ? "nothing-to-do" : "restored");
        if (state === "theirs") return ok("theirs");
      }
      if (!elevate && deps.uid !== 0 && isElevated(deps, change)) return untouched("not-authorized");
      return restoredBy(await script("restore", change, signal));
    },
    extend: async (change, seconds) => {
      if (!look(change).alive) return untouched("guard-gone");
      return tellGuard(folderOf(change), change, "more", seconds);
    },
    report: async (change) => {
      const { state, alive, secondsLeft } = look(change);
      return { state, alive, secondsLeft };
    },
  };
}

/** As the plan said when it was shown; what was planned for root is never done with less. */
function isElevated(deps: LinuxDnsDeps, change: DnsChange): boolean {
  return deps.uid === 0 || change.plan.needsAdmin;
}

function restoredBy(ran: Awaited<ReturnType<typeof runDnsScript>>): Result<DnsRestored, DnsFailure> {
  if (!ran.ok) return ran;
  switch (ran.value.restored) {
    case "restored":
      return ok("restored");
    case "nothing":
    case "untouched":
      return ok("nothing-to-do");
    case "theirs":
      return ok("theirs");
    default:
      return fail({ code: "failed", detail: ran.value.restored ?? "cut short", changed: "maybe" });
  }
}

/** Waits until the guard has ended, one way or another. */
async function settled(look: () => GuardWord, signal: AbortSignal): Promise<GuardWord> {
  const until = performance.now() + ANSWER_MS;
  for (;;) {
    const word = look();
    const ended = word.state === "committed" || word.state === "restored" || word.state === "theirs";
    if (ended || !word.alive || signal.aborted || performance.now() > until) return word;
    // The guard answers in its own time; looking again is all there is.
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
