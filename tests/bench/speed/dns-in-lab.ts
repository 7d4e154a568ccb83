import { spawn } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "../../e2e/support/root.ts";
import { killGroup } from "../../lab/support/exec.ts";
import { insideClient, type LabSeat, withLane } from "./lab-seat.ts";
import { middle, type Row, short } from "./row.ts";

const ENDPOINTS = 60;
const NAMES = 20;
const ROUNDS = 5;
const ROUND_TRIP_MS = 20;
/** Warm-up and samples, four at once, and one made-up name: round trips that nobody can do without. */
const TRIPS = Math.ceil(NAMES / 4) + Math.ceil(24 / 4) + 1;

const round = z.object({ bare: z.number(), ms: z.number(), answered: z.number(), asked: z.number() });

/** The comparison of sixty name servers with twenty names, 20 ms away. */
export async function dnsRows(): Promise<readonly Row[]> {
  // TEST-NET-2 and its neighbours are for measurements (RFC 2544); inside the lab only.
  const addresses = Array.from({ length: ENDPOINTS }, (_, index) => `198.18.0.${index + 1}`);
  const lines = await withLane(async (seat) => {
    await seat.lane.inside("net", addresses.map((one) => `ip addr add ${one}/32 dev lo`).join("\n"));
    const stop = await startServers(seat, addresses);
    try {
      return await seat.lane.with([], ROUND_TRIP_MS, () =>
        insideClient(seat, "dns-inside.ts", [String(ROUNDS + 1), String(NAMES), ...addresses]),
      );
    } finally {
      stop();
    }
  });
  // The first round compiles what the others run.
  const rounds = lines.map((line) => round.parse(JSON.parse(line))).slice(1);
  const [ours, theirs] = [middle(rounds.map(({ ms }) => ms)), middle(rounds.map(({ bare }) => bare))];
  const lost = rounds.reduce((sum, { asked, answered }) => sum + asked - answered, 0);
  return [
    {
      id: "dns-bench",
      what: `${ENDPOINTS} name servers compared with ${NAMES} names, ${ROUND_TRIP_MS} ms away`,
      ours: `${short(ours)} ms, ${lost} unanswered`,
      beside: `${short(theirs)} ms, the same questions by a bare socket (${TRIPS} round trips are ${TRIPS * ROUND_TRIP_MS} ms)`,
      ratio: ours / theirs,
      bar: "at most 1.5 times",
      holds: ours / theirs <= 1.5 && lost === 0,
    },
  ];
}

async function startServers({ lane }: LabSeat, addresses: readonly string[]): Promise<() => void> {
  const script = join(import.meta.dirname, "dns-servers.ts");
  const args = ["netns", "exec", lane.ns.net, process.execPath, "--import", "tsx", script, ...addresses];
  const child = spawn("ip", args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"], detached: true });
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the name servers ended with ${code}`)));
    child.stdout.once("data", () => resolve());
  });
  return () => {
    if (child.pid !== undefined) killGroup(child.pid);
  };
}
