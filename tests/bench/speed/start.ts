import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { _electron } from "playwright-core";
import { ROOT } from "../../e2e/support/root.ts";
import { findRuntime } from "../../e2e/support/runtime.ts";
import { type LoadedScript, loadedScripts } from "./loaded-scripts.ts";
import { middle, type Row, short } from "./row.ts";

const ROUNDS = 9;
/** Everything that starts late has started, and is idle. */
const IDLE_MS = 6_000;

interface Start {
  /** Until the first field is there and can be typed into. */
  readonly ms: number;
  /** Until the program behind it hears; what was typed and pressed before is taken over then. */
  readonly liveMs: number;
  /** Scripts that the main program had loaded by then. */
  readonly scripts: readonly LoadedScript[];
  /** Bytes of all processes, shared pages counted by share (Linux: PSS). */
  readonly bytes: number | null;
}

/** Start and memory of the window, beside the barest window of the same runtime; by turns, so that both see the same machine. */
export async function startRows(): Promise<readonly Row[]> {
  const { executable } = await findRuntime();
  const bare = join(import.meta.dirname, "bare");
  const ours: Start[] = [];
  const theirs: Start[] = [];
  const scripts: LoadedScript[] = [];
  // The first of each warms the disk and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const manner = { weigh: round % 3 === 0, isFirst: round === 0 };
    // oxlint-disable-next-line no-await-in-loop -- by turns
    const pair = [await start(executable, ROOT, manner), await start(executable, bare, manner)] as const;
    if (manner.isFirst) {
      scripts.push(...pair[0].scripts);
      continue;
    }
    ours.push(pair[0]);
    theirs.push(pair[1]);
  }
  const times = [middle(ours.map(({ ms }) => ms)), middle(theirs.map(({ ms }) => ms))] as const;
  const sizes = [ours, theirs].map((list) => middle(list.flatMap(({ bytes }) => bytes ?? [])) / 1024 / 1024);
  const [size = 0, bareSize = 1] = sizes;
  const live = middle(ours.map(({ liveMs }) => liveMs));
  return [
    eagerRow(scripts),
    {
      id: "start",
      what: "launch to the first screen that can be used",
      ours: `${short(times[0])} ms`,
      beside: `${short(times[1])} ms, a bare window`,
      ratio: times[0] / times[1],
      bar: "at most 1.25 times",
      holds: times[0] / times[1] <= 1.25,
    },
    {
      id: "start-live",
      what: "launch to its program hearing (typed text and presses from before are kept)",
      ours: `${short(live)} ms`,
      beside: "the same bare window, which has no program",
      ratio: live / times[1],
      bar: "told, no bar",
      holds: true,
    },
    {
      id: "idle-memory",
      what: "memory of all processes, idle",
      ours: `${short(size)} MiB`,
      beside: `${short(bareSize)} MiB, a bare window`,
      ratio: size / bareSize,
      bar: "at most 1.15 times",
      holds: size / bareSize <= 1.15,
    },
  ];
}

/** What must not be loaded before the first screen can be used. */
const HEAVY = /systeminformation/u;

function eagerRow(scripts: readonly LoadedScript[]): Row {
  const own = [...new Map(scripts.map((one) => [one.url, one])).values()].filter(({ url }) => url.includes("/out/"));
  const heavy = own.filter(({ text }) => HEAVY.test(text));
  const kilobytes = own.reduce((sum, { text }) => sum + text.length, 0) / 1000;
  return {
    id: "eager",
    what: "loaded by the main program when the first screen can be used",
    ours: `${short(kilobytes)} kB in ${own.length} files${heavy.length === 0 ? "" : `, heavy: ${heavy.map(({ url }) => url).join(", ")}`}`,
    beside: "",
    ratio: null,
    bar: "no systeminformation",
    // No scripts at all would mean that the list was not read.
    holds: own.length > 2 && heavy.length === 0,
  };
}

interface Manner {
  readonly weigh: boolean;
  readonly isFirst: boolean;
}

async function start(executablePath: string, folder: string, { weigh, isFirst }: Manner): Promise<Start> {
  const home = await mkdtemp(join(tmpdir(), "gg-bench-"));
  const root = process.getuid?.() === 0;
  const began = performance.now();
  const app = await _electron.launch({
    executablePath,
    args: [...(root ? ["--no-sandbox"] : []), "--disable-gpu", folder],
    env: { ...(process.env as Record<string, string>), GOODGATEWAY_HOME: home },
    chromiumSandbox: !root,
  });
  const page = await app.firstWindow();
  await page.locator("input").first().waitFor();
  const ms = performance.now() - began;
  // React marks what it has taken over; the bare window has nothing that could be.
  await page.waitForFunction(
    () =>
      document.title === "Bare" ||
      Object.keys(document.querySelector("input") ?? {}).some((key) => key.startsWith("__reactProps")),
  );
  const liveMs = performance.now() - began;
  // Listing them takes memory of its own: never where it is weighed.
  const scripts = isFirst ? await loadedScripts(app) : [];
  let bytes: number | null = null;
  if (weigh) {
    await sleep(IDLE_MS);
    bytes = await memoryOf(app.process().pid ?? 0);
  }
  await app.close();
  await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return { ms, liveMs, bytes, scripts };
}

/** Proportional set size of a process and all that came from it. */
async function memoryOf(root: number): Promise<number> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/u.test(name)).map(Number);
  const parents = new Map(await Promise.all(pids.map(async (pid) => [pid, await parentOf(pid)] as const)));
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && pid !== 0 && (pid === root || isOurs(parents.get(pid)));
  const sizes = await Promise.all(
    pids.filter(isOurs).map(async (pid) => {
      const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
      return Number(/^Pss:\s+(\d+) kB/mu.exec(text)?.[1] ?? 0) * 1024;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function parentOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name in brackets may hold blanks and brackets.
  return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1] ?? 0);
}
