import type { DnsChange } from "../../../shared/model/dns-change.ts";
import type { DnsCondition } from "../../../shared/model/dns-condition.ts";
import { keepChange, rollBackChange, type DnsSwitchResult } from "../../repairs/dns/switch.ts";
import { switchCarefully } from "../../repairs/dns/switch-dns.ts";
import type { UseArguments } from "./dns-arguments.ts";
import type { DnsCall } from "./dns-deps.ts";
import { sayConditions, sayFailure, sayNotChecked, sayPlan } from "./dns-words.ts";
import { EXIT } from "../terminal/terminal.ts";

/** Seconds a person has to keep a change before its guard puts it back. */
export const KEEP_SECONDS = 60;

/** How long the first question waits; nothing is open yet, so only for the terminal's sake (ms). */
const AGREE_MS = 10 * 60_000;

/** `dns use`: another DNS server, guarded. Exit code 0 done, 4 nothing changed, 5 rolled back. */
export async function dnsUse(call: DnsCall, args: UseArguments): Promise<number> {
  const { deps, terminal, t, signal } = call;
  const mode =
    args.keep === "for"
      ? ({ kind: "keep-for", deadlineSeconds: args.seconds } as const)
      : ({ kind: "ask", deadlineSeconds: KEEP_SECONDS } as const);
  const result = await switchCarefully(
    deps,
    { servers: args.servers, linkId: args.adapter, mode, anyway: args.anyway },
    {
      onConditions: (conditions) => {
        const words = sayNotChecked(t, conditions);
        if (words !== "") terminal.err(words);
        if (args.anyway && conditions.conditions.length > 0) {
          terminal.err(`  ${t("dns.switch.insisted")}\n${sayConditions(t, conditions.conditions, terminal.columns)}`);
        }
      },
      agree: async (plan, snapshot) => {
        await terminal.out(sayPlan(t, plan, snapshot));
        return args.keep !== "ask" || (await says(call, t("dns.switch.agree"), AGREE_MS));
      },
      onStep: () => undefined,
    },
    signal,
  );
  return result.kind === "open" ? finish(call, args, result.change) : tellEnd(call, result);
}

/** The switch is verified and open: keep it, ask, or leave it to its guard. */
async function finish(call: DnsCall, args: UseArguments, change: DnsChange): Promise<number> {
  const { deps, terminal, t, signal } = call;
  if (args.keep === "for") {
    await terminal.out(`  ${t("dns.switch.open", { seconds: args.seconds })}\n`);
    return EXIT.done;
  }
  // The guard's clock runs since the switch: the question ends a little before it.
  const question = t("dns.switch.keep", { seconds: KEEP_SECONDS });
  const keep = args.keep === "now" ? !signal.aborted : await says(call, question, (KEEP_SECONDS - 5) * 1_000);
  // Whatever the person does now, this must come to its end.
  const toTheEnd = new AbortController().signal;
  if (!keep) {
    const back = await rollBackChange(deps.desk, change, toTheEnd);
    await terminal.out(
      `  ${t("dns.because.declined")} ${t(`dns.restored.${back.ok ? back.value : "not-restored"}`)}\n`,
    );
    return EXIT.rolledBack;
  }
  const kept = await keepChange(deps.desk, change, toTheEnd);
  if (!kept.ok) {
    terminal.err(`  ${sayFailure(t, kept.error.code, kept.error.detail)}\n`);
    return EXIT.rolledBack;
  }
  await terminal.out(`  ${t("dns.switch.kept")}\n`);
  return EXIT.done;
}

async function tellEnd(
  { terminal, t }: DnsCall,
  result: Exclude<DnsSwitchResult<DnsCondition>, { readonly kind: "open" }>,
): Promise<number> {
  switch (result.kind) {
    case "obstacles":
      await terminal.out(`  ${t("dns.switch.held-back")}\n\n${sayConditions(t, result.obstacles, terminal.columns)}`);
      return EXIT.notChanged;
    case "declined":
      await terminal.out(`  ${t("dns.switch.declined")}\n`);
      return EXIT.notChanged;
    case "failed": {
      const { code, detail, changed } = result.failure;
      if (code === "not-effective" && detail === "already set") {
        await terminal.out(`  ${t("dns.failure.already-set")}\n`);
        return EXIT.done;
      }
      const after = t(changed === "nothing" ? "dns.failure.nothing-changed" : "dns.failure.maybe-changed");
      terminal.err(`  ${sayFailure(t, code, detail)} ${after}\n`);
      return EXIT.notChanged;
    }
    case "rolled-back": {
      const why = result.because === "worse" ? t("dns.because.worse") : sayFailure(t, result.because, "");
      await terminal.out(`  ${why} ${t(`dns.restored.${result.restored}`)}\n`);
      return EXIT.rolledBack;
    }
  }
}

/** A question whose only yes is a yes. */
export async function says({ terminal, signal }: DnsCall, question: string, timeoutMs: number): Promise<boolean> {
  const answer = await terminal.ask?.(`  ${question}`, { timeoutMs, signal });
  return /^y(?:es)?$/i.test(answer?.trim() ?? "");
}
