// `npm run campaign:soak [-- --short] [-- --count SECONDS]`: fifty watches, and DNS switched and put back over and over.
import { startBox, missingForBoxes, bundleForBoxes } from "../lab/dns/boxes.ts";
import { close, SHORT, trials } from "./lib/campaign.ts";

const seconds = trials(180, 3_600);
const SITES = 50;
const FIRST_PORT = 21_000;
const MIB = 1024 * 1024;
/** What may be between an early and a late part of the run: a collector's mood, not a leak. */
const HEAP_GROWTH = 4 * MIB;
const RSS_GROWTH = 24 * MIB;
const FILES_GROWTH = 6;

interface Told {
  readonly cycles: number;
  readonly looks: number;
  readonly samples: readonly { readonly heap: number; readonly rss: number; readonly files: number }[];
  readonly faults: readonly string[];
}

const missing = missingForBoxes();
if (missing.length > 0) {
  process.stdout.write(`SKIPPED: the campaign needs ${missing.join(", ")}\n`);
  process.exitCode = process.env["CI"] === undefined ? 0 : 1;
} else soak();

function soak(): void {
  const box = startBox("soak", "file");
  try {
    const servers = bundleForBoxes("tests/bench/campaign-soak/servers.ts");
    const inside = bundleForBoxes("tests/bench/campaign-soak/inside.ts");
    box.sh(`${process.execPath} ${servers} ${FIRST_PORT} ${SITES} >/tmp/servers.log 2>&1 & sleep 2`);
    // The box ends programs that take long; this one is told its time.
    box.sh(
      `${process.execPath} ${inside} ${seconds} /root/soak ${FIRST_PORT} ${SITES} >/tmp/soak.json 2>/tmp/soak.log &`,
    );
    const text = waited(() => box.sh("cat /tmp/soak.json"), seconds + 120);
    if (text === "") process.stdout.write(`${box.sh("cat /tmp/soak.log")}\n`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own program's line
    conclude(JSON.parse(text === "" ? "{}" : text) as Partial<Told>);
  } finally {
    box.down();
  }
}

function waited(read: () => string, limitSeconds: number): string {
  const end = Date.now() + limitSeconds * 1000;
  while (Date.now() < end) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_000);
    const text = read().trim();
    if (text !== "") return text;
  }
  return "";
}

function conclude({ cycles = 0, looks = 0, samples = [], faults = ["it told nothing"] }: Partial<Told>): void {
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  const quarter = Math.floor(samples.length / 4);
  const early = samples.slice(quarter, 2 * quarter);
  const late = samples.slice(3 * quarter);
  const growth = (of: "heap" | "rss" | "files"): number =>
    middle(late.map((one) => one[of])) - middle(early.map((one) => one[of]));
  const mib = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MiB`;
  close("soak", [
    {
      what: `${seconds} s${SHORT ? " (the short form; the long one takes an hour)" : ""}`,
      figures: `${cycles} times switched, kept and put back; ${looks} looks at ${SITES} sites; ${faults.length} faults`,
      holds: faults.length === 0 && cycles >= seconds / 20 && looks >= SITES,
    },
    { what: "heap, late against early", figures: mib(growth("heap")), holds: growth("heap") <= HEAP_GROWTH },
    { what: "memory, late against early", figures: mib(growth("rss")), holds: growth("rss") <= RSS_GROWTH },
    {
      what: "open files, late against early",
      figures: String(growth("files")),
      holds: growth("files") <= FILES_GROWTH,
    },
  ]);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
