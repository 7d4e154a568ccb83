/**
 * The name memory of our own Chromium session, as far as repairs need it; electron/main implements it with the session's
 * clearHostResolverCache and closeAllConnections (kept-alive sockets go on using the old address otherwise). The memory
 * of other browsers has no door for programs: for them the repair is guided.
 */
export interface HostCache {
  /** Empties it and closes the connections that came from it. False when the session refused. Never rejects. */
  clear(): Promise<boolean>;
}
