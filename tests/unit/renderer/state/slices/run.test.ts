import { describe, expect, it } from "vitest";
import { afterEvent, newRun, type Run } from "../../../../../renderer/state/slices/run.ts";
import { TARGET } from "../../../../window/fake-main.ts";
import { checkup, pathTo, result } from "../../../../window/samples.ts";

const start = (): Run =>
  newRun({ kind: "address", input: "shop.example", privateMode: false, askVantage: false, answers: {} }, "a", TARGET);
const tcp = result("tcp", "pass", { connects: [] });

describe("afterEvent", () => {
  it("keeps the room for every planned check from the first event on", () => {
    const run = afterEvent(start(), { kind: "started", id: "a", planned: ["interfaces", "tcp"] });
    expect(run.planned).toEqual(["interfaces", "tcp"]);
  });

  it("ignores the events of another check-up", () => {
    const run = start();
    expect(afterEvent(run, { kind: "check-ended", id: "b", result: tcp })).toBe(run);
    expect(afterEvent(run, { kind: "ended", id: "b", checkup: checkup("healthy") })).toBe(run);
  });

  it("does not let a check run again that has already ended", () => {
    const ended = afterEvent(start(), { kind: "check-ended", id: "a", result: tcp });
    const run = afterEvent(ended, { kind: "check-started", id: "a", checkId: "tcp", atMs: 5 });
    expect(run.running).toEqual([]);
    expect(run.results.tcp).toBe(tcp);
  });

  it("puts the plan first when it arrives after the checks it plans", () => {
    const early = afterEvent(start(), { kind: "check-started", id: "a", checkId: "tcp", atMs: 0 });
    const run = afterEvent(early, { kind: "started", id: "a", planned: ["interfaces", "tcp"] });
    expect(run.planned).toEqual(["interfaces", "tcp"]);
    expect(run.running).toEqual(["tcp"]);
  });

  it("does not take a skipped check for news", () => {
    const run = afterEvent(start(), { kind: "check-ended", id: "a", result: result("tls", "skipped", null) });
    expect(run.latest).toBeNull();
    expect(afterEvent(run, { kind: "check-ended", id: "a", result: tcp }).latest).toBe("tcp");
  });

  it("changes nothing after the end, not even for a path that comes late", () => {
    const ended = afterEvent(start(), { kind: "ended", id: "a", checkup: checkup("healthy") });
    expect(afterEvent(ended, { kind: "path", id: "a", path: pathTo("device") })).toBe(ended);
    expect(ended.running).toEqual([]);
    expect(ended.path).toEqual(pathTo(null));
  });
});
