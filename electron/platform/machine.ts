import type { Result } from "../../shared/lib/result.ts";
import type {
  DefaultRoute,
  NetInterface,
  PingObservation,
  ProxySetting,
} from "../../shared/model/facts/local-facts.ts";

/** Why something about this machine could not be read. */
export interface ReadingError {
  readonly code: "not-supported" | "no-tool" | "not-permitted" | "timed-out" | "unexpected-output" | "cancelled";
  /** Technical detail, scrubbed; may be empty. */
  readonly detail: string;
}

/** What this machine said, or why it could not say. */
export type Reading<Value> = Promise<Result<Value, ReadingError>>;

/** A DNS server this machine is set to use. */
export interface ConfiguredResolver {
  /** IP literal without brackets; may carry a zone (fe80::1%eth0). */
  readonly address: string;
  readonly port: number;
  /** The interface it belongs to; null for machine-wide settings. */
  readonly interfaceName: string | null;
  /** True when it stands behind a loopback stub (systemd-resolved's uplinks). */
  readonly upstream: boolean;
}

/** One row of the neighbour table. */
export interface Neighbour {
  readonly address: string;
  readonly interfaceName: string;
  readonly state: "reachable" | "stale" | "failed" | "absent" | "unknown";
}

/** How to ping. */
export interface PingRequest {
  readonly address: string;
  readonly count: number;
  /** Milliseconds for the whole run. */
  readonly deadlineMs: number;
  /** Payload bytes; the system's default when absent. */
  readonly size?: number;
  /** Set "do not fragment". */
  readonly dontFragment?: boolean;
}

/**
 * What a check-up asks of this machine: readings without elevation, one adapter per system (windows/, macos/, linux/).
 * The practice network and tests give their own.
 */
export interface Machine {
  readonly os: "windows" | "macos" | "linux" | "other";
  interfaces(signal: AbortSignal): Reading<readonly NetInterface[]>;
  /** Best first within a family: what the system uses. A narrower VPN route beats a lower metric. */
  defaultRoutes(signal: AbortSignal): Reading<readonly DefaultRoute[]>;
  resolvers(signal: AbortSignal): Reading<readonly ConfiguredResolver[]>;
  /** The neighbour table's row for one address; `absent` when it has none. */
  neighbour(address: string, signal: AbortSignal): Reading<Neighbour>;
  proxies(signal: AbortSignal): Reading<readonly ProxySetting[]>;
  /** Path and text of the hosts file. */
  hostsFile(signal: AbortSignal): Reading<{ readonly path: string; readonly text: string }>;
  /** Never fails: a missing tool is a `failure` inside the observation. */
  ping(request: PingRequest, signal: AbortSignal): Promise<PingObservation>;
}
