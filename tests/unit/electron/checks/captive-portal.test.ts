import { expect, test } from "vitest";
import { captivePortalCheck } from "../../../../electron/checks/captive-portal.ts";
import type { Probes } from "../../../../electron/probes/probes.ts";
import type { HttpExchange } from "../../../../shared/model/facts/http-facts.ts";
import { answering, contextFor, factsOf, lookupSeen, sayOf } from "./fakes.ts";

const one = "http://198.51.100.1/generate_204";
const two = "http://198.51.100.2/success.txt";
const nowhere = "http://192.0.2.1/";
const references = {
  connectivityChecks: [
    { url: one, status: 204 },
    { url: two, status: 200, body: "success" },
  ],
  interceptProbe: "192.0.2.1",
};

const silent = { outcome: "connect-timeout" } as const;
const login = { status: 302, headers: [["location", "http://10.0.0.1/login"]] } as const;

function saying(
  first: Partial<HttpExchange>,
  second: Partial<HttpExchange>,
  unroutable: Partial<HttpExchange>,
): Partial<Probes> {
  return { httpRequest: answering({ [one]: first, [two]: second, [nowhere]: unroutable }) };
}

const fine1 = { status: 204, bodySample: "" };
const fine2 = { status: 200, bodySample: "success\n" };

test.each([
  ["pass: none", { references, probes: saying(fine1, fine2, silent) }],
  ["pass: none", { references, probes: saying(fine1, silent, silent) }],
  ["fail: portal", { references, probes: saying(login, login, silent) }],
  ["fail: portal", { references, probes: saying(login, silent, login) }],
  ["fail: portal", { references, probes: saying({ status: 511 }, { status: 200, bodySample: "Sign in" }, silent) }],
  ["warn: one-odd", { references, probes: saying(login, fine2, silent) }],
  ["warn: one-odd", { references, probes: saying(fine1, fine2, { status: 200 }) }],
  ["unknown: no-reply", { references, probes: saying(silent, { status: 503 }, silent) }],
  ["skipped: not-configured", {}],
  ["skipped: private-mode", { references, privateMode: true }],
  ["skipped: loopback-target", { references, target: "http://127.0.0.1" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(captivePortalCheck, parts)).toBe(expected);
});

test("offers the sign-in page", async () => {
  const facts = factsOf(await captivePortalCheck.run(contextFor({ references, probes: saying(login, login, silent) })));
  expect(facts).toMatchObject({ loginUrl: "http://10.0.0.1/login", unroutableAnswered: false });
});

test("a location that is no web page is not offered", async () => {
  const odd = { status: 302, headers: [["location", "javascript:alert(1)"]] } as const;
  const facts = factsOf(await captivePortalCheck.run(contextFor({ references, probes: saying(odd, odd, silent) })));
  expect(facts.loginUrl).toBeNull();
});

test("names every place, and tells not asked from not answered", async () => {
  const context = contextFor({
    references: { ...references, interceptProbe: null },
    probes: saying(fine1, fine2, silent),
  });
  const facts = factsOf(await captivePortalCheck.run(context));
  expect(facts.unroutableAnswered).toBeNull();
  expect(context.endpoints).toEqual([one, two]);
  const stopped = contextFor({ references, probes: saying(fine1, fine2, { outcome: "cancelled" }) });
  expect(factsOf(await captivePortalCheck.run(stopped)).unroutableAnswered).toBeNull();
});

test("a page whose name cannot be found failed, which is no interception", async () => {
  const context = contextFor({
    references: { connectivityChecks: [{ url: "http://gone.example/", status: 204 }], interceptProbe: null },
    probes: { systemLookup: async (name) => lookupSeen(name, []) },
  });
  expect(factsOf(await captivePortalCheck.run(context)).probes[0]?.outcome).toBe("failed");
});
