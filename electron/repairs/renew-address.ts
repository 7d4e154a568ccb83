import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { NetInterface } from "../../shared/model/facts/local-facts.ts";
import { pause } from "../checks/support/pause.ts";
import type { ElevationFailure } from "../platform/elevated/run-elevated.ts";
import type { Machine } from "../platform/machine.ts";
import type { RenewRequest } from "../platform/renew-address.ts";

/**
 * How a renewal went. `got-address`: there was none before. `unclear`: asked, but the addresses could not be read
 * afterwards.
 */
export interface RenewResult {
  readonly outcome:
    | "got-address"
    | "new-address"
    | "same-address"
    | "no-address"
    | "not-automatic"
    | "no-tool"
    | "unclear";
  readonly interfaceName: string;
  /** IPv4 addresses beyond this link, before and after; empty when there were none. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What the repair works with. */
export interface RenewDeps {
  readonly machine: Machine;
  /** platform/renew-address.ts with its programs; tests give their own. */
  readonly request: (link: NetInterface, signal: AbortSignal) => Promise<Result<RenewRequest, ElevationFailure>>;
  /** How long an answer of the network is waited for, ms; absent: 12 s. */
  readonly waitMs?: number;
}

/** DHCP clients ask again after 4, 8 and 16 s (RFC 2131, 4.1); two tries fit. */
const WAIT_MS = 12_000;
const LOOK_EVERY_MS = 250;

/** An address that stays the same is taken as confirmed after this long without a change (ms). */
const SETTLED_MS = 2_000;

/**
 * Asks the network again for an address, without giving the present one back, and looks at what it brought. On the
 * interface with the way out, or else the first real one that is up.
 */
export async function renewAddress(
  deps: RenewDeps,
  signal: AbortSignal,
): Promise<Result<RenewResult, ElevationFailure>> {
  const link = await pickInterface(deps.machine, signal);
  if (link === null) return fail({ code: "no-link", detail: "" });
  const before = addressesOf(link);
  const asked = await deps.request(link, signal);
  if (!asked.ok) return asked;
  const base = { interfaceName: link.name, before };
  if (asked.value !== "asked") return ok({ ...base, outcome: asked.value, after: before });
  const after = await watch(deps, base, signal);
  return ok({ ...base, outcome: outcomeOf(before, after), after: after ?? [] });
}

function outcomeOf(before: readonly string[], after: readonly string[] | null): RenewResult["outcome"] {
  if (after === null) return "unclear";
  if (after.length === 0) return "no-address";
  if (before.length === 0) return "got-address";
  return after.every((address) => before.includes(address)) ? "same-address" : "new-address";
}

/** Looks until an address is there that was not, or the present one has settled. Null when it could not be read. */
async function watch(
  { machine, waitMs = WAIT_MS }: RenewDeps,
  { interfaceName, before }: { readonly interfaceName: string; readonly before: readonly string[] },
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const started = performance.now();
  let last: readonly string[] | null = null;
  for (;;) {
    // One look after the other, on purpose.
    // oxlint-disable-next-line no-await-in-loop
    const links = await machine.interfaces(signal);
    const link = links.ok ? links.value.find(({ name }) => name === interfaceName) : undefined;
    last = link === undefined ? null : addressesOf(link);
    const elapsed = performance.now() - started;
    const changed = last?.some((address) => !before.includes(address)) ?? false;
    const settled = (last?.length ?? 0) > 0 && elapsed >= Math.min(SETTLED_MS, waitMs);
    if (changed || settled || signal.aborted || elapsed > waitMs) return last;
    // oxlint-disable-next-line no-await-in-loop
    await pause(LOOK_EVERY_MS, signal);
  }
}

async function pickInterface(machine: Machine, signal: AbortSignal): Promise<NetInterface | null> {
  const [links, routes] = await Promise.all([machine.interfaces(signal), machine.defaultRoutes(signal)]);
  if (!links.ok) return null;
  const out = routes.ok ? routes.value.find(({ tunnel }) => !tunnel)?.interfaceName : undefined;
  const real = links.value.filter(
    ({ kind, up, carrier }) => up && carrier !== false && ["ethernet", "wifi", "cellular", "other"].includes(kind),
  );
  return links.value.find(({ name }) => name === out) ?? real[0] ?? null;
}

/** IPv4 addresses that reach beyond the link; 169.254 addresses are what a machine gives itself when nobody answers. */
function addressesOf({ addresses }: NetInterface): readonly string[] {
  return addresses
    .filter(({ family, scope }) => family === "v4" && scope !== "link-local" && scope !== "loopback")
    .map(({ address }) => address);
}
