import type { Battery, Comparison, Sample } from "../../shared/model/comparison.ts";
import type { BenchReport, BenchRow } from "../../shared/model/dns-bench.ts";
import type { DnsConditions } from "../../shared/model/dns-condition.ts";
import type { DnsHistoryRow, DnsJob, DnsOverview, DnsPlanned, DnsShownPlan } from "../../shared/model/dns-job.ts";
import type { OneClickResult } from "../../shared/model/dns-repair.ts";
import { KNOWN_DNS_SERVERS, type DnsFamily } from "../../shared/model/dns-settings.ts";

const AUTOMATIC: DnsFamily = { origin: "automatic", configured: [], inUse: ["192.168.1.1"] };
const ABSENT: DnsFamily = { origin: "absent", configured: [], inUse: [] };

/** A usual computer at home. */
export const OVERVIEW: DnsOverview = {
  os: "linux",
  status: {
    manager: "network-manager",
    readOnly: null,
    links: [
      {
        id: "2",
        name: "Home Wi-Fi",
        interfaceName: "wlan0",
        defaultRoute: true,
        networkKey: "home",
        v4: AUTOMATIC,
        v6: { origin: "static", configured: ["2001:db8::53"], inUse: ["2001:db8::53"] },
        searchDomains: ["fritz.box"],
        encryption: null,
      },
      {
        id: "3",
        name: "eth0",
        interfaceName: "eth0",
        defaultRoute: false,
        networkKey: null,
        v4: ABSENT,
        v6: ABSENT,
        searchDomains: [],
        encryption: null,
      },
    ],
    globalServers: [],
    overrides: [{ kind: "browser-doh", detail: "Firefox" }],
    file: null,
  },
};

export const PLAN: DnsShownPlan = {
  planId: "plan-1",
  linkName: "Home Wi-Fi",
  before: { v4: AUTOMATIC, v6: ABSENT },
  servers: KNOWN_DNS_SERVERS.cloudflare,
  commands: [
    {
      argv: [
        "/usr/bin/busctl",
        "call",
        "org.freedesktop.NetworkManager",
        "/org",
        "CheckpointCreate",
        "aouu",
        "1",
        "60",
      ],
      elevated: false,
      purpose: "guard",
    },
    {
      argv: ["/usr/bin/pkexec", "/bin/sh", "-c", 'set -eu\nswitch "$1"', "sh", "1.1.1.1"],
      elevated: true,
      purpose: "switch",
    },
  ],
  needsAdmin: true,
  lasts: "permanent",
  afterPowerCut: "volatile",
};

export const CLEAR: DnsConditions = { conditions: [], notChecked: [] };

/** A VPN is on, and the filter could not be looked at. */
export const HELD: DnsConditions = {
  conditions: [
    {
      code: "vpn-up",
      blocks: true,
      evidence: { key: "dns.condition.vpn-up.route", values: { detail: "tun0" } },
      instead: { key: "dns.condition.vpn-up.instead", values: {} },
    },
    {
      code: "browser-doh",
      blocks: false,
      evidence: { key: "dns.condition.browser-doh.seen", values: { detail: "Firefox" } },
      instead: { key: "dns.condition.browser-doh.instead", values: {} },
    },
  ],
  notChecked: ["filter-on-purpose"],
};

export const PLANNED: DnsPlanned = { kind: "planned", plan: PLAN, conditions: CLEAR };

function sample(level: Sample["level"], over: Partial<Sample> = {}): Sample {
  return {
    level,
    lookupMs: level === "works" ? 24 : null,
    seen: level === "works" ? "http-200" : "timeout",
    address: null,
    ...over,
  };
}

const BEFORE: Battery = { target: sample("fails"), control: sample("fails") };

export const FIXED: Comparison = {
  outcome: "fixed",
  worksNow: true,
  before: BEFORE,
  after: [
    { target: sample("works", { address: "203.0.113.7" }), control: sample("fails") },
    { target: sample("works", { address: "203.0.113.7" }), control: sample("fails") },
  ],
};

export const WORSE: Comparison = {
  outcome: "worse",
  worksNow: false,
  before: { target: sample("works"), control: sample("works") },
  after: [{ target: sample("fails"), control: sample("works") }],
};

/** A switch that has just begun. */
export const JOB: DnsJob = {
  id: "job-1",
  kind: "switch",
  host: null,
  steps: ["look", "prepare", "ask"],
  conditions: CLEAR,
  question: null,
  plan: PLAN,
  comparison: null,
  end: null,
};

/** It is switched and waits to be kept. */
export const ASKING: DnsJob = {
  ...JOB,
  steps: ["look", "prepare", "ask", "read-back", "check", "done"],
  question: { kind: "keep", plan: PLAN, secondsLeft: 56, turn: 1 },
};

/** The fix of one site, half-way. */
export const FIX_JOB: DnsJob = {
  ...JOB,
  kind: "fix",
  host: "shop.example",
  steps: ["look", "flush", "conditions", "candidates"],
  plan: null,
};

export const FIX_RESULT: OneClickResult = {
  end: { kind: "mended", by: "switch", candidate: "cloudflare", changeId: "a".repeat(32) },
  trace: {
    flush: {
      outcome: "flushed",
      proved: true,
      caches: [{ cache: "systemd-resolved", outcome: "flushed", proved: true }],
    },
    hostCacheCleared: true,
    candidates: [
      { id: "cloudflare", servers: KNOWN_DNS_SERVERS.cloudflare, helps: true, medianMs: 14, seen: "tls-trusted" },
      { id: "google", servers: KNOWN_DNS_SERVERS.google, helps: false, medianMs: 22, seen: "same-address" },
    ],
    comparison: FIXED,
  },
};

export const HISTORY: readonly DnsHistoryRow[] = [
  {
    id: "a".repeat(32),
    startedAt: "2026-03-02T09:14:00.000Z",
    linkName: "Home Wi-Fi",
    before: PLAN.before,
    servers: KNOWN_DNS_SERVERS.cloudflare,
    state: "committed",
    end: null,
  },
  {
    id: "b".repeat(32),
    startedAt: "2026-02-11T20:01:00.000Z",
    linkName: "Home Wi-Fi",
    before: PLAN.before,
    servers: ["192.0.2.53"],
    state: "undone",
    end: "restored-by-guard",
  },
];

function row(id: string, name: string, medianMs: number | null, over: Partial<BenchRow> = {}): BenchRow {
  return {
    id,
    name,
    transport: "udp",
    server: "192.168.1.1:53",
    current: false,
    asked: 24,
    answered: medianMs === null ? 0 : 24,
    medianMs,
    quartilesMs: medianMs === null ? null : [medianMs - 3, medianMs + 9],
    honest: true,
    ...over,
  };
}

export const BENCH: BenchReport = {
  names: ["www.wikipedia.org"],
  samples: 24,
  rows: [
    row("current", "192.168.1.1", 18, { current: true, honest: false }),
    row("cloudflare-udp", "Cloudflare", 14, { server: "1.1.1.1:53" }),
    row("google-doh", "Google", 41, { transport: "doh", server: "https://dns.google/dns-query" }),
    row("quad9-udp", "Quad9", null, { server: "9.9.9.9:53" }),
  ],
  duels: [],
  verdict: { kind: "keep" },
};
