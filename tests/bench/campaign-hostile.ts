// `npm run campaign:hostile [-- --short] [-- --count N]`: what a hostile server can do to a request. All on loopback.
import { fork } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { followRedirects } from "../../electron/probes/http/follow-redirects.ts";
import { createProbes } from "../../electron/probes/create-probes.ts";
import { LIMITS } from "../../electron/probes/limits.ts";
import { addressScope } from "../../shared/lib/ip.ts";
import type { Places } from "./campaign-hostile/servers.ts";
import { close, type Line, trials } from "./lib/campaign.ts";

const HOST = "shop.example";
/** A public address that leads to the local servers. */
const PUBLIC = "23.45.67.10";
const MEMORY_BYTES = 64 * 1024 * 1024;
const LONGEST_MS = 30_000;
/** Requests of one kind under way at once. */
const AT_ONCE = 25;

const each = trials(3, 100);
const servers = fork(new URL("campaign-hostile/servers.ts", import.meta.url), { execArgv: process.execArgv });
const places = await new Promise<Places>((resolve, reject) => {
  servers.once("message", (message) => resolve(message as Places));
  servers.once("exit", (code) => reject(new Error(`the servers ended with ${code}`)));
});

let port = 0;
let forbidden = 0;
const probes = createProbes({
  extraRoots: [places.authority],
  dial: (address) => {
    if (addressScope(address) !== "public") forbidden += 1;
    return { address: "127.0.0.1", port };
  },
});

interface Seen {
  readonly outcome: string;
  readonly ms: number;
  readonly bytes: number;
}

async function one(scheme: "http" | "https"): Promise<Seen> {
  const started = performance.now();
  const { chain, redirects } = await followRedirects(
    { method: "GET", url: `${scheme}://${HOST}/`, addresses: [PUBLIC], proxy: null },
    { signal: new AbortController().signal },
    {
      httpRequest: (request, options) => probes.httpRequest(request, options),
      lookup: () => Promise.resolve([PUBLIC]),
    },
  );
  const last = chain.at(-1);
  const ms = performance.now() - started;
  return { outcome: redirects === "final" ? (last?.outcome ?? "none") : redirects, ms, bytes: last?.bodyBytes ?? 0 };
}

async function many(scheme: "http" | "https"): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  let left = each;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      // oxlint-disable-next-line no-await-in-loop -- several of these run side by side
      seen.push(await one(scheme));
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, each) }, work));
  return seen;
}

function summary(name: string, seen: readonly Seen[], right: boolean): Line {
  const outcomes = [...new Set(seen.map(({ outcome }) => outcome))].toSorted().join(", ");
  const longest = Math.max(...seen.map(({ ms }) => ms));
  const largest = Math.max(...seen.map(({ bytes }) => bytes));
  return {
    what: name,
    figures: `${seen.length} requests: ${outcomes}; longest ${(longest / 1000).toFixed(1)} s, most read ${largest} bytes`,
    holds: right && seen.length === each && longest <= LONGEST_MS && largest <= LIMITS.httpBodyBytes,
  };
}

const lines: Line[] = [];
/**
 * Throws away what nobody holds any more. The runtime does so when it sees fit, later on a busy computer: without this,
 * one kind of server would be charged with the garbage of those before it. What is held, what a kind piles up while it
 * is asked, and what leaks, all counts as before.
 */
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** The kind of server that is asked just now, and the most memory seen so far with the kind that it was seen at. */
let kind = "the start";
let peak = { rss: 0, kind };
const sampler = setInterval(() => {
  const { rss } = process.memoryUsage();
  if (rss > peak.rss) peak = { rss, kind };
}, 20);
// Code and buffers that any request needs are no growth; nor are the roots that this machine trusts, which the first
// https request of a process reads, and which stay for all further ones.
for (const warm of ["noise", "a gzip bomb"]) {
  port = places.plain[warm] ?? 0;
  // oxlint-disable-next-line no-await-in-loop
  await many("http");
}
port = places.tls["fine"] ?? 0;
await many("https");
collect();
const before = process.memoryUsage().rss;
peak = { rss: before, kind };
for (const [name, place] of Object.entries(places.plain)) {
  collect();
  [kind, port] = [name, place];
  // oxlint-disable-next-line no-await-in-loop -- one kind after the other, so that memory can be told apart
  lines.push(summary(name, await many("http"), true));
}
for (const [name, place] of Object.entries(places.tls)) {
  collect();
  [kind, port] = [`a certificate that is ${name}`, place];
  // oxlint-disable-next-line no-await-in-loop
  const seen = await many("https");
  const wanted = name === "fine" ? "response" : "tls-failed";
  lines.push(
    summary(
      kind,
      seen,
      seen.every(({ outcome }) => outcome === wanted),
    ),
  );
}
clearInterval(sampler);
servers.disconnect();
const growth = peak.rss - before;
lines.push(
  { what: "connections into private networks", figures: String(forbidden), holds: forbidden === 0 },
  {
    what: "memory beyond the start",
    figures: `${(growth / 1024 / 1024).toFixed(0)} MiB, the most at: ${peak.kind}`,
    holds: growth <= MEMORY_BYTES,
  },
);
close("hostile", lines);
