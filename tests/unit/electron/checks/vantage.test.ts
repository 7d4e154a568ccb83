import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { vantageCheck } from "../../../../electron/checks/vantage.ts";
import { contextFor, factsOf, lookupSeen, resultsOf, sayOf } from "./fakes.ts";

let server: Server | null = null;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
});

type Reply = readonly [status: number, body: string];

/** A service that answers calls in turn; the last answer is repeated. */
async function service(...replies: readonly Reply[]): Promise<{ readonly base: string; readonly calls: string[] }> {
  const calls: string[] = [];
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      const [status, text] = replies[Math.min(calls.length, replies.length - 1)] ?? [500, ""];
      calls.push(`${request.method} ${request.url} ${body}`);
      response.writeHead(status, { "content-type": "application/json" }).end(text);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}`, calls };
}

const created: Reply = [202, JSON.stringify({ id: "abc-123", probesCount: 2 })];

function finished(...results: readonly (readonly [string, number | null])[]): Reply {
  return [
    200,
    JSON.stringify({
      status: "finished",
      results: results.map(([status, statusCode]) => ({
        probe: { continent: "EU", country: "DE", city: "Falkenstein", network: "Example" },
        result: { status, statusCode, resolvedAddress: "203.0.113.1", rawOutput: "" },
      })),
    }),
  ];
}

const asked = { askVantage: true, target: "https://www.example.com:8443/a/b?secret=1" };

test.each([
  ["pass: good-elsewhere", [created, finished(["finished", 200], ["finished", 301])]],
  ["warn: mixed", [created, finished(["finished", 200], ["finished", 502])]],
  ["warn: bad-elsewhere", [created, finished(["finished", 502], ["failed", null])]],
  ["warn: unreachable-elsewhere", [created, finished(["failed", null], ["offline", null])]],
  ["unknown: no-places", [created, finished()]],
  ["unknown: rate-limited", [[429, "slow down"]]],
  ["unknown: rate-limited", [created, [429, ""]]],
  ["unknown: malformed", [[422, '{"error":{}}']]],
  ["unknown: malformed", [[202, '{"id":"../../etc"}']]],
  ["unknown: malformed", [[202, "not json"]]],
  ["unknown: malformed", [created, [404, "{}"]]],
  ["unknown: malformed", [created, [200, '{"results":[]}']]],
] as readonly (readonly [string, readonly Reply[]])[])("%s", async (expected, replies) => {
  const { base } = await service(...replies);
  expect(await sayOf(vantageCheck, { ...asked, references: { vantage: base } })).toBe(expected);
});

test("polls until it is finished, and tells the service no more than it needs", async () => {
  const { base, calls } = await service(created, [200, '{"status":"in-progress"}'], finished(["finished", 200]));
  const context = contextFor({ ...asked, references: { vantage: `${base}/` } });
  const facts = factsOf(await vantageCheck.run(context));
  expect(facts.results).toEqual([
    { place: "Falkenstein, DE", status: 200, outcome: "response", address: "203.0.113.1" },
  ]);
  expect(calls.map((call) => call.split(" ").slice(0, 2).join(" "))).toEqual([
    "POST /v1/measurements",
    "GET /v1/measurements/abc-123",
    "GET /v1/measurements/abc-123",
  ]);
  expect(calls[0]).toContain('"path":"/a/b"');
  expect(calls[0]).not.toContain("secret");
  expect(context.endpoints).toEqual([`${base}/`]);
});

test("gives up when time is up", async () => {
  const { base } = await service(created, [200, '{"status":"in-progress"}']);
  expect(await sayOf(vantageCheck, { ...asked, references: { vantage: base }, timeLeftMs: () => 400 })).toBe(
    "unknown: timeout",
  );
});

test("a service that is not there is unreachable, one that hangs is late", async () => {
  const { base } = await service(created);
  server?.close();
  server?.closeAllConnections();
  expect(await sayOf(vantageCheck, { ...asked, references: { vantage: base } })).toBe("unknown: unreachable");
  server = createServer(() => undefined);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const hanging = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await sayOf(vantageCheck, { ...asked, references: { vantage: hanging }, timeLeftMs: () => 150 })).toBe(
    "unknown: timeout",
  );
});

test.each([
  ["skipped: not-asked", { references: { vantage: "http://127.0.0.1:9" } }],
  ["skipped: not-configured", { askVantage: true }],
  ["skipped: private-mode", { askVantage: true, privateMode: true }],
  [
    "skipped: not-needed",
    { askVantage: true, target: "http://nas.local", references: { vantage: "http://127.0.0.1:9" } },
  ],
  ["skipped: loopback-target", { askVantage: true, target: "http://127.0.0.1" }],
  [
    "skipped: not-needed",
    {
      askVantage: true,
      references: { vantage: "http://127.0.0.1:9" },
      results: resultsOf({ "dns-system": { lookup: lookupSeen("www.example.com", ["10.0.0.7"]), control: null } }),
    },
  ],
])("%s", async (expected, parts) => {
  expect(await sayOf(vantageCheck, parts)).toBe(expected);
});

test("an answer that never ends is cut", async () => {
  const { base } = await service([202, `"${"a".repeat(1_100_000)}"`]);
  expect(await sayOf(vantageCheck, { ...asked, references: { vantage: base } })).toBe("unknown: malformed");
});
