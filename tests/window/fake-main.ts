import type { Api, Outcome, Output } from "../../shared/contract/calls.ts";
import type { CallName } from "../../shared/contract/channels.ts";
import type { ErrorCode } from "../../shared/contract/error-code.ts";
import type { Checkup, CheckupEvent } from "../../shared/model/checkup.ts";
import { CHECK_IDS } from "../../shared/model/check-id.ts";
import type { SavedPage, SavedPages } from "../../shared/model/saved-page.ts";
import type { DnsBenchState, DnsJob } from "../../shared/model/dns-job.ts";
import type { WatchEvent } from "../../shared/model/watch.ts";
import { WATCH } from "./watch-samples.ts";
import type { GuidedSession } from "../../shared/model/guided.ts";
import type { Target } from "../../shared/model/target.ts";
import { reportAnswers } from "./report-samples.ts";
import type { ShellCommand } from "../../shared/model/shell-command.ts";
import type { SettingsView } from "../../shared/model/settings.ts";
import { SETTINGS_VIEW, UPDATES_VIEW } from "./settings-samples.ts";
import { HISTORY, OVERVIEW, PLANNED } from "./dns-samples.ts";

/** A main process that does nothing but answer; tests set what it says and look at what it was asked. */
export interface FakeMain {
  readonly api: Api;
  /** Every call, in order. */
  readonly calls: { readonly name: CallName; readonly input: unknown }[];
  /** What the next start answers; null: it succeeds. */
  startError: ErrorCode | null;
  offer: string | null;
  target: Target;
  /** What a pasted page turns out to be. */
  saved: SavedPages;
  /** The file the next dialog gives; null: none is chosen. */
  file: Output<"page.open">;
  /** What the calls about settings give; the error is what a change gives. */
  settings: SettingsView;
  settingsError: ErrorCode | null;
  /** The language that main says is spoken. */
  language: string;
  /** The message to whoever can mend it. */
  draft: Output<"contact.compose">;
  /** What the owner's page finds. */
  owner: Output<"owner.ask">;
  /** What the calls about DNS give. */
  readonly dns: FakeDns;
  /** What the calls about watches give. */
  watches: Output<"watch.list">;
  /** Why a watch cannot begin; null: it begins. */
  watchError: ErrorCode | null;
  /** Sends one of main's events about watches. */
  tellWatch(event: WatchEvent): void;
  /** The guided session that is open; null: none. */
  guided: Output<"guided.current">;
  /** Changes of repairs that stand; any decision takes the first one back. */
  changes: Output<"changes.list">;
  /** Sends the guided session as main would. */
  tellGuided(session: GuidedSession): void;
  /** What the calls about reports and the history give, by name. */
  readonly said: Map<CallName, Outcome<unknown>>;
  /** Sends a job of DNS, or the state of a benchmark, as main would. */
  tellDns(job: DnsJob): void;
  tellBench(state: DnsBenchState): void;
  /** Called after a start was answered. */
  onStart: () => void;
  /** The id that the last start gave. */
  readonly id: () => string;
  /** A menu item or its keys. */
  command(command: ShellCommand): void;
  emit: (event: CheckupEvent) => void;
  /** Sends the events of a whole check-up, up to the given share of its checks; the end only with 1. */
  play(sample: Checkup, share: number): void;
}

/** What a made-up main knows about DNS; tests change it. */
export interface FakeDns {
  overview: Output<"dns.status">;
  planned: Output<"dns.plan">;
  job: Output<"dns.job">;
  history: Output<"dns.history">;
  undo: Output<"dns.undo">;
  flush: Output<"dns.flush">;
  recovered: Output<"dns.recovered">;
  /** Why a switch, a fix or a benchmark cannot begin; null: it begins. */
  error: ErrorCode | null;
}

export const TARGET: Target = {
  input: "shop.example",
  url: "https://shop.example/",
  host: "shop.example",
  displayHost: "shop.example",
  port: 443,
  scheme: "https",
  schemeGuessed: true,
  credentialsRemoved: false,
  kind: "name",
};

export const SCENARIOS = [
  {
    id: "gateway-dead-origin",
    title: "502: the server behind the gateway is dead",
    description: "A real gateway forwards to a server that is gone, and answers 502 Bad Gateway.",
    address: "http://127.0.0.1:8502/",
  },
  {
    id: "healthy",
    title: "A healthy site",
    description: "Everything works: this is what good looks like.",
    address: "http://127.0.0.1:8200/",
  },
] as const;

/** One saved answer as main would judge it. */
export const SAVED_PAGE: SavedPage = {
  url: null,
  status: 502,
  statusFrom: "words",
  statusText: "",
  found: {
    signatureId: "nginx-502",
    vendor: "nginx",
    hop: "reverse-proxy",
    faultSide: "site-origin",
    kind: "backend-unusable",
    confidence: "medium",
    meaning: "nginx asked the program behind it and was refused.",
  },
  requestId: { name: "cf-ray", value: "8abcd-FRA" },
  retryAfterSeconds: null,
};

const SAVED: SavedPages = { format: "page", pages: [SAVED_PAGE], more: 0 };

export function createFakeMain(): FakeMain {
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  const send = (name: string, data: unknown): void => {
    for (const listener of listeners.get(name) ?? []) listener(data);
  };
  let started = 0;
  const main: FakeMain = {
    calls: [],
    said: new Map([...reportAnswers(), ["updates.read", { ok: true, value: UPDATES_VIEW }]]),
    startError: null,
    offer: null,
    target: TARGET,
    saved: SAVED,
    file: null,
    settings: SETTINGS_VIEW,
    settingsError: null,
    language: "en-GB",
    owner: { kind: "bad-origin" },
    draft: { subject: "shop.example answers with error 502", body: "Hello,\n\ncf-ray: 8abcd-FRA", mailHoldsAll: true },
    onStart: () => {},
    id: () => `run-${started}`,
    command: (command) => send("shell.command", command),
    emit: (event) => send("checkup.event", event),
    dns: {
      overview: OVERVIEW,
      planned: PLANNED,
      job: null,
      history: [...HISTORY],
      undo: { kind: "undone", restored: "restored" },
      flush: { kind: "flushed", result: { outcome: "flushed", proved: true, caches: [] } },
      recovered: [],
      error: null,
    },
    tellDns: (job) => send("dns.event", job),
    watches: { watches: [], background: "ask" },
    watchError: null,
    tellWatch: (event) => send("watch.event", event),
    guided: null,
    changes: [],
    tellGuided: (session) => send("guided.event", session),
    tellBench: (state) => send("dns.benchEvent", state),
    play: (sample, share) => playInto(main, sample, share),
    api: {
      call: (name, input) => {
        main.calls.push({ name, input });
        return Promise.resolve(answer(name) as never);
      },
      on: (name, listener) => {
        const hear = listener as (data: unknown) => void;
        const own = listeners.get(name) ?? new Set();
        listeners.set(name, own.add(hear));
        return () => void own.delete(hear);
      },
    },
  };
  const answer = (name: CallName): Outcome<unknown> => {
    switch (name) {
      case "app.info":
        return { ok: true, value: { version: "0.1.0", runtime: "test", os: "linux", language: main.language } };
      case "target.parse":
        return { ok: true, value: main.target };
      case "clipboard.offer":
        return { ok: true, value: { url: main.offer } };
      case "checkup.start":
      case "practice.start":
        if (main.startError !== null) return { ok: false, error: { code: main.startError } };
        started += 1;
        setTimeout(() => main.onStart());
        return { ok: true, value: { id: main.id(), target: main.target } };
      case "checkup.cancel":
        return { ok: true, value: { cancelled: true } };
      case "page.classify":
        return { ok: true, value: main.saved };
      case "page.open":
        return { ok: true, value: main.file };
      case "practice.list":
        return { ok: true, value: SCENARIOS };
      case "checkup.current":
        return { ok: true, value: null };
      case "settings.read":
        return { ok: true, value: { ...main.settings, language: main.language } };
      case "settings.change":
      case "settings.endpoint":
        return main.settingsError === null
          ? { ok: true, value: main.settings }
          : { ok: false, error: { code: main.settingsError } };
      case "watch.list":
        return { ok: true, value: main.watches };
      case "watch.add":
        if (main.watchError !== null) return { ok: false, error: { code: main.watchError } };
        main.watches = { ...main.watches, watches: [WATCH, ...main.watches.watches] };
        return { ok: true, value: WATCH };
      case "watch.stop":
      case "watch.remove":
      case "watch.lookNow":
      case "watch.keepOn":
      case "watch.background":
        return { ok: true, value: { done: true } };
      case "changes.list":
        return { ok: true, value: main.changes };
      case "changes.decide":
        return { ok: true, value: { answer: { kind: "undone" }, changes: main.changes.slice(1) } };
      case "guided.current":
        return { ok: true, value: main.guided };
      case "guided.start":
        return main.guided === null
          ? { ok: false, error: { code: "not-found" } }
          : { ok: true, value: main.guided.session };
      case "guided.resume":
      case "guided.begin":
      case "guided.done":
      case "guided.pulled":
      case "guided.decide":
      case "guided.move":
      case "guided.stop":
      case "guided.end":
        return { ok: true, value: { taken: true } };
      case "contact.compose":
        return { ok: true, value: main.draft };
      case "owner.ask":
        return { ok: true, value: main.owner };
      case "contact.mail":
        return { ok: true, value: { opened: true } };
      default:
        return main.said.get(name) ?? dnsAnswer(name, main.dns);
    }
  };
  return main;
}

/** The answer of a call about DNS. */
function dnsAnswer(name: CallName, dns: FakeDns): Outcome<unknown> {
  const begun =
    dns.error === null
      ? { ok: true as const, value: { id: "job-1" } }
      : { ok: false as const, error: { code: dns.error } };
  switch (name) {
    case "dns.status":
      return { ok: true, value: dns.overview };
    case "dns.plan":
      return { ok: true, value: dns.planned };
    case "dns.switch":
    case "dns.fix":
    case "dns.bench":
      return begun;
    case "dns.job":
      return { ok: true, value: dns.job };
    case "dns.confirm":
      return { ok: true, value: { taken: true } };
    case "dns.moreTime":
      return { ok: true, value: { given: true } };
    case "dns.cancel":
      return { ok: true, value: { cancelled: true } };
    case "dns.benchStop":
      return { ok: true, value: { stopped: true } };
    case "dns.undo":
      return { ok: true, value: dns.undo };
    case "dns.history":
      return { ok: true, value: dns.history };
    case "dns.flush":
      return { ok: true, value: dns.flush };
    case "dns.recovered":
      return { ok: true, value: dns.recovered };
    default:
      throw new Error(`nothing was said about ${name}`);
  }
}

function playInto(main: FakeMain, sample: Checkup, share: number): void {
  const id = main.id();
  const ids = CHECK_IDS.filter((checkId) => sample.observations.checks[checkId] !== undefined);
  main.emit({ kind: "started", id, planned: ids });
  const until = Math.floor(ids.length * share);
  for (const [index, checkId] of ids.slice(0, until).entries()) {
    main.emit({ kind: "check-started", id, checkId, atMs: index * 10 });
    const result = sample.observations.checks[checkId];
    if (result !== undefined) main.emit({ kind: "check-ended", id, result });
  }
  const lit = Math.ceil(sample.judgement.path.length * share);
  const path = sample.judgement.path.map((place, index) =>
    index < lit ? place : ({ node: place.node, state: "unknown" } as const),
  );
  main.emit({ kind: "path", id, path });
  for (const checkId of ids.slice(until, until + 3)) main.emit({ kind: "check-started", id, checkId, atMs: 900 });
  if (share === 1) main.emit({ kind: "ended", id, checkup: { ...sample, id } });
}
