import type { PingRequest } from "../machine.ts";
import type { PingLines, PingTool } from "../readings/ping-observation.ts";

/** Windows' ping. It asks once a second, so no more is asked than fits in. */
export const windowsPing: PingTool = {
  command: ({ address, count, deadlineMs, size, dontFragment }: PingRequest) => {
    const fitting = Math.max(1, Math.min(count, Math.floor(deadlineMs / 1000)));
    const six = address.includes(":");
    return {
      program: "ping",
      args: [
        "-n",
        String(fitting),
        "-w",
        String(Math.max(100, deadlineMs - (fitting - 1) * 1000)),
        ...(size === undefined ? [] : ["-l", String(size)]),
        // IPv6 never fragments on the way; -f is refused for it.
        ...(dontFragment === true && !six ? ["-f"] : []),
        six ? "-6" : "-4",
        address,
      ],
    };
  },
  parse: windowsPingLines,
};

/**
 * What it printed, in whatever language and code page. After the heading comes one line a request until a blank line:
 * a reply has a number of milliseconds (IPv4 also `TTL=`), "needs to be fragmented" has `DF`, an error that came back
 * names an address, a failed send starts with `PING:`; anything else is a time-out.
 */
function windowsPingLines({ stdout }: { readonly stdout: string }): PingLines {
  const lines = stdout.split(/\r?\n/).map((line) => line.trim());
  const heading = lines.findIndex((line) => line !== "");
  // Some languages break the heading in two; it is over where its address and size have been printed with a colon.
  const rest = lines.slice(heading + 1).filter((line, index) => index > 0 || !/[:：]$/.test(line));
  const start = rest.findIndex((line) => line !== "");
  const end = rest.indexOf("", start + 1);
  const requests = heading === -1 || start === -1 ? [] : rest.slice(start, end === -1 ? undefined : end);
  const times = requests.flatMap((line) => timeIn(line));
  // A heading ends in a colon; a lone line without one says that it could not even begin.
  const refused = requests.length === 0 && heading !== -1 && !/[:：]$/.test(lines[heading] ?? "");
  return {
    times,
    sent: requests.length === 0 ? null : requests.length,
    trouble: refused ? "error" : troubleIn(requests),
  };
}

/** `time=12ms TTL=117`, `Zeit<1ms TTL=64`, `時間 =12ms TTL=117`, `время=12мс TTL=64`, IPv6 without TTL. */
const REPLY = /(?<!TTL)[=<＜]\s*(\d+)[^\d\s]{0,4}\s*[^\d\s]{0,4}\s*(?:TTL=\d+)?$/i;

function timeIn(line: string): readonly number[] {
  const time = REPLY.exec(line)?.[1];
  return time === undefined ? [] : [Number(time)];
}

function troubleIn(requests: readonly string[]): PingLines["trouble"] {
  // No look at what stands before: undecoded Japanese may end in an ASCII letter there.
  if (requests.some((line) => /DF(?![A-Za-z])/.test(line))) return "too-big";
  // "Reply from 192.168.1.5: ...", in every language with the address of who said it.
  if (requests.some((line) => /\d+\.\d+\.\d+\.\d+|[\da-f]*:[\da-f]*:[\da-f:]*/i.test(line))) return "unreachable";
  return requests.some((line) => line.startsWith("PING:")) ? "error" : null;
}
