import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { startLiveCheckup } from "../../../../electron/engine/live-checkup.ts";
import { NO_REFERENCES, targetOf } from "../checks/fakes.ts";

test("checks a site on this computer with the real probes and this machine's settings", async () => {
  const server = createServer((_request, response) => response.end("<!doctype html><title>Hello</title><p>Hello"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const kinds = new Set<string>();
    const { done, id } = startLiveCheckup({
      target: targetOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
      references: NO_REFERENCES,
      privateMode: true,
      askVantage: false,
      answers: {},
      timeoutMs: null,
      onEvent: ({ kind }) => kinds.add(kind),
    });
    const checkup = await done;
    expect(checkup.id).toBe(id);
    expect(checkup.judgement.verdict.code).toBe("healthy");
    expect(kinds).toEqual(new Set(["started", "check-started", "check-ended", "path", "ended"]));
    // Loopback goes round every proxy, so the settings were read and none applies.
    expect(checkup.observations.checks.proxy?.facts?.applies ?? null).toBeNull();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}, 20_000);

test("a time allowed is kept to", async () => {
  const { done } = startLiveCheckup({
    target: targetOf("http://127.0.0.1:8099/"),
    references: NO_REFERENCES,
    privateMode: true,
    askVantage: false,
    answers: {},
    timeoutMs: 500,
    onEvent: () => undefined,
  });
  expect((await done).observations.stopped).toBe("hard-stop");
}, 20_000);
