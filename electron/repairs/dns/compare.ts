import type { DnsSettings } from "../../../shared/model/dns-settings.ts";

/**
 * How settings stand between a before and an after. `before`: nothing to put back. `after`: all ours. `mixed`: some
 * ours, some as before, nobody else's. `theirs`: at least one that is neither.
 */
export type DnsStanding = "before" | "after" | "mixed" | "theirs";

/** Compares setting by setting, for the names that `after` holds; absent and empty are different. Pure. */
export function standingOf(before: DnsSettings, after: DnsSettings, now: DnsSettings): DnsStanding {
  const each = Object.keys(after).map((name) => {
    const [was, ours, is] = [before[name] ?? null, after[name] ?? null, now[name] ?? null];
    if (is === was) return "before";
    return is === ours ? "after" : "theirs";
  });
  if (each.includes("theirs")) return "theirs";
  if (!each.includes("after")) return "before";
  return each.every((one) => one === "after") ? "after" : "mixed";
}

/** Are all settings what `after` wants, also those that were that way before? Pure. */
export function isAll(after: DnsSettings, now: DnsSettings): boolean {
  return Object.entries(after).every(([name, value]) => (now[name] ?? null) === value);
}
