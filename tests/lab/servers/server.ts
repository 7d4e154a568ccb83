import type { NodeName } from "../net/topology.ts";
import type { Certificates } from "./certificates.ts";

/** What a server's configuration is made from. */
export interface LaneFiles {
  /** The lane's folder; every server may write below it. */
  readonly folder: string;
  readonly certificates: Certificates;
}

/** One server program of the lab. */
export interface Server {
  readonly name: string;
  readonly node: NodeName;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Files to write first, by name inside the lane's folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Folders to make first, inside the lane's folder; owned by the named user. */
  readonly folders?: Readonly<Record<string, string>>;
  /** `address port` pairs that accept once it is ready, seen from its own machine. */
  readonly ready: readonly (readonly [string, number])[];
}
