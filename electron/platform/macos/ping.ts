import type { PingRequest } from "../machine.ts";
import type { PingTool } from "../readings/ping-observation.ts";
import { posixPingLines } from "../readings/posix-ping-lines.ts";

/** The pause between requests that both tools allow to everybody. */
const INTERVAL_SECONDS = 0.2;

/** macOS' ping and, for IPv6, ping6 (which knows no waiting time: our time-out ends it). */
export const macosPing: PingTool = {
  command: ({ address, count, deadlineMs, size, dontFragment }: PingRequest) => {
    const six = address.includes(":");
    const waitMs = Math.max(200, deadlineMs - (count - 1) * INTERVAL_SECONDS * 1000);
    return {
      program: six ? "ping6" : "ping",
      args: [
        "-n",
        "-c",
        String(count),
        "-i",
        String(INTERVAL_SECONDS),
        // Milliseconds; it counts for the last request only.
        ...(six ? [] : ["-W", String(waitMs)]),
        ...(size === undefined ? [] : ["-s", String(size)]),
        // ping6 fragments to the IPv6 minimum by itself unless -m forbids it as well.
        ...(dontFragment === true ? (six ? ["-D", "-m"] : ["-D"]) : []),
        address,
      ],
    };
  },
  parse: posixPingLines,
};
