import type { Certificates } from "../servers/certificates.ts";
import type { Namespaces, NodeName } from "../net/topology.ts";
import type { WireSpec } from "../../scenarios/scenario.ts";

/** What a fault may use to break things in its lane. */
export interface FaultKit {
  readonly ns: Namespaces;
  readonly folder: string;
  readonly certificates: Certificates;
  /** Runs a shell script inside one machine; throws when a line of it fails. */
  inside(node: NodeName, script: string): Promise<string>;
  /** Starts a program that runs on inside one machine until it is stopped. */
  start(node: NodeName, name: string, command: readonly string[]): Promise<void>;
  stop(name: string): Promise<void>;
  /** Sends a command to the applications and edges. */
  command(machine: "net" | "back", command: unknown): Promise<void>;
  /** Lua for one of the two dnsdist. */
  dnsdist(who: "provider" | "public", lua: string): Promise<void>;
  /** Sets the wire; `null` for the scenario's plain round trip. */
  wire(settings: WireSettings | null): Promise<void>;
  /** How the product will be run; faults of the client change it. */
  readonly client: ClientSettings;
}

/** Both directions of the wire, and where its dice start. */
export interface WireSettings {
  readonly ab: WireSpec;
  readonly ba: WireSpec;
  readonly seed?: number;
}

/** How the product is run inside the client. */
export interface ClientSettings {
  readonly env: Record<string, string>;
  /** Put before the command, e.g. a program that shows another time. */
  readonly wrapper: string[];
  /** Roots added to the system's own bundle, PEM files. */
  readonly systemRoots: string[];
  /** Settings that replace those of the lab's references file. */
  readonly references: Record<string, unknown>;
  /** Shell lines that prepare the product's private mount namespace. */
  readonly mounts: string[];
}

/** Takes a fault back. */
export type Undo = () => Promise<void>;
