import type { PingRequest } from "../machine.ts";
import type { PingTool } from "../readings/ping-observation.ts";
import { posixPingLines } from "../readings/posix-ping-lines.ts";

/** The shortest pause an ordinary user may ask of iputils' ping. */
const INTERVAL_SECONDS = 0.2;

/** iputils' ping, numeric, in English by the fixed environment. */
export const linuxPing: PingTool = {
  command: ({ address, count, deadlineMs, size, dontFragment }: PingRequest) => {
    const waitMs = deadlineMs - (count - 1) * INTERVAL_SECONDS * 1000;
    return {
      program: "ping",
      args: [
        "-n",
        "-c",
        String(count),
        // Only where it is needed: busybox does not know it in older versions.
        ...(count > 1 ? ["-i", String(INTERVAL_SECONDS)] : []),
        // Whole seconds: older versions read no fractions. Our own time-out cuts the rest.
        "-W",
        String(Math.max(1, Math.floor(waitMs / 1000))),
        ...(size === undefined ? [] : ["-s", String(size)]),
        ...(dontFragment === true ? ["-M", "do"] : []),
        address,
      ],
    };
  },
  parse: posixPingLines,
};
