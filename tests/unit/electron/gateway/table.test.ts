import { describe, expect, it } from "vitest";
import type { Condition } from "../../../../electron/gateway/conditions.ts";
import { describeSignature } from "./describe-signature.ts";
import { plainText } from "../../../../electron/gateway/page-view.ts";
import { SIGNATURES } from "../../../../electron/gateway/table.ts";
import { POSITIVES } from "./samples.ts";

const PROXY_HOPS = ["local-proxy", "antivirus", "corporate-proxy"];

function wordsOf(condition: Condition): readonly string[] {
  switch (condition.on) {
    case "either":
    case "both":
      return condition.of.flatMap(wordsOf);
    case "body-has":
    case "body-is":
    case "body-starts":
    case "title-has":
      return condition.any;
    case "body-near":
      return [condition.first, condition.next];
    default:
      return [];
  }
}

function headerWordsOf(condition: Condition): readonly string[] {
  switch (condition.on) {
    case "either":
    case "both":
      return condition.of.flatMap(headerWordsOf);
    case "header-present":
    case "header-absent":
      return condition.names;
    case "header-starts":
    case "header-has":
      return [condition.name, ...condition.any];
    case "status-text":
      return condition.any;
    default:
      return [];
  }
}

function sidesOf(wanted: string): ReadonlySet<string> {
  return new Set(SIGNATURES.filter(({ hop }) => hop === wanted).map(({ side }) => side));
}

describe("the table of signatures", () => {
  it("has every id once", () => {
    const ids = SIGNATURES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it("has no signature that others hide: each one wins for at least one sample", () => {
    const won = new Set(POSITIVES.map((sample) => sample.expect));
    expect(SIGNATURES.map(({ id }) => id).filter((id) => !won.has(id))).toEqual([]);
  });

  it("puts a proxy's hop on the proxy's side and nothing else there", () => {
    for (const { id, hop, side } of SIGNATURES) expect([id, side === "proxy"]).toEqual([id, PROXY_HOPS.includes(hop)]);
  });

  it("has sides that fit their hops", () => {
    expect([...sidesOf("captive-portal")]).toEqual(["local-network"]);
    expect([...sidesOf("isp")]).toEqual(["provider"]);
    for (const { side } of SIGNATURES) expect(["none", "unknown", "browser", "resolver"]).not.toContain(side);
  });

  it("writes body words in the plain form that pages are brought to, or they could never be found", () => {
    for (const { id, all, none, signs } of SIGNATURES) {
      for (const word of [...all, ...none, ...signs].flatMap(wordsOf)) {
        expect([id, plainText(word)]).toEqual([id, word.trim()]);
        expect([id, /^ [<>]|[<>] $/.test(word)]).toEqual([id, false]);
      }
    }
  });

  it("writes header names and words in lower case", () => {
    for (const { id, all, none, signs } of SIGNATURES) {
      for (const word of [...all, ...none, ...signs].flatMap(headerWordsOf)) {
        expect([id, word]).toEqual([id, word.toLowerCase()]);
      }
    }
  });

  it("never makes a signature without conditions match any status", () => {
    for (const { id, all, statuses } of SIGNATURES) expect([id, all.length + statuses.length > 0]).toEqual([id, true]);
  });

  it("explains each signature in a sentence of its own", () => {
    for (const { id, meaning } of SIGNATURES) expect([id, /^[A-Za-z].{20,}\.$/.test(meaning)]).toEqual([id, true]);
  });

  it("describes known ids and no others", () => {
    expect(describeSignature("nginx-502")).toMatchObject({
      vendor: "nginx",
      hop: "reverse-proxy",
      kind: "backend-unusable",
    });
    expect(describeSignature("of-another-version")).toBeNull();
    expect(describeSignature("toString")).toBeNull();
  });
});
