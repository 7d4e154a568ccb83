import { expect, it, vi } from "vitest";
import { createDesk, type RunningCheckup } from "../../../../electron/ipc/desk.ts";
import { fail, ok } from "../../../../shared/lib/result.ts";
import type { Checkup } from "../../../../shared/model/checkup.ts";
import { TARGET } from "../../../contract/fake-handlers.ts";

interface FakeRun extends RunningCheckup {
  readonly cancelled: () => number;
  end(): Promise<void>;
  breakDown(): Promise<void>;
}

function fakeRun(id: string): FakeRun {
  let cancelled = 0;
  const settle: { resolve?: (value: Checkup) => void; reject?: (error: Error) => void } = {};
  const done = new Promise<Checkup>((resolve, reject) => Object.assign(settle, { resolve, reject }));
  const settled = async (): Promise<void> => {
    await done.catch(() => undefined);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  };
  return {
    id,
    target: TARGET,
    done,
    cancel: () => (cancelled += 1),
    cancelled: () => cancelled,
    end: async () => {
      settle.resolve?.({} as Checkup);
      await settled();
    },
    breakDown: async () => {
      settle.reject?.(new Error("broken"));
      await settled();
    },
  };
}

it("runs one check-up at a time and is free again when it has ended", async () => {
  const desk = createDesk(vi.fn());
  const first = fakeRun("one");
  expect(await desk.start(async () => ok(first))).toEqual(ok({ id: "one", target: TARGET }));
  expect(await desk.start(async () => ok(fakeRun("two")))).toEqual(fail("busy"));
  await first.end();
  expect(await desk.start(async () => ok(fakeRun("three")))).toMatchObject({ ok: true });
});

it("is busy while a check-up is still being prepared", async () => {
  const desk = createDesk(vi.fn());
  let release: (() => void) | undefined;
  const starting = desk.start(async () => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return ok(fakeRun("one"));
  });
  expect(await desk.start(async () => ok(fakeRun("two")))).toEqual(fail("busy"));
  release?.();
  expect(await starting).toMatchObject({ ok: true });
});

it("is free again after a start that was refused or broke", async () => {
  const desk = createDesk(vi.fn());
  expect(await desk.start(async () => fail("not-found"))).toEqual(fail("not-found"));
  await expect(
    desk.start(async () => {
      throw new Error("no engine");
    }),
  ).rejects.toThrow("no engine");
  expect(await desk.start(async () => ok(fakeRun("one")))).toMatchObject({ ok: true });
});

it("cancels only the check-up that is running", async () => {
  const desk = createDesk(vi.fn());
  const run = fakeRun("one");
  expect(desk.cancel("one")).toBe(false);
  await desk.start(async () => ok(run));
  expect(desk.cancel("other")).toBe(false);
  expect(desk.cancel("one")).toBe(true);
  expect(run.cancelled()).toBe(1);
  await run.end();
  expect(desk.cancel("one")).toBe(false);
});

it("stops a check-up nobody waits for any more, also one that was only starting", async () => {
  const desk = createDesk(vi.fn());
  const run = fakeRun("one");
  await desk.start(async () => ok(run));
  desk.cancelAny();
  expect(run.cancelled()).toBe(1);
  await run.end();
  const late = fakeRun("two");
  await desk.start(async () => {
    desk.cancelAny();
    return ok(late);
  });
  expect(late.cancelled()).toBe(1);
});

it("reports a check-up that breaks its own rules and is free again", async () => {
  const report = vi.fn();
  const desk = createDesk(report);
  const run = fakeRun("one");
  await desk.start(async () => ok(run));
  await run.breakDown();
  expect(report).toHaveBeenCalledWith(new Error("broken"));
  expect(await desk.start(async () => ok(fakeRun("two")))).toMatchObject({ ok: true });
});
