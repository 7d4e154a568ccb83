import { expect, test } from "vitest";
import { interfacesCheck } from "../../../../electron/checks/interfaces.ts";
import { ok } from "../../../../shared/lib/result.ts";
import type { NetInterface } from "../../../../shared/model/facts/local-facts.ts";
import { contextFor, notReadable, sayOf } from "./fakes.ts";

const wifi: NetInterface = { name: "wlan0", id: "3", kind: "wifi", up: true, carrier: true, addresses: [] };

function having(...interfaces: readonly NetInterface[]) {
  return { machine: { interfaces: async () => ok(interfaces) } };
}

test("passes with one interface that has a link", async () => {
  expect(await sayOf(interfacesCheck, having(wifi))).toBe("pass: up");
});

test("a link the system does not tell about counts as one", async () => {
  expect(await sayOf(interfacesCheck, having({ ...wifi, carrier: null }))).toBe("pass: up");
});

test("fails when nothing but loopback is up", async () => {
  const loopback: NetInterface = { ...wifi, name: "lo", kind: "loopback" };
  expect(await sayOf(interfacesCheck, having(loopback, { ...wifi, carrier: false }))).toBe("fail: none-up");
  expect(await sayOf(interfacesCheck, having(loopback, { ...wifi, up: false }))).toBe("fail: none-up");
});

test("is not asked for a site on this computer", async () => {
  expect(await sayOf(interfacesCheck, { target: "http://127.0.0.1:8080" })).toBe("skipped: loopback-target");
});

test("a machine that does not tell is unknown, one that cannot is skipped", async () => {
  const unreadable = { machine: { interfaces: notReadable("unexpected-output") } };
  expect(await sayOf(interfacesCheck, unreadable)).toBe("unknown: not-readable");
  const outcome = await interfacesCheck.run(contextFor(unreadable));
  expect(outcome).toMatchObject({ facts: null, error: { code: "not-readable", detail: "unexpected-output: because" } });
  const late = await interfacesCheck.run(contextFor({ machine: { interfaces: notReadable("timed-out") } }));
  expect(late).toMatchObject({ error: { code: "timed-out" } });
  expect(await sayOf(interfacesCheck, { machine: { interfaces: notReadable("not-supported") } })).toBe(
    "skipped: not-supported",
  );
});
