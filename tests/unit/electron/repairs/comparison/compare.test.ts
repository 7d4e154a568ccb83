import { describe, expect, it } from "vitest";
import { compare } from "../../../../../electron/repairs/comparison/compare.ts";
import type { Battery, ComparisonOutcome, Sample } from "../../../../../shared/model/comparison.ts";

const works = (lookupMs = 10): Sample => ({ level: "works", lookupMs, seen: "http-200", address: "192.0.2.1" });
const fails: Sample = { level: "fails", lookupMs: null, seen: "temporary-failure", address: null };
const unknown: Sample = { level: "unknown", lookupMs: null, seen: "not-looked", address: null };
const pair = (target: Sample, control: Sample): Battery => ({ target, control });

describe("a comparison", () => {
  it.each<[string, Battery, Battery[], ComparisonOutcome, boolean | null]>([
    [
      "a cure in two rounds with the control still broken is fixed",
      pair(fails, fails),
      [pair(works(), fails), pair(works(), fails)],
      "fixed",
      true,
    ],
    [
      "a cure with a control that worked all along is fixed",
      pair(fails, works()),
      [pair(works(), works()), pair(works(), works())],
      "fixed",
      true,
    ],
    ["one good round proves nothing", pair(fails, fails), [pair(works(), fails)], "unknown", true],
    [
      "a good round and a bad one is no cure",
      pair(fails, fails),
      [pair(works(), fails), pair(fails, fails)],
      "unchanged",
      false,
    ],
    [
      "a control that recovers takes the credit away",
      pair(fails, fails),
      [pair(works(), works()), pair(works(), works())],
      "recovered-by-itself",
      true,
    ],
    [
      "a control that recovers in the second round takes it away too",
      pair(fails, fails),
      [pair(works(), fails), pair(works(), works())],
      "recovered-by-itself",
      true,
    ],
    [
      "a cure without a control is not claimed",
      pair(fails, unknown),
      [pair(works(), unknown), pair(works(), unknown)],
      "unknown",
      true,
    ],
    [
      "a control that broke meanwhile proves nothing",
      pair(fails, works()),
      [pair(works(), fails), pair(works(), fails)],
      "unknown",
      true,
    ],
    ["still broken is unchanged", pair(fails, fails), [pair(fails, unknown)], "unchanged", false],
    ["broken by the repair is worse", pair(works(), works()), [pair(fails, works())], "worse", false],
    [
      "broken together with the control is nobody's doing",
      pair(works(), works()),
      [pair(fails, fails)],
      "unknown",
      false,
    ],
    [
      "much quicker look-ups are an improvement",
      pair(works(5_000), works(4_000)),
      [pair(works(20), works(4_000)), pair(works(30), works(4_100))],
      "improved",
      true,
    ],
    [
      "quicker look-ups everywhere are not ours",
      pair(works(5_000), works(5_000)),
      [pair(works(20), works(20)), pair(works(20), works(20))],
      "recovered-by-itself",
      true,
    ],
    [
      "a little quicker is the same",
      pair(works(300), works(10)),
      [pair(works(150), works(10)), pair(works(150), works(10))],
      "unchanged",
      true,
    ],
    ["much slower look-ups are worse", pair(works(20), works(10)), [pair(works(900), works(10))], "worse", true],
    [
      "what was not measured before cannot be compared",
      pair(unknown, unknown),
      [pair(works(), works()), pair(works(), works())],
      "unknown",
      true,
    ],
    ["what was not measured after is not known", pair(fails, fails), [pair(unknown, unknown)], "unknown", null],
    ["no look afterwards says nothing", pair(fails, fails), [], "unknown", null],
  ])("%s", (_name, before, after, outcome, worksNow) => {
    expect(compare(before, after)).toEqual({ outcome, worksNow, before, after });
  });
});
