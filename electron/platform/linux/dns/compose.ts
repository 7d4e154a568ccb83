import { createHash } from "node:crypto";

/** glibc asks no more than this many servers (resolv.h, MAXNS). */
const MAX_FILE_SERVERS = 3;

/**
 * The servers a file of resolver settings gets, at most three and both families where both were given: the best of
 * each family first, so that the third place is the second choice of the better one.
 */
export function serversForFile(servers: readonly string[]): readonly string[] {
  const v4 = servers.filter((server) => !server.includes(":"));
  const v6 = servers.filter((server) => server.includes(":"));
  const first = servers[0]?.includes(":") === true ? [v6, v4] : [v4, v6];
  const mixed = [0, 1, 2].flatMap((place) => first.flatMap((family) => family.slice(place, place + 1)));
  return mixed.slice(0, MAX_FILE_SERVERS);
}

/**
 * A resolv.conf with other servers: ours stand where the first one stood, or at the end; every other byte stays. The
 * privileged script does the same with awk, and the two must agree byte for byte.
 */
export function composeFile(before: Buffer, servers: readonly string[]): Buffer {
  // Latin-1 keeps every byte as it is.
  const text = before.toString("latin1");
  const lines = text === "" ? [] : (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
  const ours = servers.map((server) => `nameserver ${server}`);
  const first = lines.findIndex((line) => isServer(line));
  const composed =
    first < 0
      ? [...lines, ...ours]
      : [...lines.slice(0, first), ...ours, ...lines.slice(first).filter((line) => !isServer(line))];
  return Buffer.from(composed.map((line) => `${line}\n`).join(""), "latin1");
}

function isServer(line: string): boolean {
  return /^nameserver[ \t]/.test(line);
}

/** SHA-256, hexadecimal. */
export function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
