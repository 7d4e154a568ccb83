import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askOwner, parseOrigin } from "../../../../../electron/engine/owner/ask-owner.ts";
import { compareRows } from "../../../../../electron/engine/owner/propagation.ts";
import { hintsFor } from "../../../../../electron/engine/owner/hints.ts";
import { systemServersOf } from "../../../../../electron/engine/references.ts";
import { BUILT_IN_REFERENCES } from "../../../../../electron/engine/outside-endpoints.ts";
import { parseTarget } from "../../../../../electron/engine/target.ts";
import { makeAuthority, makeSelfSigned } from "../../../../../electron/practice/certificates.ts";
import { createProbes } from "../../../../../electron/probes/create-probes.ts";
import { OWNER_HINTS } from "../../../../../shared/model/owner.ts";
import type { References } from "../../../../../shared/model/references.ts";
import { EN_OWNER } from "../../../../../shared/text/en/owner.ts";
import { findNginx, startNginx, type Nginx } from "../../../../e2e/support/nginx.ts";
import { hasUnbound, startUnbound, type Unbound } from "./unbound.ts";

const nginxProgram = await findNginx();
const ready = nginxProgram !== null && (await hasUnbound());
const authority = makeAuthority("Owner tests");

async function listen(server: Server, host: string): Promise<number> {
  server.listen(0, host);
  await once(server, "listening");
  // Bound to a port a line above.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (server.address() as AddressInfo).port;
}

describe.skipIf(!ready)("the owner's page over a real nginx, real DNS servers and a real origin", () => {
  let gateway: Nginx;
  let resolvers: readonly Unbound[];
  let origin: Server;
  let originPort: number;
  const asked: { readonly host: string | undefined; readonly url: string | undefined }[] = [];

  beforeAll(async () => {
    gateway = await startNginx(nginxProgram ?? "");
    resolvers = await Promise.all([
      startUnbound(["shop.test. 300 IN A 127.0.0.1"]),
      startUnbound(["shop.test. 120 IN A 127.0.0.1"]),
      startUnbound(["shop.test. 3000 IN A 127.0.0.9"]),
    ]);
    origin = createServer((request, response) => {
      asked.push({ host: request.headers.host, url: request.url });
      response.statusCode = request.url === "/" ? 500 : 200;
      response.end("<h1>From the origin</h1>");
    });
    originPort = await listen(origin, "127.0.0.2");
  });

  afterAll(async () => {
    origin.close();
    await Promise.all([gateway.stop(), ...resolvers.map((resolver) => resolver.stop())]);
  });

  const port = (): string => new URL(gateway.origin).port;
  const references = (): References => ({
    ...BUILT_IN_REFERENCES,
    systemResolver: [`127.0.0.1:${resolvers[0]?.port ?? 0}`],
    publicResolvers: resolvers.map((resolver, index) => ({
      id: `r${index}`,
      name: `Resolver ${index}`,
      udp: [`127.0.0.1:${resolver.port}`],
    })),
  });

  async function ask(path: string, place: string, scheme = "http") {
    const target = parseTarget(`${scheme}://shop.test:${port()}${path}`);
    if (!target.ok) throw new Error(target.error);
    const where = parseOrigin(place, target.value.port);
    if (!where.ok) throw new Error(where.error);
    return askOwner({
      target: target.value,
      origin: where.value,
      references: references(),
      probes: createProbes({ systemServers: systemServersOf(references()), extraRoots: [authority.cert] }),
      signal: new AbortController().signal,
    });
  }

  test("blames the gateway when the origin answers the same request well, and asks each of them once", async () => {
    asked.length = 0;
    const { bypass, hints } = await ask("/dead/page?x=1", `127.0.0.2:${originPort}`);
    expect(bypass?.result).toBe("gateway");
    expect(bypass?.through.exchange).toMatchObject({ status: 502, address: "127.0.0.1" });
    expect(bypass?.through.gateway?.vendor).toMatch(/nginx/);
    expect(bypass?.direct.exchange).toMatchObject({ status: 200, address: "127.0.0.2" });
    // The same Host as visitors send, though the port is another one.
    expect(asked).toEqual([{ host: `shop.test:${port()}`, url: "/dead/page?x=1" }]);
    expect(hints).toContain("nginx-upstream");
    expect(hints[0]).toBe("server-firewall");
  });

  test("tells an origin that fails behind a gateway that still shows a page", async () => {
    const { bypass, hints } = await ask("/", `127.0.0.2:${originPort}`);
    expect(bypass?.result).toBe("origin-differs");
    expect(hints[0]).toBe("origin-running");
  });

  test("does not take a closed door for a dead server", async () => {
    const { bypass, hints } = await ask("/dead/", "127.0.0.3:9");
    expect(bypass?.result).toBe("origin-silent");
    expect(hints.slice(0, 2)).toEqual(["origin-running", "origin-firewall"]);
  });

  test("notices that nothing was bypassed", async () => {
    expect((await ask("/", "127.0.0.1")).bypass?.result).toBe("same-machine");
  });

  test("shows the resolver that differs, with the time each of them has left", async () => {
    const { propagation, bypass, origin: none } = await ask("/", "");
    expect(bypass).toBeNull();
    expect(none).toBeNull();
    expect(propagation?.agree).toBe(false);
    expect(propagation?.rows.map(({ addresses, agrees }) => [addresses, agrees])).toEqual([
      [["127.0.0.1"], true],
      [["127.0.0.1"], true],
      [["127.0.0.9"], false],
    ]);
    expect(propagation?.rows[2]?.ttl).toBeGreaterThan(2900);
    expect(propagation?.settledInSeconds).toBe(propagation?.rows[2]?.ttl);
  });
});

describe("an origin with a certificate", () => {
  let servers: readonly Server[] = [];
  const ports: number[] = [];

  beforeAll(async () => {
    const answer = (_request: unknown, response: { end(text: string): void }): void => response.end("fine");
    servers = [
      createSecureServer(authority.issue("shop.test", -1, 30), answer),
      createSecureServer(authority.issue("shop.test", -1, 60), answer),
      createSecureServer(makeSelfSigned("shop.test"), answer),
    ];
    for (const [index, server] of servers.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- the order of the ports is what counts
      ports.push(await listen(server, `127.0.0.${index + 1}`));
    }
  });

  afterAll(() => servers.forEach((server) => server.close()));

  async function compare(through: number, direct: number) {
    const target = parseTarget(`https://shop.test:${ports[through]}/`);
    if (!target.ok) throw new Error(target.error);
    const real = createProbes({ extraRoots: [authority.cert] });
    return askOwner({
      target: target.value,
      origin: { address: `127.0.0.${direct + 1}`, port: ports[direct] ?? 0 },
      references: { publicResolvers: [] },
      probes: {
        ...real,
        httpRequest: (request, options) =>
          real.httpRequest(request.addresses.length > 0 ? request : { ...request, addresses: ["127.0.0.1"] }, options),
      },
      signal: new AbortController().signal,
    });
  }

  test("of its own is a difference, not a fault", async () => {
    const { bypass } = await compare(0, 1);
    expect(bypass?.result).toBe("both-fine");
    expect(bypass?.certificates).toBe("differ");
    expect(bypass?.direct.exchange.tls?.serverName).toBe("shop.test");
  });

  test("that nobody vouches for gets no request", async () => {
    const { bypass, hints } = await compare(0, 2);
    expect(bypass?.result).toBe("origin-certificate");
    expect(bypass?.direct.exchange).toMatchObject({ status: null, tls: { outcome: "self-signed" } });
    expect(hints[0]).toBe("origin-certificate");
  });
});

describe("what the resolvers say", () => {
  const row = (addresses: readonly string[], outcome: "answer" | "timeout" | "nxdomain" = "answer") =>
    ({ operator: "", server: addresses.join(), outcome, addresses, ttl: null }) as const;

  test("is not compared with silence, nor one answer with itself", () => {
    expect(compareRows([row(["192.0.2.1"]), row([], "timeout")])).toMatchObject({ agree: null });
    expect(compareRows([row(["192.0.2.1"]), row(["192.0.2.1"]), row([], "timeout")])).toMatchObject({ agree: true });
    expect(compareRows([])).toEqual({ rows: [], agree: null, settledInSeconds: null });
  });

  test("differs when some do not know the name", () => {
    const { agree, rows } = compareRows([row(["192.0.2.1"]), row(["192.0.2.1"]), row([], "nxdomain")]);
    expect([agree, rows.map(({ agrees }) => agrees)]).toEqual([false, [true, true, false]]);
  });
});

test("an origin is an address, with or without a port", () => {
  const read = (text: string) => {
    const parsed = parseOrigin(text, 443);
    return parsed.ok ? parsed.value : parsed.error;
  };
  expect(read("")).toBeNull();
  expect(read(" 203.0.113.7 ")).toEqual({ address: "203.0.113.7", port: 443 });
  expect(read("[2001:db8::7]:8443")).toEqual({ address: "2001:db8::7", port: 8443 });
  expect(read("[2001:db8::7]")).toEqual({ address: "2001:db8::7", port: 443 });
  expect([read("shop.example"), read("203.0.113.7:0"), read("203.0.113.300")]).toEqual(
    Array.from({ length: 3 }, () => "bad-origin"),
  );
});

test("every hint has its words, and without an origin only DNS can be hinted at", () => {
  expect(Object.keys(EN_OWNER.hint).sort()).toEqual([...OWNER_HINTS].sort());
  expect(hintsFor(null, { rows: [], agree: false, settledInSeconds: null })).toEqual(["dns-wait", "logs"]);
});
