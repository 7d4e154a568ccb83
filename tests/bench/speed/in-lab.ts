import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "../../scenarios/scenario.ts";
import type { ClientSettings } from "../../lab/faults/fault-kit.ts";
import { face, type Seat, takeSeat } from "../../lab/peers/peers.ts";
import { run } from "../../lab/support/exec.ts";
import { type InsideRun, insideRun } from "./inside-run.ts";
import { insideClient, type LabSeat, withLane } from "./lab-seat.ts";
import { middle, type Row, short } from "./row.ts";

const ROUNDS = 9;
const DEAD_ROUNDS = 3;
const URL = "https://plain.example.com/";
const DEAD: readonly Fault[] = [{ do: "dns-dead", who: ["router"] }];
/** The name, the connection, the handshake, the page; and once more without the name, for the last of three requests. */
const TRIPS_NEEDED = 4 + 3;

/** Check-ups in the lab, beside curl that fetches the same page in the same run, and beside Chromium. */
export function labRows(): Promise<readonly Row[]> {
  return withLane(async (seat) => [
    ...(await healthyRows(seat, 20)),
    ...(await healthyRows(seat, 150)),
    ...(await deadResolverRows(seat)),
  ]);
}

async function healthyRows(seat: LabSeat, roundTripMs: number): Promise<readonly Row[]> {
  const fetched: number[] = [];
  const runs: InsideRun[] = [];
  await seat.lane.with([], roundTripMs, async (client) => {
    const peer = await takeSeat(seat.lane, seat.product, client);
    // Half of curl's rounds before, half after: both see the same machine.
    for (let round = 0; round < ROUNDS; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- by turns
      if (round % 2 === 0) fetched.push(await curlMs(peer));
    }
    const lines = await insideClient(seat, "inside.ts", ["single", seat.references, String(ROUNDS + 1), URL]);
    // The first one loads and compiles what the others run: the window does so once.
    runs.push(...lines.slice(1).map((line) => insideRun.parse(JSON.parse(line))));
    for (let round = 0; round < ROUNDS; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- by turns
      if (round % 2 === 1) fetched.push(await curlMs(peer));
    }
  });
  const wrong = runs.find(({ code }) => code !== "healthy");
  if (wrong !== undefined) throw new Error(`the healthy site was called ${wrong.code}`);
  const first = middle(runs.map(({ ends }) => ends["http"] ?? Number.POSITIVE_INFINITY));
  const whole = middle(runs.map(({ wholeMs }) => wholeMs));
  const pauses = middle(runs.map(({ pausesMs }) => pausesMs));
  const requests = middle(runs.map(({ requests: count }) => count));
  const theirs = middle(fetched);
  const trips = (whole - pauses) / roundTripMs;
  return [
    {
      id: `first-${roundTripMs}`,
      what: `first finding (the page came) about a healthy https site, ${roundTripMs} ms away`,
      ours: `${short(first)} ms`,
      beside: `${short(theirs)} ms, curl has the page`,
      ratio: first / theirs,
      bar: "at most 1.2 times",
      holds: first / theirs <= 1.2,
    },
    {
      id: `whole-${roundTripMs}`,
      what: `whole check-up with ${requests} spaced requests, ${roundTripMs} ms away`,
      ours: `${short(whole)} ms: ${short(pauses)} ms of pauses and ${trips.toFixed(1)} round trips (${TRIPS_NEEDED} cannot be done without)`,
      beside: `${short(theirs)} ms, curl has the page`,
      ratio: whole / theirs,
      bar: "at most 8 round trips and the pauses",
      holds: trips <= 8 && requests >= 3,
    },
  ];
}

/** How long curl itself says that it took, ms. */
async function curlMs({ lane, roots }: Seat): Promise<number> {
  const command = ["/usr/bin/curl", "-sS", "-o", "/dev/null", "--cacert", roots, "-w", "%{time_total}", URL];
  const { code, stdout, stderr } = await run("ip", ["netns", "exec", lane.ns.client, ...command]);
  if (code !== 0) throw new Error(`curl could not fetch the page: ${stderr}`);
  return Number(stdout) * 1000;
}

async function deadResolverRows(seat: LabSeat): Promise<readonly Row[]> {
  const scenario = {
    id: "bench-dead-resolver",
    broken: "",
    url: URL,
    faults: DEAD,
    expected: { code: "resolver-unreachable", sides: ["resolver"] },
  } as const;
  const ours: number[] = [];
  const theirs = { Chromium: [] as number[], curl: [] as number[] };
  await seat.lane.with(DEAD, 20, async (client) => {
    const peer = await takeSeat(seat.lane, seat.product, client);
    for (let round = 0; round < DEAD_ROUNDS; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- by turns
      ours.push(await verdictMs(seat, client));
      for (const name of ["Chromium", "curl"] as const) {
        // oxlint-disable-next-line no-await-in-loop
        theirs[name].push((await face(name, peer, scenario)).ms);
      }
    }
  });
  const mine = middle(ours);
  const row = (peer: keyof typeof theirs, least: number): Row => {
    const other = middle(theirs[peer]);
    return {
      id: `dead-resolver-${peer.toLowerCase()}`,
      what: `verdict in the terminal with the own resolver dead, program start included, beside ${peer}`,
      ours: `${short(mine)} ms`,
      beside: `${short(other)} ms`,
      ratio: mine / other,
      bar: `at least ${least} times sooner`,
      holds: other / mine >= least,
    };
  };
  return [row("Chromium", 4), row("curl", 3)];
}

/** From the start of the program until the verdict stands in the terminal, ms. Throws when it is another one. */
async function verdictMs(seat: LabSeat, client: ClientSettings): Promise<number> {
  const home = join(seat.lane.folder, "home");
  await mkdir(home, { recursive: true });
  const words = ["diagnose", URL, "--json", "--references", seat.references];
  const command = [...client.wrapper, process.execPath, seat.product.cli, ...words];
  const started = performance.now();
  const child = spawn("ip", ["netns", "exec", seat.lane.ns.client, ...command], {
    cwd: home,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: "/usr/bin:/usr/sbin:/bin:/sbin",
      LANG: "C.UTF-8",
      HOME: home,
      GOODGATEWAY_HOME: join(home, "data"),
      NODE_EXTRA_CA_CERTS: seat.product.authority,
      ...client.env,
    },
  });
  let text = "";
  let at = started;
  // The process itself lingers until the system lets go of its look-up: nobody waits for that.
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    text += more;
    at = performance.now();
  });
  await new Promise<void>((resolve) => void child.once("close", () => resolve()));
  if (!text.includes('"resolver-unreachable"')) throw new Error(`another verdict: ${text.slice(0, 500)}`);
  return at - started;
}
