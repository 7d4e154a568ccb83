import type { PingObservation } from "../../../shared/model/facts/local-facts.ts";
import { isZonedLiteral } from "./zoned-address.ts";
import type { ProgramFailure, ProgramRequest, ProgramResult, RunProgram } from "../exec.ts";
import type { PingRequest } from "../machine.ts";

/** What the printed lines of a ping say, whatever the system. */
export interface PingLines {
  /** Round trips of the replies, ms. */
  readonly times: readonly number[];
  /** Requests sent, where the output says so; null otherwise. */
  readonly sent: number | null;
  /** The worst trouble that was printed; null for none. */
  readonly trouble: "too-big" | "unreachable" | "not-permitted" | "error" | null;
}

/** The system's ping with its own arguments and its own words. */
export interface PingTool {
  readonly command: (request: PingRequest) => Pick<ProgramRequest, "program" | "args">;
  readonly parse: (output: { readonly stdout: string; readonly stderr: string }) => PingLines;
}

/** Time for the program to start and to print its last lines, beyond the deadline it was given. */
const START_MS = 300;

/** A long run prints some hundred bytes a request. */
const OUTPUT_BYTES = 256 * 1024;

/** Pings with the system's tool. Anything but a reply is told as a failure in the observation. */
export async function pingWith(
  run: RunProgram,
  tool: PingTool,
  request: PingRequest,
  signal: AbortSignal,
): Promise<PingObservation> {
  const { address } = request;
  // Names would be looked up by the tool, and an option would be taken for one.
  if (!isZonedLiteral(address) || request.count < 1) return nothing(address, "error");
  const result = await run({
    ...tool.command(request),
    timeoutMs: request.deadlineMs + START_MS,
    maxOutputBytes: OUTPUT_BYTES,
    signal,
  });
  return observe(request, tool, result);
}

function observe({ address, count }: PingRequest, tool: PingTool, result: ProgramResult): PingObservation {
  // At the time-out the lines printed so far still count: each is one reply.
  if (!result.ok && result.error.code !== "timed-out") return nothing(address, failureOfRun(result.error.code));
  const output = result.ok ? result.value : result.error;
  const lines = tool.parse(output);
  const received = lines.times.length;
  if (received > 0) {
    const sent = Math.max(received, lines.sent ?? count);
    return { address, sent, received, medianMs: median(lines.times), failure: null };
  }
  const silent = output.stdout.trim() === "" && result.ok;
  const failure = lines.trouble ?? (silent ? "error" : "no-reply");
  if (failure === "error" || failure === "not-permitted") return nothing(address, failure);
  return { address, sent: lines.sent ?? count, received: 0, medianMs: null, failure };
}

function failureOfRun(code: ProgramFailure["code"]): PingObservation["failure"] {
  if (code === "not-found") return "no-tool";
  return code === "not-permitted" || code === "refused" ? "not-permitted" : "error";
}

function nothing(address: string, failure: PingObservation["failure"]): PingObservation {
  return { address, sent: 0, received: 0, medianMs: null, failure };
}

function median(times: readonly number[]): number | null {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const exact = sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
  // The tools print microseconds at best.
  return Math.round(exact * 1000) / 1000;
}
