import { expect, test } from "vitest";
import { defaultRouteCheck } from "../../../../electron/checks/default-route.ts";
import { ok } from "../../../../shared/lib/result.ts";
import { notReadable, sayOf } from "./fakes.ts";

const route = { family: "v4", gateway: "192.168.1.1", interfaceName: "eth0", metric: 1, tunnel: false } as const;

test.each([
  ["pass: via", { machine: { defaultRoutes: async () => ok([route, { ...route, family: "v6" as const }]) } }],
  ["pass: via", { machine: { defaultRoutes: async () => ok([{ ...route, gateway: null }]) } }],
  ["pass: tunnel", { machine: { defaultRoutes: async () => ok([route, { ...route, tunnel: true }]) } }],
  ["fail: none", { machine: { defaultRoutes: async () => ok([]) } }],
  ["unknown: not-readable", { machine: { defaultRoutes: notReadable("no-tool") } }],
  ["skipped: loopback-target", { target: "http://[::1]:80" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(defaultRouteCheck, parts)).toBe(expected);
});
