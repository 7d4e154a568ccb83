import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FAULT_SIDES, type FaultSide } from "../../../shared/model/fault-side.ts";
import type { ClientSettings } from "../faults/fault-kit.ts";
import type { Lane } from "../lane/lane.ts";
import { diagnose, type Product } from "../lane/product.ts";
import type { LabScenario } from "../../scenarios/scenario.ts";
import { must, run } from "../support/exec.ts";
import { chromiumSides, curlSides } from "./mapping.ts";

/** What one peer said about one scenario. */
export interface PeerAnswer {
  /** As it said it, short. */
  readonly said: string;
  readonly sides: readonly FaultSide[];
  readonly ms: number;
}

/** Those who face the scenarios. */
export const PEERS = ["GoodGateway", "Chromium", "curl", "dig and curl"] as const;
/** One of them. */
export type Peer = (typeof PEERS)[number];

/** Where a peer runs. */
export interface Seat {
  readonly lane: Lane;
  readonly product: Product;
  readonly client: ClientSettings;
  readonly home: string;
  /** The system's roots and the lab's, one PEM file. */
  readonly roots: string;
}

/** Prepares a client's home for programs that keep trusted roots of their own. */
export async function takeSeat(lane: Lane, product: Product, client: ClientSettings): Promise<Seat> {
  const home = join(lane.folder, "peer");
  const database = join(home, ".pki/nssdb");
  const fresh = await mkdir(database, { recursive: true });
  const roots = join(home, "roots.pem");
  if (fresh !== undefined) {
    const texts = await Promise.all(
      ["/etc/ssl/certs/ca-certificates.crt", product.authority].map((file) => readFile(file, "utf8")),
    );
    await writeFile(roots, texts.join("\n"));
    await must("certutil", ["-N", "-d", `sql:${database}`, "--empty-password"]);
    await must("certutil", ["-A", "-d", `sql:${database}`, "-t", "C,,", "-n", "lab", "-i", product.authority]);
  }
  return { lane, product, client, home, roots };
}

/** Lets one peer face what is broken now. */
export function face(peer: Peer, seat: Seat, scenario: LabScenario): Promise<PeerAnswer> {
  switch (peer) {
    case "GoodGateway":
      return goodGateway(seat, scenario);
    case "Chromium":
      return chromium(seat, scenario);
    case "curl":
      return curl(seat, scenario);
    case "dig and curl":
      return howTo(seat, scenario);
  }
}

async function goodGateway({ lane, product, client }: Seat, scenario: LabScenario): Promise<PeerAnswer> {
  const { code, side, wallMs } = await diagnose(lane, product, scenario, client);
  return { said: code, sides: side === "none" || side === "unknown" ? [] : [side], ms: wallMs };
}

async function inside(seat: Seat, command: readonly string[]) {
  const started = Date.now();
  const env = { PATH: "/usr/bin:/usr/sbin:/bin:/sbin", LANG: "C.UTF-8", HOME: seat.home, ...seat.client.env };
  const args = ["netns", "exec", seat.lane.ns.client, ...seat.client.wrapper, ...command];
  const ended = await run("ip", args, { env, timeoutMs: 60_000 });
  return { ...ended, ms: Date.now() - started };
}

async function chromium(seat: Seat, { url }: LabScenario): Promise<PeerAnswer> {
  const script = join(import.meta.dirname, "visit.mjs");
  const { stdout, stderr } = await inside(seat, [process.execPath, script, url, join(seat.home, "profile")]);
  const answer = parse(stdout);
  if (answer === null) throw new Error(`Chromium could not be asked: ${stderr.slice(-300)}`);
  const { error, status, ms } = answer;
  return { said: error ?? `shows the page (${status ?? "?"})`, sides: chromiumSides(error), ms };
}

function parse(
  text: string,
): { readonly error: string | null; readonly status: number | null; readonly ms: number } | null {
  try {
    // Our own script's line.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return JSON.parse(text) as { error: string | null; status: number | null; ms: number };
  } catch {
    return null;
  }
}

async function curl(seat: Seat, { url }: LabScenario): Promise<PeerAnswer> {
  const format = "%{http_code}";
  const options = [
    "-sS",
    "-m",
    "40",
    "-L",
    "--max-redirs",
    "10",
    "--cacert",
    seat.roots,
    "-o",
    "/dev/null",
    "-w",
    format,
  ];
  const { code, stdout, stderr, ms } = await inside(seat, ["/usr/bin/curl", ...options, url]);
  const status = Number(stdout) || 0;
  return { said: code === 0 ? String(status) : `exit ${code}`, sides: curlSides(code, stderr, status), ms };
}

async function howTo(seat: Seat, { url }: LabScenario): Promise<PeerAnswer> {
  const script = join(import.meta.dirname, "how-to.sh");
  const host = new URL(url).hostname;
  const { stdout, ms } = await inside(seat, ["/bin/sh", script, url, host, seat.roots]);
  const words = stdout.trim().split(/\s+/);
  return { said: words.join(" "), sides: FAULT_SIDES.filter((side) => words.includes(side)), ms };
}
