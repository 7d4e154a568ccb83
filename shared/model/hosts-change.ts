/** One change of the hosts file: entries of one name became notes. JSON-safe. */
export interface HostsChange {
  /** 8 hexadecimal digits; stands in the file too, so that the change is found there. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly host: string;
  readonly path: string;
  /** The lines as they were, without their line ends. */
  readonly lines: readonly string[];
  /** `kept`: the person keeps it; it can still be taken back. */
  readonly state: "planned" | "done" | "kept" | "undone";
}
