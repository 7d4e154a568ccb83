import type { SavedReport } from "../../../shared/contract/report/report.ts";
import { visibleJson } from "./json.ts";
import { APP_VERSION } from "../../../shared/lib/app-version.ts";

type Exchange = NonNullable<NonNullable<SavedReport["observations"]["checks"]["http"]>["facts"]>["chain"][number];

/**
 * The HTTP requests of a report as an HTTP Archive 1.2 (softwareishard.com/blog/har-12-spec): browsers' developer tools
 * and the tools of support desks open it. Phases that did not happen are -1; fields starting with _ are ours.
 */
export function renderHar(report: SavedReport): string {
  const { http, repeat } = report.observations.checks;
  const entries = [
    ...spread(http?.facts?.chain ?? [], http?.startedMs ?? 0, 0).map((item) => ({ ...item, varied: "none" })),
    ...spread(
      (repeat?.facts?.attempts ?? []).map(({ exchange }) => exchange),
      repeat?.startedMs ?? 0,
      repeat?.facts?.spacingMs ?? 0,
    ).map((item, index) => ({ ...item, varied: repeat?.facts?.attempts[index]?.varied ?? "none" })),
  ];
  const har = {
    log: {
      version: "1.2",
      creator: { name: "GoodGateway", version: APP_VERSION },
      pages: [],
      entries: entries.map(({ exchange, atMs, varied }) => entryOf(exchange, whenOf(report.startedAt, atMs), varied)),
      comment: `redaction: ${report.redaction.level}`,
    },
  };
  return visibleJson(har);
}

/** Start of each exchange, ms after the check-up's start: the check's start, and one after the other from there. */
function spread(
  exchanges: readonly Exchange[],
  startMs: number,
  gapMs: number,
): { exchange: Exchange; atMs: number }[] {
  let atMs = startMs;
  return exchanges.map((exchange) => {
    const item = { exchange, atMs };
    atMs += exchange.timings.total + gapMs;
    return item;
  });
}

function whenOf(startedAt: string, atMs: number): string {
  return new Date(Date.parse(startedAt) + atMs).toISOString();
}

function entryOf(exchange: Exchange, startedDateTime: string, varied: string): Record<string, unknown> {
  const headers = exchange.headers.map(([name, value]) => ({ name, value }));
  const type = exchange.headers.find(([name]) => name === "content-type")?.[1] ?? "";
  return {
    startedDateTime,
    time: exchange.timings.total,
    request: {
      method: exchange.method,
      url: exchange.url,
      httpVersion: versionOf(exchange),
      cookies: [],
      headers: [],
      queryString: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: exchange.status ?? 0,
      statusText: exchange.statusText,
      httpVersion: versionOf(exchange),
      cookies: [],
      headers,
      content: {
        size: exchange.bodyBytes,
        mimeType: type,
        ...(exchange.bodySample === "" ? {} : { text: exchange.bodySample }),
      },
      redirectURL: exchange.headers.find(([name]) => name === "location")?.[1] ?? "",
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: timingsOf(exchange),
    ...(exchange.address === null ? {} : { serverIPAddress: exchange.address }),
    _outcome: exchange.outcome,
    _varied: varied,
    ...(exchange.errno === null ? {} : { _error: exchange.errno }),
  };
}

function versionOf({ httpVersion }: Exchange): string {
  return httpVersion === null ? "" : `HTTP/${httpVersion}`;
}

/** HAR wants the length of each phase, we have the time each ended; `connect` contains `ssl`, as the format says. */
function timingsOf({ timings }: Exchange): Record<string, number> {
  const { lookup, connect, tls, firstByte, total } = timings;
  const connected = tls ?? connect;
  const ready = connected ?? lookup ?? 0;
  return {
    blocked: -1,
    dns: lookup === null ? -1 : length(0, lookup),
    connect: connected === null ? -1 : length(lookup ?? 0, connected),
    ssl: tls === null ? -1 : length(connect ?? lookup ?? 0, tls),
    send: 0,
    wait: length(ready, firstByte ?? total),
    receive: firstByte === null ? 0 : length(firstByte, total),
  };
}

function length(from: number, to: number): number {
  return Math.max(0, Math.round((to - from) * 10) / 10);
}
