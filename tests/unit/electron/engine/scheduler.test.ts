import { describe, expect, test } from "vitest";
import type { CheckContext, CheckOutcome } from "../../../../electron/checks/check.ts";
import { type AnyCheck, type Run, type RunEnd, runChecks } from "../../../../electron/engine/scheduler.ts";
import type { CheckId } from "../../../../shared/model/check-id.ts";
import type { CheckResults } from "../../../../shared/model/check.ts";
import { contextFor } from "../checks/fakes.ts";

const fine = { status: "pass", summary: { key: "check.proxy.none", values: {} }, facts: null } as const;

function check(id: CheckId, run: (context: CheckContext) => Promise<unknown>, over: Partial<AnyCheck> = {}): AnyCheck {
  return {
    id,
    needs: [],
    limitMs: 5_000,
    run: async (context: CheckContext) => ((await run(context)) ?? fine) as CheckOutcome<CheckId>,
    ...over,
  } as AnyCheck;
}

interface Log {
  readonly started: CheckId[];
  readonly ended: CheckId[];
}

function go(checks: readonly AnyCheck[], over: Partial<Run> = {}): Promise<RunEnd> & { readonly log: Log } {
  const log: Log = { started: [], ended: [] };
  const done = runChecks({
    checks,
    context: contextFor(),
    hardStopMs: 8_000,
    cancel: new AbortController().signal,
    enough: () => false,
    onStart: (id) => log.started.push(id),
    onEnd: (result) => log.ended.push(result.id),
    ...over,
  });
  return Object.assign(done, { log });
}

const never = () => new Promise<void>(() => undefined);

/** Resolves when told. */
function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  const control = new AbortController();
  const opened = new Promise<void>((resolve) => control.signal.addEventListener("abort", () => resolve()));
  return { open: () => control.abort(), opened };
}

describe("order", () => {
  test("what is independent starts at once; a check starts when all it needs have ended, however they ended", async () => {
    const run = go([
      check("tcp", async () => undefined, { needs: ["dns-system", "dns-public"] }),
      check("dns-system", async () => {
        throw new Error("broken");
      }),
      check("dns-public", async () => ({ status: "skipped", reason: "private-mode" })),
    ]);
    const { results, stopped } = await run;
    expect(run.log.started).toEqual(["dns-system", "dns-public", "tcp"]);
    expect(stopped).toBe("no");
    expect(results.tcp?.status).toBe("pass");
  });

  test("a check sees the results of those it needs", async () => {
    let seen: CheckResults = {};
    await go([
      check("dns-system", async () => undefined),
      check("tcp", async ({ results }) => void (seen = results), { needs: ["dns-system"] }),
    ]);
    expect(seen["dns-system"]?.status).toBe("pass");
  });

  test("needs that are not in the plan are not waited for", async () => {
    const { results } = await go([check("tls", async () => undefined, { needs: ["tcp"] })]);
    expect(results.tls?.status).toBe("pass");
  });

  test("an early start does not wait for a slow one", async () => {
    const slow = gate();
    const run = go([
      check("dns-system", () => slow.opened),
      check("tcp", async () => slow.open(), {
        needs: ["dns-system"],
        early: { atMs: [30], when: (_results, elapsedMs) => elapsedMs >= 20 },
      }),
    ]);
    // Would hang until the hard stop if tcp waited: it is tcp that lets dns-system end.
    const { results } = await run;
    expect(results["dns-system"]?.status).toBe("pass");
    expect(run.log.started).toEqual(["dns-system", "tcp"]);
  });
});

describe("faults of ours", () => {
  test("a crash becomes a result with the detail scrubbed, and ends nothing else", async () => {
    const { results } = await go([
      check("tcp", async () => {
        throw new TypeError("no such file: /home/somebody/secret/report.json\n at https://me:pw@example.com/");
      }),
      check("tls", async () => undefined),
    ]);
    expect(results.tcp).toMatchObject({
      status: "unknown",
      facts: null,
      summary: { key: "check.failed.crashed" },
      error: { code: "crashed", detail: "TypeError: no such file: report.json at https://example.com/" },
    });
    expect(results.tls?.status).toBe("pass");
  });

  test("a crash before the first await is caught too", async () => {
    const crashing = {
      ...check("tcp", async () => undefined),
      run: () => {
        throw new Error("at once");
      },
    } as AnyCheck;
    expect((await go([crashing])).results.tcp?.error?.code).toBe("crashed");
  });

  test("a check that hangs is given up at its own limit", async () => {
    const { results, stopped } = await go([check("tcp", never, { limitMs: 50 })]);
    expect(results.tcp).toMatchObject({ status: "unknown", error: { code: "timed-out" } });
    expect(stopped).toBe("no");
  });

  test("at its limit a check may hand in what it has", async () => {
    const partial = check(
      "tcp",
      ({ signal }) =>
        new Promise((resolve) => signal.addEventListener("abort", () => resolve({ ...fine, status: "warn" }))),
      { limitMs: 50 },
    );
    expect((await go([partial])).results.tcp?.status).toBe("warn");
  });

  test("a check that throws because it was stopped is not called a crash", async () => {
    const throwing = check(
      "tcp",
      ({ signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("stopped")))),
      { limitMs: 50 },
    );
    expect((await go([throwing])).results.tcp?.error?.code).toBe("cancelled");
  });

  test("a result that comes after its check was given up is ignored", async () => {
    const late = gate();
    const run = go([
      check(
        "tcp",
        async () => {
          await late.opened;
          return { ...fine, status: "fail" };
        },
        { limitMs: 30 },
      ),
      check("tls", async () => late.open(), { needs: ["tcp"] }),
    ]);
    const { results } = await run;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(results.tcp?.status).toBe("unknown");
    expect(run.log.ended).toEqual(["tcp", "tls"]);
  });
});

describe("the end", () => {
  test("the hard stop ends everything: what ran timed out, what waited had no time", async () => {
    const { results, stopped } = await go(
      [
        check("tcp", never),
        check("tls", async () => undefined, { needs: ["tcp"] }),
        check("proxy", async () => undefined),
      ],
      { hardStopMs: 400 },
    );
    expect(stopped).toBe("hard-stop");
    expect(results.tcp).toMatchObject({ status: "unknown", error: { code: "timed-out" } });
    expect(results.tls).toMatchObject({ status: "skipped", skipped: "no-time", durationMs: 0 });
    expect(results.proxy?.status).toBe("pass");
  });

  test("before the hard stop checks are told and may hand in what they saw", async () => {
    const { results } = await go(
      [check("tcp", ({ signal }) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(fine))))],
      { hardStopMs: 400 },
    );
    expect(results.tcp?.status).toBe("pass");
  });

  test("a cancel ends it any time and starts nothing more", async () => {
    const stop = new AbortController();
    const run = go(
      [
        check("tcp", async () => {
          stop.abort();
          await never();
        }),
        check("tls", async () => undefined, { needs: ["tcp"] }),
      ],
      { cancel: stop.signal },
    );
    const { results, stopped } = await run;
    expect(stopped).toBe("cancelled");
    expect(results.tcp?.error?.code).toBe("cancelled");
    expect(results.tls?.skipped).toBe("cancelled");
    expect(run.log.started).toEqual(["tcp"]);
  });

  test("cancelled before it began it asks nothing", async () => {
    const run = go([check("tcp", async () => undefined)], { cancel: AbortSignal.abort() });
    expect((await run).results.tcp?.skipped).toBe("cancelled");
    expect(run.log.started).toEqual([]);
  });

  test("when there is enough it does not wait for the rest", async () => {
    const run = go(
      [
        check("path-quality", never),
        check("vantage", async () => undefined, { needs: ["path-quality"] }),
        check("http", async () => undefined),
      ],
      { enough: (results) => results.http !== undefined },
    );
    const { results, stopped } = await run;
    expect(stopped).toBe("no");
    expect(results["path-quality"]).toMatchObject({ status: "skipped", skipped: "not-needed" });
    expect(results.vantage).toMatchObject({ status: "skipped", skipped: "not-needed" });
  });

  test("every check has exactly one result and one end", async () => {
    const ids = ["tcp", "tls", "http", "repeat"] as const;
    const run = go(
      ids.map((id, index) =>
        check(id, index === 0 ? never : async () => undefined, index === 3 ? { needs: ["tcp"] } : {}),
      ),
      {
        hardStopMs: 400,
      },
    );
    const { results } = await run;
    expect(Object.keys(results).toSorted()).toEqual([...ids].toSorted());
    expect(run.log.ended.toSorted()).toEqual([...ids].toSorted());
  });

  test("an empty plan ends at once", async () => {
    expect(await go([])).toEqual({ results: {}, stopped: "no" });
  });
});

test("a check knows how much time is left", async () => {
  let left = Number.POSITIVE_INFINITY;
  await go([check("tcp", async ({ timeLeftMs }) => void (left = timeLeftMs()))], { hardStopMs: 3_000 });
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(3_000);
});
