import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { createMachineActions, ownDnsChange } from "../../../../electron/repairs/create-machine-actions.ts";
import type { DnsDesk } from "../../../../electron/repairs/dns/desk.ts";
import { targetOf } from "../checks/fakes.ts";

const folder = mkdtempSync(join(tmpdir(), "gg-machine-actions-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the repairs of the machine we run on are there, each once, and what only shows the way needs nothing", async () => {
  const opened: string[] = [];
  const actions = await createMachineActions({
    dataFolder: folder,
    appVersion: "1.0.0",
    openExternal: async (url) => {
      opened.push(url);
      return true;
    },
    plainPage: "http://check.example/",
  });
  const ids = actions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(["proxy-off", "set-clock", "restart-network", "portal-login"]));
  const { signal } = new AbortController();
  const context = { target: targetOf("www.example.com"), checkup: null };
  const portal = actions.find(({ id }) => id === "portal-login");
  const offer = await portal?.offer(context, signal);
  expect(await portal?.apply(context, offer?.choices[0]?.id ?? "", signal)).toEqual({ kind: "opened" });
  expect(opened).toEqual(["http://check.example/"]);
  const browser = await actions.find(({ id }) => id === "mend-browser")?.offer(context, signal);
  expect(browser?.choices.length).toBeGreaterThan(2);
});

test("a switch of DNS stands until it is undone, and a lock that is held is no release", async () => {
  const desk = (state: string): DnsDesk =>
    ({
      journal: { list: () => ({ changes: [{ id: "1", state }], damaged: 0 }) },
      lock: async () => null,
    }) as unknown as DnsDesk;
  const { signal } = new AbortController();
  const kept = ownDnsChange(desk("committed"));
  expect([kept.stands(), await kept.release(signal)]).toEqual([true, false]);
  const gone = ownDnsChange(desk("undone"));
  expect([gone.stands(), await gone.release(signal)]).toEqual([false, true]);
});
