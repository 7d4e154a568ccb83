import { expect, it } from "vitest";
import { ownSites } from "../../../../../electron/report/kept/own-sites.ts";
import type { HistoryEntry } from "../../../../../electron/storage/history/entry.ts";

const entry = (host: string): HistoryEntry => ({
  id: host,
  startedAt: "2026-03-02T09:14:00.000Z",
  url: `https://${host}/`,
  host,
  verdict: "healthy",
  faultSide: "none",
  confidence: "high",
  values: {},
  rules: 1,
  note: "",
  bytes: 1,
});
const sitesOf = (...hosts: readonly string[]) => ownSites({ list: () => hosts.map(entry) });

it("names the sites that were checked, newest first and each once", () => {
  expect(sitesOf("b.example", "A.example", "b.example.", "a.example")).toEqual(["b.example", "a.example"]);
});

it("keeps names of a home or company, addresses and made-up names to itself", () => {
  expect(sitesOf("nas.local", "printer", "192.0.2.1", "2001:db8::1", "wiki.corp", "gg-abcdefghijkl.example")).toEqual(
    [],
  );
});

it("stays within what a comparison asks about, and is empty without a history", () => {
  expect(sitesOf(...Array.from({ length: 30 }, (_, number) => `s${number}.example`))).toHaveLength(12);
  expect(sitesOf()).toEqual([]);
});
