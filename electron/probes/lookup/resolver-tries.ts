import { readFileSync } from "node:fs";

/**
 * How this process's own look-ups ask DNS servers (glibc's RES_OPTIONS; elsewhere it means nothing). A look-up cannot be
 * cancelled and holds the process back when it ends, so none asks longer than it tells something new.
 *
 * One server: two seconds, and once more; on a line that loses packets the second try is the one that tells something,
 * and an answer to the first that comes during the second still counts. Several: each once, with the system's own five
 * seconds; the next server is the second try, and how long a dead one in front keeps people waiting must show.
 *
 * Whoever set the variable keeps their wish. Call it before the first look-up.
 */
export function askOnceOrTwice(env: Record<string, string | undefined>, readText = readResolverFile): void {
  env["RES_OPTIONS"] ??= serversIn(readText()) > 1 ? "attempts:1" : "timeout:2 attempts:2";
}

function serversIn(text: string): number {
  return text.match(/^\s*nameserver\s+\S/gmu)?.length ?? 0;
}

/** Empty where there is none: other systems keep their servers elsewhere. */
function readResolverFile(): string {
  try {
    return readFileSync("/etc/resolv.conf", "utf8");
  } catch {
    return "";
  }
}
