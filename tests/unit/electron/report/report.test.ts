import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { compareReports } from "../../../../electron/report/compare-reports.ts";
import { readEnvironment, type SystemFacts } from "../../../../electron/report/environment/read-environment.ts";
import { summariseText, summaryOf } from "../../../../electron/report/kept/history-summary.ts";
import { journalEntryOf } from "../../../../electron/report/journal-entry.ts";
import { migrate } from "../../../../electron/report/kept/migrate.ts";
import { openReport } from "../../../../electron/report/kept/open-report.ts";
import { rejudge } from "../../../../electron/report/rejudge.ts";
import { renderReport } from "../../../../electron/report/render.ts";
import { saveReport } from "../../../../electron/report/kept/save-report.ts";
import { viewOf } from "../../../../electron/report/view/view.ts";
import type { SavedReport } from "../../../../shared/contract/report/report.ts";
import type { DnsChange } from "../../../../shared/model/dns-change.ts";
import { REPORT_SIZE_LIMIT } from "../../../../shared/model/report.ts";
import { ENGLISH } from "../../../../shared/text/english.ts";
import { createTranslator } from "../../../../shared/text/translator.ts";
import { redactReport } from "../../../../electron/report/redact-report.ts";

vi.setConfig({ testTimeout: 60_000 });
const t = createTranslator("en", { en: ENGLISH });
const FIXTURES = "tests/fixtures/reports";

function opened(name: string): SavedReport {
  const result = openReport(readFileSync(join(FIXTURES, name), "utf8"));
  if (!result.ok) throw new Error(`${name}: ${result.error}`);
  return structuredClone(result.value.report);
}

describe("opening a report", () => {
  test("opens and judges again every report of every earlier version", () => {
    for (const name of readdirSync(FIXTURES)) {
      const report = opened(name);
      expect(rejudge(report).judgement.verdict.code, name).toMatch(/^[a-z0-9-]+$/u);
    }
  });

  test("refuses what is no report, each with its own reason", () => {
    const report: object = JSON.parse(readFileSync(join(FIXTURES, "v1-strict.goodgateway.json"), "utf8"));
    const cases: readonly (readonly [string, string])[] = [
      ["x".repeat(REPORT_SIZE_LIMIT + 1), "too-large"],
      ["{", "not-json"],
      ["[]", "not-a-report"],
      ["7", "not-a-report"],
      ['{"a":1}', "not-a-report"],
      ['{"verdict":{},"checks":[]}', "damaged"],
      [JSON.stringify({ ...report, schemaVersion: 2 }), "newer-version"],
      [JSON.stringify({ ...report, schemaVersion: "1" }), "damaged"],
      [JSON.stringify({ ...report, schemaVersion: 0 }), "damaged"],
      [JSON.stringify({ ...report, observations: null }), "damaged"],
      [JSON.stringify({ ...report, note: "x".repeat(6000) }), "damaged"],
    ];
    for (const [text, error] of cases) expect(openReport(text), error).toEqual({ ok: false, error });
  });

  test("drops what it does not know and leaves no trace in prototypes", () => {
    const text = readFileSync(join(FIXTURES, "v1-gateway-error.goodgateway.json"), "utf8");
    const result = openReport(text.replace("{", '{"__proto__":{"polluted":1},"surprise":{"secret":"x"},'));
    expect(result.ok && Object.keys(result.value.report)).not.toContain("surprise");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("opens the JSON of diagnose and judges it with today's rules", () => {
    const result = openReport(readFileSync(join(FIXTURES, "document-v1.json"), "utf8"));
    expect(result).toMatchObject({ ok: true, value: { fromDocument: true } });
    const report = opened("document-v1.json");
    expect(report.judgement.verdict).toMatchObject({ code: "gateway-error", faultSide: "site-origin" });
    expect(report.observations.target).toMatchObject({ kind: "name", scheme: "http", schemeGuessed: false });
  });

  test("a document whose facts are not ours is damaged", () => {
    const document = JSON.parse(readFileSync(join(FIXTURES, "document-v1.json"), "utf8"));
    document.checks[0].facts = { interfaces: "none" };
    expect(openReport(JSON.stringify(document))).toEqual({ ok: false, error: "damaged" });
  });

  test("lifts an old form step by step, each once and in order", () => {
    const steps: number[] = [];
    const step = (from: number) => ({
      from,
      lift: (report: Readonly<Record<string, unknown>>) => {
        steps.push(from);
        return { ...report, [`lifted${from}`]: true };
      },
    });
    expect(migrate({ schemaVersion: 1 }, 1, [step(2), step(1)])).toEqual({
      schemaVersion: 3,
      lifted1: true,
      lifted2: true,
    });
    expect(steps).toEqual([1, 2]);
    expect(migrate({ schemaVersion: 2 }, 2, [step(1)])).toEqual({ schemaVersion: 2 });
  });
});

describe("judging again", () => {
  test("says that nothing changed where nothing did", () => {
    expect(rejudge(opened("v1-gateway-error.goodgateway.json"))).toMatchObject({ changes: [], reasons: [] });
  });

  test("says what changed and that the rules did", () => {
    const report = opened("v1-gateway-error.goodgateway.json");
    report.judgement.verdict = {
      ...report.judgement.verdict,
      code: "inconclusive",
      faultSide: "unknown",
      confidence: "low",
    };
    const older = rejudge({ ...report, rules: rejudge(report).rulesNow + 5 });
    expect(older.reasons).toEqual(["older-rules"]);
    expect(older.changes).toContainEqual({ what: "code", before: "inconclusive", after: "gateway-error" });
    expect(older.changes).toContainEqual({ what: "fault-side", before: "unknown", after: "site-origin" });
  });

  test("blames what was taken out where that is the reason", () => {
    const report = redactReport(opened("v1-gateway-error.goodgateway.json"), { level: "strict" });
    report.judgement.verdict = { ...report.judgement.verdict, confidence: "low" };
    expect(rejudge(report).reasons).toContain("taken-out");
  });

  test("a redacted report of a gateway fault comes to the same verdict", () => {
    const report = opened("v1-gateway-error.goodgateway.json");
    for (const level of ["strict", "standard"] as const) {
      const { judgement } = rejudge(redactReport(report, { level }));
      expect(judgement.verdict.code).toBe(report.judgement.verdict.code);
    }
  });
});

describe("comparing two reports", () => {
  test("finds nothing between a report and itself", () => {
    const report = opened("v1-everything.goodgateway.json");
    expect(compareReports(report, report)).toEqual({ sameTarget: true, verdict: [], statuses: [], facts: [] });
  });

  test("tells a changed resolver, a check that fails now and a changed verdict, but not milliseconds", () => {
    const [before, after] = [opened("v1-everything.goodgateway.json"), opened("v1-everything.goodgateway.json")];
    const { router, clock } = after.observations.checks;
    if (router?.facts?.routers[0] === undefined || clock?.facts == null) throw new Error("not in the fixture");
    router.status = "fail";
    router.facts.routers[0].neighbour = "failed";
    clock.facts.medianOffsetMs = 99_999;
    after.observations.target.url = "https://other.example/";
    const comparison = compareReports(before, after);
    expect(comparison.sameTarget).toBe(false);
    expect(comparison.statuses).toEqual([{ checkId: "router", path: "status", before: "pass", after: "fail" }]);
    expect(comparison.facts).toEqual([
      { checkId: "router", path: "routers.0.neighbour", before: "reachable", after: "failed" },
    ]);
  });

  test("does not repeat every fact of a check that did not run on one side", () => {
    const [before, after] = [opened("v1-everything.goodgateway.json"), opened("v1-everything.goodgateway.json")];
    delete after.observations.checks.tcp;
    const { statuses, facts } = compareReports(before, after);
    expect(statuses).toEqual([{ checkId: "tcp", path: "status", before: "pass", after: null }]);
    expect(facts).toEqual([]);
  });
});

describe("writing a report", () => {
  const report = redactReport(opened("v1-everything.goodgateway.json"), { level: "standard" });

  test("saves exactly the bytes that were shown, readable by the owner alone", () => {
    const folder = mkdtempSync(join(tmpdir(), "gg-report-"));
    try {
      for (const format of ["html", "md", "txt", "json", "har"] as const) {
        const rendered = renderReport(report, format, t);
        const path = join(folder, `report.${format}`);
        const saved = saveReport(path, rendered.bytes);
        const onDisk = createHash("sha256").update(readFileSync(path)).digest("hex");
        expect(saved).toEqual({ ok: true, value: { path, bytes: rendered.bytes.length, sha256: rendered.sha256 } });
        expect(onDisk).toBe(rendered.sha256);
        // Windows knows no such bits.
        expect(process.platform === "win32" ? 0o600 : statSync(path).mode & 0o777).toBe(0o600);
        expect(rendered.bytes.length).toBeLessThan(1_000_000);
      }
      expect(readdirSync(folder)).toHaveLength(5);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("says why it could not be written", () => {
    const file = join(mkdtempSync(join(tmpdir(), "gg-report-")), "file");
    writeFileSync(file, "");
    expect(saveReport(join(file, "below"), Buffer.from("x"))).toMatchObject({ ok: false });
  });

  test("renders the same bytes for the same report", () => {
    for (const format of ["html", "md", "txt", "json", "har"] as const)
      expect(renderReport(report, format, t).sha256).toBe(renderReport(report, format, t).sha256);
  });

  test("HTML carries its own policy, whose hash is that of its one style sheet, and no script or address to load", () => {
    const html = renderReport(report, "html", t).bytes.toString("utf8");
    const style = /<style>([\s\S]*)<\/style>/u.exec(html)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(html).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`);
    expect(html).not.toMatch(/<script|<link|<img|<a |style="|url\(|@import/u);
    expect(html).toContain("<mark>‹user›</mark>");
    // The path, the checks, the resolvers and the wait.
    expect(html.split("<svg").length - 1).toBe(4);
  });

  test("the view has what a stranger needs: sentence, path, evidence, requests, legend", () => {
    const view = viewOf(report, t);
    const headings = [...view.sections, ...view.background].map(({ heading }) => heading);
    expect(view.places.map(({ label }) => label)).toHaveLength(7);
    expect(headings).toEqual(
      expect.arrayContaining([
        "Requests to the site",
        "Changes to this computer",
        "The computer",
        "What was taken out",
      ]),
    );
    expect(Object.fromEntries(view.summary)).toMatchObject({
      "Request id": "cf-ray: 8a1b2c3d4e5f6789-FRA",
      "HTTP status": "502",
    });
    expect(view.checks.some(({ facts }) => facts !== null)).toBe(true);
    expect(headings.some((heading) => heading.startsWith("Waiting for the site: https://"))).toBe(true);
  });

  test("HAR has every request with phases that add up", () => {
    const har = JSON.parse(renderReport(opened("v1-gateway-error.goodgateway.json"), "har", t).bytes.toString("utf8"));
    expect(har.log).toMatchObject({ version: "1.2", creator: { name: "GoodGateway" } });
    expect(har.log.entries.length).toBeGreaterThanOrEqual(4);
    for (const entry of har.log.entries) {
      const { dns, connect, wait, receive } = entry.timings;
      const sum = [dns, connect, wait, receive]
        .filter((ms: number) => ms > 0)
        .reduce((a: number, b: number) => a + b, 0);
      expect(Math.abs(sum - entry.time)).toBeLessThan(1);
      expect(Date.parse(entry.startedDateTime)).toBeGreaterThan(0);
      expect(entry.response.status).toBeGreaterThanOrEqual(500);
    }
  });

  test("repairs that were tried stand with before and after", () => {
    const look = (level: "works" | "fails") => ({ level, lookupMs: 5, seen: "http-502", address: null });
    const battery = (level: "works" | "fails") => ({ target: look(level), control: look("works") });
    const repaired: SavedReport = {
      ...report,
      repairs: [
        {
          repair: "flush-dns",
          startedAt: "2026-06-01T10:00:00.000Z",
          endedAt: null,
          outcome: "kept",
          comparison: { outcome: "fixed", worksNow: true, before: battery("fails"), after: [battery("works")] },
        },
        { repair: "watch", startedAt: "2026-06-01T10:05:00.000Z", endedAt: null, outcome: "guided", comparison: null },
      ],
    };
    const text = renderReport(repaired, "txt", t).bytes.toString("utf8").replaceAll(/\s+/gu, " ");
    expect(text).toContain("fails (http-502) | works (http-502) | kept; it works now");
    expect(text).toContain("done by hand");
  });

  test("a journal entry has no token and no secret of the guard", () => {
    const family = { origin: "static", configured: ["192.168.1.1"], inUse: null } as const;
    const change = {
      id: "a".repeat(32),
      startedAt: "x",
      updatedAt: "y",
      token: "f".repeat(64),
      snapshot: { manager: "plain-file", linkName: "eth0", v4: family, v6: { ...family, configured: [] } },
      plan: { servers: ["1.1.1.1"] },
      state: "committed",
      end: null,
    } as unknown as DnsChange;
    const entry = journalEntryOf(change);
    expect(JSON.stringify(entry)).not.toContain("ffff");
    expect(entry).toMatchObject({ before: { v4: ["192.168.1.1"], v6: [] }, after: ["1.1.1.1"], link: "eth0" });
  });

  test("the summary for the history comes from a report and from nothing else", () => {
    const plain = opened("v1-everything.goodgateway.json");
    expect(summaryOf(plain)).toMatchObject({ id: plain.id, verdict: plain.judgement.verdict.code });
    expect(summariseText(JSON.stringify(plain))).toEqual(summaryOf(plain));
    expect(summariseText(readFileSync(join(FIXTURES, "document-v1.json"), "utf8"))).toBeNull();
    expect(summariseText("{}")).toBeNull();
  });
});

describe("reading the environment", () => {
  const { observations } = opened("v1-everything.goodgateway.json");
  const facts: SystemFacts = {
    osInfo: async () => ({ distro: "Debian", release: "12", kernel: "6.1", arch: "x64" }),
    system: async () => ({ manufacturer: "-", model: "20XW", uuid: "4c4c4544" }),
    networkInterfaces: async () => [
      {
        iface: "wlan0",
        ifaceName: "wlan0",
        mac: "aa:bb",
        ip4: "192.168.1.20",
        ip6: "",
        type: "wireless",
        speed: 866,
        mtu: 1500,
        dhcp: true,
      },
    ],
    wifiConnections: async () => [
      {
        iface: "wlan0",
        ssid: "Home",
        bssid: "cc:dd",
        signalLevel: -60,
        quality: 80,
        channel: 36,
        frequency: 5180,
        security: ["WPA2"],
        txRate: 433,
      },
    ],
  };

  test("holds what the system says and what the check-up saw", async () => {
    const read = await readEnvironment(
      observations,
      async () => facts,
      async () => [{ name: "Firefox", version: "140.0", profile: null }],
    );
    expect(read.system).toMatchObject({ os: "Debian", maker: null, model: "20XW" });
    expect(read.adapters[0]).toMatchObject({
      name: "wlan0",
      mac: "aa:bb",
      addresses: ["192.168.1.20"],
      speedMbit: 866,
    });
    expect(read.wifi[0]).toMatchObject({ ssid: "Home", signalDbm: -60, security: "WPA2" });
    expect(read.dns[0]?.servers.length).toBeGreaterThan(0);
    expect(read.proxies).toHaveLength(2);
    expect(read.browsers).toEqual([{ name: "Firefox", version: "140.0", profile: null }]);
  });

  test("a part that fails or says nonsense is missing, never an error", async () => {
    const broken = { ...facts, osInfo: () => Promise.reject(new Error("no tool")), networkInterfaces: async () => 7 };
    const read = await readEnvironment(observations, async () => broken);
    expect(read.system).toMatchObject({ os: null, model: "20XW" });
    expect(read.adapters).toEqual([]);
    const nothing = await readEnvironment(observations, () => Promise.reject(new Error("not there")));
    expect(nothing).toMatchObject({ adapters: [], wifi: [] });
    expect(nothing.system?.kernel).not.toBeNull();
  });

  test("the real library answers on this machine", async () => {
    const read = await readEnvironment(observations);
    expect(read.system?.kernel).not.toBeNull();
  });
});
