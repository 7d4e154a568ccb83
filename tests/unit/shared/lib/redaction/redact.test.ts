import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { openReport } from "../../../../../electron/report/kept/open-report.ts";
import { redactReport } from "../../../../../electron/report/redact-report.ts";
import type { SavedReport } from "../../../../../shared/contract/report/report.ts";
import { hunt } from "../../../../bench/campaign-canaries/hunt.ts";
import { seeded } from "../../../../bench/campaign-canaries/secrets.ts";

// A loaded machine takes a second for what takes 30 ms alone.
vi.setConfig({ testTimeout: 60_000 });

function fixture(name = "v1-everything"): SavedReport {
  const opened = openReport(readFileSync(`tests/fixtures/reports/${name}.goodgateway.json`, "utf8"));
  if (!opened.ok) throw new Error(opened.error);
  return structuredClone(opened.value.report);
}

type Exchange =
  NonNullable<SavedReport["observations"]["checks"]["http"]> extends { facts: infer F }
    ? NonNullable<F> extends { chain: (infer E)[] }
      ? E
      : never
    : never;

/** The everything report with its main exchange changed, redacted. */
function exchangeAfter(change: Partial<Exchange>, level: "strict" | "standard"): Exchange {
  const report = fixture();
  const exchange = report.observations.checks.http?.facts?.chain[0];
  if (exchange === undefined) throw new Error("the fixture has no exchange");
  Object.assign(exchange, change);
  const after = redactReport(report, { level }, seeded(1)).observations.checks.http?.facts?.chain[0];
  if (after === undefined) throw new Error("no exchange");
  return after;
}

function header(name: string, value: string, level: "strict" | "standard"): readonly string[] {
  return exchangeAfter({ headers: [[name, value]] }, level).headers[0] ?? [];
}

describe("redaction", () => {
  test(
    "leaks none of 48 kinds of secrets of 50 made-up machines in any format and keeps what diagnosis needs",
    { timeout: 120_000 },
    () => {
      const haul = hunt(5000, 50);
      expect(haul.leaks.slice(0, 3)).toEqual([]);
      expect(haul.kinds).toBeGreaterThanOrEqual(25);
      expect(haul.kept.strict).toBeGreaterThanOrEqual(0.98);
      expect(haul.kept.standard).toBeGreaterThanOrEqual(0.98);
    },
  );

  test("gives equal things equal names inside one report", () => {
    const { observations, environment } = redactReport(fixture(), { level: "strict" }, seeded(3));
    const { target, checks } = observations;
    expect(target.host).toMatch(/^‹host-\d+›$/u);
    expect(target.url).toContain(`https://${target.host}/`);
    expect(checks.tls?.facts?.handshakes[0]?.serverName).toBe(target.host);
    expect(checks["default-route"]?.facts?.routes[0]?.gateway).toBe("‹lan-router›");
    expect(checks.router?.facts?.routers[0]?.address).toBe("‹lan-router›");
    expect(environment?.dns[0]?.servers).toEqual(["‹lan-router›"]);
    expect(checks.interfaces?.facts?.interfaces[0]?.name).toBe(environment?.adapters[0]?.name);
  });

  test("draws the names afresh for every report", () => {
    const names = Array.from(
      { length: 6 },
      () => redactReport(fixture(), { level: "strict" }).observations.target.host,
    );
    expect(new Set(names).size).toBeGreaterThan(1);
    const series = Array.from({ length: 3 }, () => redactReport(fixture(), { level: "strict" }).redaction.series);
    expect(new Set(series).size).toBeGreaterThan(1);
  });

  test("keeps the class of an address", () => {
    const addresses = redactReport(fixture(), { level: "strict" }).observations.checks.interfaces?.facts?.interfaces[0]
      ?.addresses;
    expect(addresses?.map(({ address }) => address.replace(/-\d+›/u, "›"))).toEqual([
      "‹private-address›",
      "‹cgnat-address›",
      "‹own-public-address›",
      "‹link-local-address›",
    ]);
  });

  test("keeps well-known resolvers, loopback and system's own names", () => {
    const { observations, outsideEndpoints, journal } = redactReport(fixture(), { level: "strict" });
    expect(outsideEndpoints.slice(0, 2)).toEqual(["1.1.1.1:443", "http://detectportal.firefox.com/success.txt"]);
    expect(observations.checks["dns-public"]?.facts?.resolvers.map(({ server }) => server)).toEqual([
      "1.1.1.1:53",
      "8.8.8.8:53",
      "https://cloudflare-dns.com/dns-query",
    ]);
    expect(journal[0]?.after).toEqual(["1.1.1.1", "8.8.8.8"]);
    expect(observations.checks["hosts-file"]?.facts?.path).toBe("/etc/hosts");
    expect(observations.checks.interfaces?.facts?.interfaces[1]?.name).toBe("eth0");
    expect(observations.checks.proxy?.facts?.settings[0]?.bypass[1]).toBe("localhost");
  });

  test("shows the site at standard and hides the person", () => {
    const before = fixture();
    const after = redactReport(before, { level: "standard" });
    expect(after.observations.target.host).toBe(before.observations.target.host);
    expect(after.observations.target.url).toMatch(/^https:\/\/shop-\w+\.example\/orders-\w+\?‹removed: query›$/u);
    expect(after.observations.target.input).toMatch(/^https:\/\/‹removed: sign-in›@shop-/u);
    expect(after.environment?.system).toMatchObject({ user: "‹user›", machine: "‹machine›", model: "20XW" });
    expect(after.note).toBe("‹removed: note›");
  });

  test("leaves everything at none", () => {
    const before = fixture();
    expect(redactReport(before, { level: "none" })).toEqual(before);
  });

  test("lets the person keep or hide single items and whole kinds", () => {
    const before = fixture();
    const { host } = before.observations.target;
    const kept = redactReport(before, { level: "strict", keep: [host] });
    expect(kept.observations.target.host).toBe(host);
    expect(kept.redaction.byHand).toEqual({ kept: 1, hidden: 0 });
    const hidden = redactReport(before, { level: "none", hide: [host, "20XW"] });
    expect(hidden.observations.target.host).not.toBe(host);
    expect(hidden.environment?.system?.model).toMatch(/^‹hidden-\d›$/u);
    const kinds = redactReport(before, { level: "standard", kinds: { host: "out", mac: "keep" } });
    expect(kinds.observations.target.host).toMatch(/^‹host-/u);
    expect(kinds.environment?.adapters[0]?.mac).toBe(before.environment?.adapters[0]?.mac);
  });

  test("marks each place with its kind and counts them in a legend", () => {
    const { redaction, observations } = redactReport(fixture(), { level: "strict" }, seeded(5));
    const text = JSON.stringify({ observations });
    expect(redaction.counts.cookie).toBe(5);
    expect(text).toContain("‹removed: cookie›");
    for (const { name, count, kind } of redaction.legend) {
      expect(count, name).toBeGreaterThan(0);
      expect(redaction.counts[kind]).toBeGreaterThanOrEqual(count);
    }
    expect(redaction.legend.map(({ name }) => name)).toContain("lan-router");
  });

  test("redacts a redacted report again without undoing or renaming what is marked", () => {
    const once = redactReport(fixture(), { level: "standard" }, seeded(1));
    const twice = redactReport(once, { level: "strict" }, seeded(2));
    expect(twice.environment).toMatchObject({ system: { user: "‹user›" } });
    expect(twice.observations.target.host).toMatch(/^‹host-\d+›$/u);
    expect(twice.observations.target.url).toMatch(/\?‹removed: query›$/u);
    expect(twice.redaction.level).toBe("strict");
    expect(twice.redaction.legend.length).toBeGreaterThan(once.redaction.legend.length);
    const again = redactReport(twice, { level: "strict" }, seeded(3));
    expect(again.observations).toEqual(twice.observations);
  });

  test("never changes the report it was given", () => {
    const before = fixture();
    const copy = structuredClone(before);
    redactReport(before, { level: "strict" });
    expect(before).toEqual(copy);
  });
});

describe("what a header may show", () => {
  test.each([
    ["server", "nginx/1.25", "nginx/1.25"],
    ["cf-ray", "8a1b2c3d4e5f6789-FRA", "8a1b2c3d4e5f6789-FRA"],
    ["retry-after", "120", "120"],
    ["via", "1.1 varnish", "1.1 varnish"],
    ["via", "1.1 google, HTTP/1.1 cache-1.corp.lan (squid/5.7)", "1.1 google, HTTP/1.1 ‹local-host› (squid/5.7)"],
    ["via", "not a hop at all!", "‹removed: header›"],
    ["x-cache", "Miss from cloudfront", "Miss from cloudfront"],
    ["x-cache", "HIT", "HIT"],
    ["x-cache", "MISS from proxy.corp.lan:3128", "MISS from ‹local-host›:3128"],
    ["x-cache", "a (b) c", "‹removed: header›"],
    ["www-authenticate", 'Basic realm="Anna"', "Basic"],
    ["www-authenticate", "Own realm=x", "‹removed: token›"],
    ["set-cookie", "id=1", "‹removed: cookie›"],
    ["x-api-key", "abc", "‹removed: token›"],
    ["location", "/login?next=abcdefgh", "/‹path›?‹removed: query›"],
    ["location", "https://other.example/?a=b", "https://‹host›/?‹removed: query›"],
    ["proxy-status", "proxy.corp.lan; error=connection_refused", "‹removed: header›; error=connection_refused"],
    ["proxy-status", "unclear", "‹removed: header›"],
    ["x-served-by", "web-07", "‹removed: header›"],
    ["server", "x".repeat(300), "‹removed: header›"],
    ["server", "", ""],
  ])("%s: %s", (name, value, shown) => {
    expect(header(name, value, "strict")[1]?.replaceAll(/-\d+›/gu, "›")).toBe(shown);
  });

  test("the site's own words stay for its owner and go for strangers", () => {
    expect(header("x-served-by", "web-07", "standard")).toEqual(["x-served-by", "web-07"]);
    expect(header("proxy-status", "edge; error=dns_error", "standard")[1]).toBe("edge; error=dns_error");
    expect(header("x-acme-secret-project", "1", "strict")[0]).toBe("‹removed: header›");
    expect(header("x-acme-secret-project", "1", "standard")).toEqual(["x-acme-secret-project", "‹removed: token›"]);
  });

  test("a kept header that repeats the person's own address is taken out", () => {
    const own = fixture().observations.checks.interfaces?.facts?.interfaces[0]?.addresses[2]?.address ?? "";
    expect(header("server", `for ${own.toUpperCase()}`, "standard")[1]).toBe("‹removed: header›");
  });
});

describe("texts and addresses from the wire", () => {
  test("standard reason phrases stay, others only for the site's owner", () => {
    expect(exchangeAfter({ statusText: "Bad Gateway" }, "strict").statusText).toBe("Bad Gateway");
    expect(exchangeAfter({ statusText: "No Luck" }, "strict").statusText).toBe("‹removed: text›");
    expect(exchangeAfter({ statusText: "No Luck" }, "standard").statusText).toBe("No Luck");
    expect(exchangeAfter({ statusText: "x".repeat(400) }, "standard").statusText).toBe("‹removed: page›");
  });

  test("of a page only the title stays, and only for the site's owner", () => {
    const page = { bodySample: "<html><title>Oops</title>Dear Anna" };
    expect(exchangeAfter(page, "standard").bodySample).toBe("<title>Oops</title>");
    expect(exchangeAfter(page, "strict").bodySample).toBe("‹removed: page›");
    expect(exchangeAfter({ bodySample: "no title, dear Anna" }, "standard").bodySample).toBe("‹removed: page›");
  });

  test.each([
    [
      "https://u:p@[2001:db8::7]:8443/a?b#c",
      "https://‹removed: sign-in›@‹public-address›:8443/‹path›?‹removed: query›",
    ],
    ["https://1.1.1.1/dns-query", "https://‹public-address›/‹path›"],
    ["https://[2606:4700:4700::1111]/", "https://‹public-address›/"],
    ["https://192.168.0.77/", "https://‹private-address›/"],
    ["https://user@evil@shop.example/", "https://‹removed: sign-in›@‹host›/"],
    ["no address", "‹removed: path›"],
    ["/only/a/path", "/‹path›"],
    ["http://localhost:8080/", "http://localhost:8080/"],
  ])("%s", (url, shown) => {
    expect(exchangeAfter({ url }, "strict").url.replaceAll(/-\d+›/gu, "›")).toBe(shown);
  });
});
