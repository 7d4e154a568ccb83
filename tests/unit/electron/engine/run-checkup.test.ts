import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type CheckupRequest, runCheckup } from "../../../../electron/engine/run-checkup.ts";
import type { AnyCheck } from "../../../../electron/engine/scheduler.ts";
import { createProbes } from "../../../../electron/probes/create-probes.ts";
import { CHECK_IDS } from "../../../../shared/model/check-id.ts";
import type { Checkup, CheckupEvent } from "../../../../shared/model/checkup.ts";
import { fakeMachine, fakeProbes, NO_REFERENCES, targetOf } from "../checks/fakes.ts";

const open: (Server | TcpServer)[] = [];

afterEach(async () => {
  await Promise.all(
    open.splice(0).map((server) => {
      if ("closeAllConnections" in server) server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    }),
  );
});

async function listening(server: Server | TcpServer): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const serving = (listener: RequestListener): Promise<number> => listening(createHttpServer(listener));

/** A port where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createTcpServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  open.splice(open.indexOf(server), 1);
  return port;
}

function requestFor(target: string, over: Partial<CheckupRequest> = {}): CheckupRequest {
  return {
    target: targetOf(target),
    references: NO_REFERENCES,
    privateMode: false,
    askVantage: false,
    answers: {},
    machine: fakeMachine(),
    probes: createProbes({}),
    ...over,
  };
}

async function check(target: string, over: Partial<CheckupRequest> = {}): Promise<Checkup> {
  return runCheckup(requestFor(target, over)).done;
}

const code = ({ judgement }: Checkup): string => judgement.verdict.code;

describe("whose fault, with real sockets on loopback", () => {
  test("a healthy site is healthy after three answers", async () => {
    const port = await serving((_request, response) => response.end("<!doctype html><title>Hello</title><p>Hello"));
    const checkup = await check(`http://127.0.0.1:${port}/`);
    expect(code(checkup)).toBe("healthy");
    expect(checkup.requestsToSite).toBe(3);
    expect(checkup.outsideEndpoints).toEqual([]);
    expect(checkup.observations.stopped).toBe("no");
  }, 20_000);

  test("a gateway whose backend is dead is a gateway error, seen several times", async () => {
    const page =
      "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    const port = await serving((_request, response) => response.writeHead(502, { server: "nginx" }).end(page));
    const checkup = await check(`http://127.0.0.1:${port}/shop`);
    expect(code(checkup)).toBe("gateway-error");
    expect(checkup.judgement.verdict.httpStatus).toBe(502);
    expect(checkup.requestsToSite).toBeGreaterThanOrEqual(3);
    expect(checkup.requestsToSite).toBeLessThanOrEqual(7);
  }, 20_000);

  test("a closed port is refused", async () => {
    expect(code(await check(`http://127.0.0.1:${await closedPort()}/`))).toBe("site-refused");
  }, 20_000);

  test("a server that says nothing does not hold up the verdict beyond the time allowed", async () => {
    const sockets = new Set<{ destroy(): void }>();
    const port = await listening(createTcpServer((socket) => void sockets.add(socket)));
    const checkup = await check(`http://127.0.0.1:${port}/`, { timeoutMs: 2_500 });
    for (const socket of sockets) socket.destroy();
    expect(checkup.observations.checks.tcp?.status).toBe("pass");
    expect(checkup.observations.checks.http?.facts?.chain[0]?.outcome).toMatch(/headers-timeout|cancelled/);
    expect(code(checkup)).not.toBe("healthy");
    expect(checkup.durationMs).toBeLessThan(8_000);
  }, 20_000);

  test("a circle of redirects is named, and not walked again", async () => {
    const port = await serving((request, response) =>
      response.writeHead(302, { location: request.url === "/a" ? "/b" : "/a" }).end(),
    );
    const checkup = await check(`http://127.0.0.1:${port}/a`);
    expect(code(checkup)).toBe("redirect-loop");
    expect(checkup.observations.checks.repeat?.status).toBe("skipped");
    expect(checkup.requestsToSite).toBe(2);
  }, 20_000);

  test("a site that asks for a pause gets it", async () => {
    let requests = 0;
    const port = await serving((_request, response) => {
      requests += 1;
      response.writeHead(429, { "retry-after": "120" }).end("Too many requests");
    });
    const checkup = await check(`http://127.0.0.1:${port}/`);
    expect(code(checkup)).toBe("rate-limited");
    expect(checkup.judgement.verdict.retryAfterSeconds).toBe(120);
    expect(requests).toBe(1);
  }, 20_000);

  test("an address without a scheme is found by http", async () => {
    const port = await serving((_request, response) => response.end("<!doctype html><title>Hello</title><p>Hello"));
    const checkup = await check(`127.0.0.1:${port}`);
    expect(checkup.observations.checks.http?.facts?.fellBackToHttp).toBe(true);
    expect(code(checkup)).toBe("healthy");
  }, 20_000);
});

describe("what is told while it runs", () => {
  test("everything starts with the plan and ends with the check-up, each check once", async () => {
    const port = await serving((_request, response) => response.end("hello"));
    const events: CheckupEvent[] = [];
    const running = runCheckup(
      requestFor(`http://127.0.0.1:${port}/`, { onEvent: (event) => void events.push(event) }),
    );
    // Nothing is told before the caller has the id.
    expect(events).toEqual([]);
    const checkup = await running.done;
    expect(events[0]).toEqual({ kind: "started", id: running.id, planned: expect.arrayContaining([...CHECK_IDS]) });
    expect(events.at(-1)).toEqual({ kind: "ended", id: running.id, checkup });
    const ended = events.flatMap((event) => (event.kind === "check-ended" ? [event.result.id] : []));
    expect(ended.toSorted()).toEqual([...CHECK_IDS].toSorted());
    const paths = events.flatMap((event) => (event.kind === "path" ? [JSON.stringify(event.path)] : []));
    expect(paths.at(-1)).toBe(JSON.stringify(checkup.judgement.path));
    expect(events.every(({ id }) => id === running.id)).toBe(true);
    expect(running.id).toMatch(/^[a-z2-9]{16}$/);
  }, 20_000);

  test("a listener that fails does not end the check-up", async () => {
    const warned = new Promise((resolve) => process.once("warning", resolve));
    const checkup = await check(`http://127.0.0.1:${await closedPort()}/`, {
      onEvent: ({ kind }) => {
        if (kind === "started") throw new Error("listener at fault");
      },
    });
    expect(code(checkup)).toBe("site-refused");
    expect(String(await warned)).toContain("listener at fault");
  }, 20_000);

  test("the start is told by the wall clock", async () => {
    const checkup = await check("http://127.0.0.1:8099/", { plan: [], now: () => Date.UTC(2031, 4, 6, 7, 8, 9) });
    expect(checkup.startedAt).toBe("2031-05-06T07:08:09.000Z");
  });
});

test("it can be stopped any time and gives what was seen so far", async () => {
  const running = runCheckup(
    requestFor("http://127.0.0.1:8099/", {
      probes: fakeProbes({ tcpConnect: () => new Promise(() => undefined) }),
      onEvent: (event) => {
        if (event.kind === "check-started" && event.checkId === "tcp") queueMicrotask(() => running.cancel());
      },
    }),
  );
  const checkup = await running.done;
  expect(checkup.observations.stopped).toBe("cancelled");
  expect(checkup.observations.checks.tcp).toMatchObject({ status: "unknown", error: { code: "cancelled" } });
  expect(Object.keys(checkup.observations.checks).toSorted()).toEqual([...CHECK_IDS].toSorted());
  running.cancel();
}, 20_000);

test("whom it contacted is counted and named once", async () => {
  const plan: readonly AnyCheck[] = [
    {
      id: "references",
      needs: [],
      limitMs: 1_000,
      run: async ({ contacts }) => {
        contacts.outside("198.51.100.2:443");
        contacts.outside("198.51.100.1:443");
        contacts.outside("198.51.100.2:443");
        contacts.siteRequest();
        return { status: "skipped", reason: "not-needed" };
      },
    },
  ];
  const checkup = await check("http://127.0.0.1:8099/", { plan });
  expect(checkup.outsideEndpoints).toEqual(["198.51.100.1:443", "198.51.100.2:443"]);
  expect(checkup.requestsToSite).toBe(1);
});
