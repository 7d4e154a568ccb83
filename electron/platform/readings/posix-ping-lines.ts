import type { PingLines } from "./ping-observation.ts";

/** A reply that came in time; duplicates are marked and do not count. */
const REPLY = /^\d+ bytes from \S+,? .*\btime[=<]([\d.]+) ?ms(?!.*DUP!)/gm;

/** Errors of routers and of this machine, as the ping of Linux (iputils, busybox) and of macOS print them in English. */
const TOO_BIG = /message too long|frag(?:mentation)? needed|packet too big/i;
const NOT_PERMITTED = /operation not permitted|permission denied|missing cap_net_raw/i;
const UNREACHABLE =
  /unreachable|no route to host|network is down|host is down|prohibited|packet filtered|time to live exceeded|hop limit/i;

/** What a ping of Linux or macOS printed in English. */
export function posixPingLines(output: { readonly stdout: string; readonly stderr: string }): PingLines {
  const all = `${output.stdout}\n${output.stderr}`;
  const sent = /^(\d+) packets transmitted/m.exec(output.stdout)?.[1];
  return {
    times: [...output.stdout.matchAll(REPLY)].map(([, time]) => Number(time)),
    sent: sent === undefined ? null : Number(sent),
    trouble: troubleIn(all, sent !== undefined),
  };
}

function troubleIn(text: string, finished: boolean): PingLines["trouble"] {
  if (TOO_BIG.test(text)) return "too-big";
  if (NOT_PERMITTED.test(text)) return "not-permitted";
  if (UNREACHABLE.test(text)) return "unreachable";
  return !finished && /^\S*ping6?: /m.test(text) ? "error" : null;
}
