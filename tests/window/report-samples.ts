import type { Outcome } from "../../shared/contract/calls.ts";
import type { CallName } from "../../shared/contract/channels.ts";
import type { CheckupLine, Compared, HistoryList, ReportPreview, ReportShown } from "../../shared/model/report-desk.ts";

/** A plain-text report as main would make it. */
export const PREVIEW: ReportPreview = {
  id: "preview-1",
  format: "txt",
  text: "GoodGateway report\n\nIt's the site, not you.\nRouter: ‹lan-router›\nThe router answers.\n",
  page: null,
  bytes: 86,
  sha256: "0".repeat(64),
  ms: 120,
  fileName: "report shop.example 2026-11-22.txt",
  counts: { router: 2 },
  items: [
    { key: "aaaa", value: "192.168.1.1", kind: "router", mark: "‹lan-router›", count: 2 },
    { key: "bbbb", value: "shop.example", kind: "host", mark: "", count: 7 },
  ],
  canAddEnvironment: true,
};

/** A check-up of the history. */
export const LINE: CheckupLine = {
  id: "checkup-1",
  startedAt: "2026-11-22T10:00:00.000Z",
  url: "https://shop.example/",
  host: "shop.example",
  code: "gateway-error",
  faultSide: "site-origin",
  confidence: "high",
  values: { host: "shop.example", status: 502 },
  shortCode: "M9W-YQHH",
  note: "",
};

const LATER: CheckupLine = {
  ...LINE,
  id: "checkup-2",
  startedAt: "2026-11-22T11:00:00.000Z",
  code: "healthy",
  faultSide: "none",
};

/** Two check-ups, a repair and a wait. */
export const PAST: HistoryList = {
  rows: [
    { kind: "checkup", at: LATER.startedAt, checkup: LATER },
    { kind: "checkup", at: LINE.startedAt, checkup: LINE },
    {
      kind: "action",
      at: "2026-11-21T09:00:00.000Z",
      change: {
        id: "0123456789abcdef",
        repair: "hosts-entry",
        startedAt: "2026-11-21T09:00:00.000Z",
        label: "shop.example",
        state: "committed",
      },
    },
    {
      kind: "watch",
      at: "2026-11-20T09:00:00.000Z",
      watch: { id: "w", url: LINE.url, host: LINE.host, endedAt: "2026-11-20T10:00:00.000Z", looks: 12, good: 3 },
    },
  ],
  more: 0,
  kept: { checkups: 2, bytes: 240_000 },
  limits: { days: 365, entries: 1000, bytes: 100_000_000 },
};

/** Yesterday and now. */
export const COMPARED: Compared = {
  before: LINE,
  after: LATER,
  sameTarget: true,
  differences: [
    { what: "code", before: "gateway-error", after: "healthy" },
    { what: "fault-side", before: "site-origin", after: "none" },
    { what: "ruled-out", change: "gone", code: "proxy-error" },
    { what: "fact", checkId: "http", path: "status", before: "fail", after: "pass" },
    { what: "fact", checkId: "http", path: "chain.0.status", before: 502, after: 200 },
  ],
};

/** Somebody else's report of an older version. */
export const SHOWN: ReportShown = {
  source: { kind: "opened", id: "file-1" },
  name: "from-anna.goodgateway.json",
  line: LINE,
  page: "app://preview/0123",
  writtenAs: 1,
  writtenNow: 1,
  fromDocument: false,
  level: "standard",
  rejudged: {
    now: { code: "overloaded", faultSide: "site-origin", confidence: "medium", values: LINE.values },
    rulesBefore: 1,
    rulesNow: 2,
    changes: [{ what: "code", before: "gateway-error", after: "overloaded" }],
    reasons: ["newer-rules"],
  },
  own: COMPARED,
};

/** What the calls about reports and the history answer, until a test says otherwise. */
export function reportAnswers(): Map<CallName, Outcome<unknown>> {
  const said: readonly (readonly [CallName, unknown])[] = [
    ["report.preview", PREVIEW],
    ["report.cancel", { cancelled: true }],
    ["report.save", { kind: "saved", name: PREVIEW.fileName, bytes: PREVIEW.bytes, sha256: PREVIEW.sha256 }],
    ["report.open", { kind: "opened", shown: SHOWN }],
    ["report.read", { kind: "opened", shown: SHOWN }],
    ["report.show", SHOWN],
    ["report.wrong", SHOWN.rejudged],
    ["history.list", PAST],
    ["history.compare", COMPARED],
    ["history.remove", { removed: true }],
    ["history.removeAll", { removed: 2 }],
  ];
  return new Map(said.map(([name, value]) => [name, { ok: true, value }]));
}
