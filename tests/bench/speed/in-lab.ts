import { randomBytes } from "node:crypto";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "../../scenarios/scenario.ts";
import { Lane } from "../../lab/lane/lane.ts";
import { diagnose, type Said } from "../../lab/lane/product.ts";
import { face, takeSeat, type Seat } from "../../lab/peers/peers.ts";
import { makeCertificates } from "../../lab/servers/certificates.ts";
import { run } from "../../lab/support/exec.ts";
import { cleanLeftovers, RunState } from "../../lab/support/state.ts";
import { ROOT } from "../../e2e/support/root.ts";
import { middle, type Row, short } from "./row.ts";

const ROUNDS = 9;
const URL = "https://plain.example.com/";
const DEAD: readonly Fault[] = [{ do: "dns-dead", who: ["router"] }];

/** The part of the document that is read here. */
interface Timed {
  readonly durationMs: number;
  readonly checks: readonly {
    readonly id: string;
    readonly startedMs: number;
    readonly durationMs: number;
    readonly facts: { readonly spacingMs?: number; readonly attempts?: readonly unknown[] };
  }[];
}

/** Check-ups in the lab, beside curl that fetches the same page in the same run, and beside Chromium. */
export async function labRows(): Promise<readonly Row[]> {
  await cleanLeftovers();
  const state = new RunState(randomBytes(2).toString("hex"));
  try {
    const certificates = await makeCertificates(join(state.folder, "certificates"));
    await cp(join(ROOT, "out"), join(state.folder, "product"), { recursive: true });
    await cp(join(ROOT, "package.json"), join(state.folder, "package.json"));
    const product = { cli: join(state.folder, "product/cli/index.js"), authority: certificates.authority };
    const lane = new Lane(state, 0, certificates);
    await lane.up();
    const seatFor = (client: Seat["client"]): Promise<Seat> => takeSeat(lane, product, client);
    const rows = [
      ...(await healthyRows(lane, seatFor, 20)),
      ...(await healthyRows(lane, seatFor, 150)),
      ...(await deadResolverRows(lane, seatFor)),
    ];
    await lane.down();
    return rows;
  } finally {
    await state.clean();
  }
}

type SeatFor = (client: Seat["client"]) => Promise<Seat>;

async function healthyRows(lane: Lane, seatFor: SeatFor, roundTripMs: number): Promise<readonly Row[]> {
  const first: number[] = [];
  const whole: number[] = [];
  const fetched: number[] = [];
  await lane.with([], roundTripMs, async (client) => {
    const seat = await seatFor(client);
    for (let round = 0; round < ROUNDS; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- by turns
      fetched.push(await curlSeconds(seat));
      // oxlint-disable-next-line no-await-in-loop
      const said = await diagnose(lane, seat.product, { url: URL }, client);
      if (said.code !== "healthy") throw new Error(`the healthy site was called ${said.code}`);
      const { http, pauses, durationMs } = timesOf(said);
      first.push(http);
      whole.push(durationMs - pauses);
    }
  });
  const [ours, theirs, rest] = [middle(first), middle(fetched), middle(whole)];
  const trips = rest / roundTripMs;
  return [
    {
      id: `first-${roundTripMs}`,
      what: `first answer about a healthy https site, ${roundTripMs} ms away`,
      ours: `${short(ours)} ms`,
      beside: `${short(theirs)} ms, curl has the page`,
      ratio: ours / theirs,
      bar: "at most 1.2 times",
      holds: ours / theirs <= 1.2,
    },
    {
      id: `whole-${roundTripMs}`,
      what: `whole check-up without its pauses, ${roundTripMs} ms away`,
      ours: `${short(rest)} ms = ${trips.toFixed(1)} round trips`,
      beside: `${short(theirs)} ms, curl has the page`,
      ratio: rest / theirs,
      bar: "at most 8 round trips",
      holds: trips <= 8,
    },
  ];
}

/** When the page was there, how long the spaced requests paused, and the whole; ms since the check-up began. */
function timesOf({ document }: Said): { readonly http: number; readonly pauses: number; readonly durationMs: number } {
  // Our own document, whose form has tests of its own.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { checks, durationMs } = JSON.parse(document) as Timed;
  const http = checks.find(({ id }) => id === "http");
  const facts = checks.find(({ id }) => id === "repeat")?.facts;
  const pauses = (facts?.spacingMs ?? 0) * (facts?.attempts?.length ?? 0);
  return { http: (http?.startedMs ?? 0) + (http?.durationMs ?? 0), pauses, durationMs };
}

async function curlSeconds(seat: Seat): Promise<number> {
  const args = [
    "netns",
    "exec",
    seat.lane.ns.client,
    "/usr/bin/curl",
    "-sS",
    "-o",
    "/dev/null",
    "--cacert",
    seat.roots,
  ];
  const { code, stdout, stderr } = await run("ip", [...args, "-w", "%{time_total}", URL]);
  if (code !== 0) throw new Error(`curl could not fetch the page: ${stderr}`);
  return Number(stdout) * 1000;
}

async function deadResolverRows(lane: Lane, seatFor: SeatFor): Promise<readonly Row[]> {
  const scenario = {
    id: "bench-dead-resolver",
    broken: "",
    url: URL,
    faults: DEAD,
    expected: { code: "resolver-unreachable", sides: ["resolver"] },
  } as const;
  const times = await lane.with(DEAD, 20, async (client) => {
    const seat = await seatFor(client);
    const all = { GoodGateway: [] as number[], Chromium: [] as number[], curl: [] as number[] };
    for (let round = 0; round < 3; round += 1) {
      for (const peer of ["GoodGateway", "Chromium", "curl"] as const) {
        // oxlint-disable-next-line no-await-in-loop -- by turns
        all[peer].push((await face(peer, seat, scenario)).ms);
      }
    }
    return all;
  });
  const ours = middle(times.GoodGateway);
  const row = (peer: "Chromium" | "curl", least: number): Row => {
    const theirs = middle(times[peer]);
    return {
      id: `dead-resolver-${peer.toLowerCase()}`,
      what: `verdict with the own resolver dead, program start included, beside ${peer}`,
      ours: `${short(ours)} ms`,
      beside: `${short(theirs)} ms`,
      ratio: ours / theirs,
      bar: `at least ${least} times sooner`,
      holds: theirs / ours >= least,
    };
  };
  return [row("Chromium", 4), row("curl", 3)];
}
