/** The places a request passes, in order: the path picture. */
export const PATH_NODES = [
  "device",
  "browser",
  "local-network",
  "proxy",
  "provider",
  "resolver",
  "site-dns",
  "site-edge",
  "site-origin",
] as const;

/** One of {@link PATH_NODES}. */
export type PathNode = (typeof PATH_NODES)[number];

/** What is known of one place. */
export interface PathState {
  readonly node: PathNode;
  readonly state: "ok" | "warn" | "fault" | "unknown";
}
