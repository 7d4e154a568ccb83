import { describe, expect, test } from "vitest";
import { dohServer, parseDotEntry, parseServerEntry } from "../../../../electron/checks/support/server-entry.ts";
import { BUILT_IN_REFERENCES } from "../../../../electron/engine/outside-endpoints.ts";
import { parseReferences, systemServersOf } from "../../../../electron/engine/references.ts";
import { NO_REFERENCES } from "../checks/fakes.ts";

describe("a references file", () => {
  test("replaces the list whole: what is missing is empty or null", () => {
    expect(parseReferences("{}")).toEqual({ ok: true, value: NO_REFERENCES });
    expect(parseReferences('\uFEFF{"stableName":"stable.example"}')).toEqual({
      ok: true,
      value: { ...NO_REFERENCES, stableName: "stable.example" },
    });
  });

  test("takes back what the built-in list says", () => {
    expect(parseReferences(JSON.stringify(BUILT_IN_REFERENCES))).toEqual({ ok: true, value: BUILT_IN_REFERENCES });
  });

  test("takes the stand-ins for tests and the practice network", () => {
    const parsed = parseReferences('{"systemResolver":["127.0.0.1:5300"],"router":"127.0.0.1"}');
    expect(parsed).toMatchObject({ ok: true, value: { systemResolver: ["127.0.0.1:5300"], router: "127.0.0.1" } });
  });

  test.each([
    ["", "not-json", ""],
    ["{", "not-json", ""],
    [" ".repeat(1_000_001), "not-json", ""],
    ["[]", "not-an-object", ""],
    ["null", "not-an-object", ""],
    ['"text"', "not-an-object", ""],
    ['{"publicResolver":[]}', "unknown-key", "publicResolver"],
    ['{"egress":[{"host":"1.1.1.1","port":443,"tls":true}]}', "unknown-key", "egress[0].tls"],
    ['{"publicResolvers":{}}', "bad-entry", "publicResolvers"],
    [
      '{"publicResolvers":[{"id":"a","name":"A","udp":["1.1.1.1","nonsense"]}]}',
      "bad-entry",
      "publicResolvers[0].udp[1]",
    ],
    ['{"publicResolvers":[{"id":"a","name":"A","udp":[],"doh":"http://a/"}]}', "bad-entry", "publicResolvers[0].doh"],
    ['{"publicResolvers":[{"id":"a","name":"A","dot":"1.1.1.1:853"}]}', "bad-entry", "publicResolvers[0].dot"],
    ['{"connectivityChecks":[{"url":"https://a/","status":204}]}', "bad-entry", "connectivityChecks[0].url"],
    ['{"connectivityChecks":[{"url":"http://a/","status":999}]}', "bad-entry", "connectivityChecks[0].status"],
    ['{"egress":[{"host":"1.1.1.1","port":0}]}', "bad-entry", "egress[0].port"],
    ['{"egress":[{"host":"a b","port":1}]}', "bad-entry", "egress[0].host"],
    [
      '{"location":[{"server":"1.1.1.1","name":"a","type":"TXT","class":"CH","form":"("}]}',
      "bad-entry",
      "location[0].form",
    ],
    [
      '{"location":[{"server":"1.1.1.1","name":"a","type":"LOC","class":"CH","form":"a"}]}',
      "bad-entry",
      "location[0].type",
    ],
    ['{"interceptProbe":"nowhere"}', "bad-entry", "interceptProbe"],
    ['{"systemResolver":"127.0.0.1"}', "bad-entry", "systemResolver"],
    ['{"vantage":"ftp://a/"}', "bad-entry", "vantage"],
    ['{"dnssec":{"good":"a"}}', "bad-entry", "dnssec.bad"],
  ])("%s is refused: %s at %j", (text, code, where) => {
    expect(parseReferences(text)).toEqual({ ok: false, error: { code, where } });
  });
});

describe("the built-in list", () => {
  const { publicResolvers, connectivityChecks, egress, location } = BUILT_IN_REFERENCES;

  test("names three operators, each in both families, with two encrypted ways", () => {
    expect(publicResolvers.map(({ id }) => id)).toEqual(["cloudflare", "google", "quad9"]);
    for (const resolver of publicResolvers) {
      const families = resolver.udp.map((entry) => parseServerEntry(entry)?.address.includes(":"));
      expect(new Set(families)).toEqual(new Set([true, false]));
      expect(families).not.toContain(undefined);
      expect(parseDotEntry(resolver.dot ?? "")).not.toBeNull();
      // No look-up is needed to get to an encrypted resolver when DNS is broken.
      expect(new URL(resolver.doh ?? "").hostname).toMatch(/^[\d.]+$/);
      expect(dohServer(resolver)).not.toBeNull();
    }
  });

  test("has at least two independent connectivity checks over plain http", () => {
    const operators = new Set(
      connectivityChecks.map(({ url }) => new URL(url).hostname.split(".").slice(-2).join(".")),
    );
    expect(operators.size).toBeGreaterThanOrEqual(2);
    expect(connectivityChecks.every(({ url }) => url.startsWith("http://"))).toBe(true);
  });

  test("reaches out in both families, and stands in for nothing", () => {
    expect(new Set(egress.map(({ host }) => host.includes(":")))).toEqual(new Set([true, false]));
    expect(BUILT_IN_REFERENCES).toMatchObject({ systemResolver: null, router: null, interceptProbe: "192.0.2.1" });
  });

  test.each([
    [0, "FRA", true],
    [0, "ams01", true],
    [0, "dnsmasq-2.90", false],
    [1, "res100.fra.rrdns.pch.net", true],
    [1, "unbound 1.19.0", false],
  ])("location form %i and %s: %s", (index, reply, fits) => {
    expect(new RegExp(`^(?:${location[index]?.form ?? "x"})$`, "i").test(reply)).toBe(fits);
  });
});

test("the servers that stand in for the system's are handed to the probes", () => {
  expect(systemServersOf(NO_REFERENCES)).toBeNull();
  expect(systemServersOf({ ...NO_REFERENCES, systemResolver: ["127.0.0.1:5300", "x"] })).toEqual([
    { transport: "udp", address: "127.0.0.1", port: 5_300 },
  ]);
});
