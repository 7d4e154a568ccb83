import type { Handlers } from "../../electron/ipc/answer.ts";
import { ok } from "../../shared/lib/result.ts";
import type { HistoryList, ReportPreview } from "../../shared/model/report-desk.ts";
import type { Target } from "../../shared/model/target.ts";
import { COMPARED, SHOWN } from "../window/report-samples.ts";
import { SETTINGS_VIEW } from "../window/settings-samples.ts";
import { SESSION } from "../window/guided-samples.ts";

/** A target as the engine would make it. */
export const TARGET: Target = {
  input: "example.com",
  url: "https://example.com/",
  host: "example.com",
  displayHost: "example.com",
  port: 443,
  scheme: "https",
  schemeGuessed: true,
  credentialsRemoved: false,
  kind: "name",
};

const REFUSED = { kind: "refused", code: "not-supported", detail: "", changed: "nothing" } as const;

const PREVIEW: ReportPreview = {
  id: "p",
  format: "txt",
  text: "report",
  page: null,
  bytes: 6,
  sha256: "0".repeat(64),
  ms: 1,
  fileName: "report.txt",
  counts: {},
  items: [],
  canAddEnvironment: true,
};

const HISTORY_LIST: HistoryList = {
  rows: [],
  more: 0,
  kept: { checkups: 0, bytes: 0 },
  limits: { days: 365, entries: 1000, bytes: 1e8 },
};

/** Handlers that answer every call with something its schema takes; the compiler holds them to the contract. */
export function fakeHandlers(): Handlers {
  return {
    "app.info": async () => ok({ version: "1.2.3", runtime: "Electron 45", os: "linux", language: "en" }),
    "target.parse": async () => ok(TARGET),
    "clipboard.offer": async () => ok({ url: null }),
    "checkup.start": async () => ok({ id: "one", target: TARGET }),
    "checkup.cancel": async () => ok({ cancelled: true }),
    "practice.list": async () => ok([{ id: "a", title: "A", description: "B", address: "http://a.test/" }]),
    "practice.start": async () => ok({ id: "two", target: TARGET }),
    "page.classify": async () => ok({ format: "page", pages: [], more: 0 }),
    "page.open": async () => ok(null),
    "dns.status": async () => ok(REFUSED),
    "dns.plan": async () => ok(REFUSED),
    "dns.switch": async () => ok({ id: "three" }),
    "dns.fix": async () => ok({ id: "four" }),
    "dns.job": async () => ok(null),
    "dns.confirm": async () => ok({ taken: true }),
    "dns.moreTime": async () => ok({ given: true }),
    "dns.cancel": async () => ok({ cancelled: true }),
    "dns.undo": async () => ok(REFUSED),
    "dns.history": async () => ok([]),
    "dns.flush": async () => ok(REFUSED),
    "dns.recovered": async () => ok([]),
    "dns.bench": async () => ok({ id: "five" }),
    "dns.benchStop": async () => ok({ stopped: true }),
    "checkup.current": async () => ok(null),
    "settings.read": async () => ok(SETTINGS_VIEW),
    "settings.change": async () => ok(SETTINGS_VIEW),
    "settings.endpoint": async () => ok(SETTINGS_VIEW),
    "guided.start": async () => ok(SESSION),
    "guided.current": async () => ok(null),
    "guided.resume": async () => ok({ taken: true }),
    "guided.begin": async () => ok({ taken: true }),
    "guided.done": async () => ok({ taken: true }),
    "guided.decide": async () => ok({ taken: true }),
    "guided.move": async () => ok({ taken: true }),
    "guided.stop": async () => ok({ taken: true }),
    "guided.end": async () => ok({ taken: true }),
    "report.preview": async () => ok(PREVIEW),
    "report.cancel": async () => ok({ cancelled: false }),
    "report.save": async () => ok({ kind: "not-chosen" }),
    "report.open": async () => ok(null),
    "report.read": async () => ok({ kind: "no-report", error: "not-json" }),
    "report.show": async () => ok(SHOWN),
    "report.wrong": async () => ok(SHOWN.rejudged),
    "history.list": async () => ok(HISTORY_LIST),
    "history.compare": async () => ok(COMPARED),
    "history.remove": async () => ok({ removed: true }),
    "history.removeAll": async () => ok({ removed: 2 }),
    "contact.compose": async () => ok({ subject: "A", body: "B", mailHoldsAll: true }),
    "contact.mail": async () => ok({ opened: true }),
  };
}

/** An input every call takes. */
export const GOOD_INPUTS: Readonly<Record<keyof Handlers, unknown>> = {
  "app.info": undefined,
  "target.parse": { input: "example.com" },
  "clipboard.offer": undefined,
  "checkup.start": { input: "example.com", privateMode: false, askVantage: false, answers: {} },
  "checkup.cancel": { id: "one" },
  "practice.list": undefined,
  "practice.start": { scenarioId: "a", answers: {} },
  "page.classify": { text: "502 Bad Gateway", status: null },
  "page.open": undefined,
  "dns.status": undefined,
  "dns.plan": { choice: { id: "own", text: "192.0.2.53" }, linkId: null },
  "dns.switch": { planId: "a", anyway: false, url: null },
  "dns.fix": { input: "example.com", anyway: false },
  "dns.job": undefined,
  "dns.confirm": { id: "three", yes: true },
  "dns.moreTime": { id: "three" },
  "dns.cancel": { id: "three" },
  "dns.undo": { changeId: "a", anyNetwork: false },
  "dns.history": undefined,
  "dns.flush": { elevate: false },
  "dns.recovered": undefined,
  "dns.bench": { names: ["example.com"] },
  "dns.benchStop": { id: "five" },
  "checkup.current": undefined,
  "settings.read": undefined,
  "settings.change": { theme: "dark" },
  "settings.endpoint": { key: "canary", on: false, instead: null },
  "guided.start": { checkupId: "one", step: null },
  "guided.current": undefined,
  "guided.resume": undefined,
  "guided.begin": { choiceId: "" },
  "guided.done": { answer: null },
  "guided.decide": { keep: true },
  "guided.move": { to: "next" },
  "guided.stop": undefined,
  "guided.end": undefined,
  "report.preview": {
    source: { kind: "checkup", id: "one" },
    choice: { format: "html", level: "standard", keep: [], hide: [], note: "", environment: false },
  },
  "report.cancel": undefined,
  "report.save": { previewId: "p" },
  "report.open": undefined,
  "report.read": { name: "a.goodgateway.json", text: "{}" },
  "report.show": { source: { kind: "history", id: "one" } },
  "report.wrong": { source: { kind: "history", id: "one" }, note: "the proxy is fine" },
  "history.list": { query: "" },
  "history.compare": { ids: ["a", "b"] },
  "history.remove": { id: "a" },
  "history.removeAll": undefined,
  "contact.compose": { checkupId: "one", to: "site", language: "en", withQuery: false, timeZone: "UTC" },
  "contact.mail": { checkupId: "one", to: "site", language: "en", withQuery: false, timeZone: "UTC" },
};
