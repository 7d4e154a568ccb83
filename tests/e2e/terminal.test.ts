import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createTcpServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAuthority } from "../../electron/practice/certificates.ts";
import { documentSchema, type CheckupDocument } from "../../shared/contract/document.ts";
import { findNginx, startNginx, type Nginx } from "./support/nginx.ts";
import { ROOT } from "./support/root.ts";

/** The built terminal program against real servers on this machine, as a script would call it. */
let folder: string;
let references: string;
const open: Server[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gg-terminal-"));
  references = join(folder, "references.json");
  await writeFile(
    references,
    JSON.stringify({ systemResolver: ["127.0.0.1:9"], egress: [{ host: "127.0.0.1", port: 9 }] }),
  );
});
afterAll(async () => {
  for (const server of open) server.close();
  await rm(folder, { recursive: true });
});

async function portOf(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push(server);
  return (server.address() as AddressInfo).port;
}

const serving = (listener: RequestListener): Promise<number> => portOf(createServer(listener));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(program, [...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: code as number | null, out, err };
}

async function diagnosed(
  url: string,
  env: Readonly<Record<string, string>> = {},
): Promise<CheckupDocument & { exit: number | null }> {
  const { code, out, err } = await run(
    process.execPath,
    ["out/cli/index.js", "diagnose", url, "--json", "--references", references],
    env,
  );
  expect(err).toBe("");
  return { ...documentSchema.parse(JSON.parse(out)), exit: code };
}

const summary = ({ exit, verdict }: CheckupDocument & { exit: number | null }) => ({
  exit,
  code: verdict.code,
  side: verdict.faultSide,
});

it("is not made to act by what a server says, in any form of the answer", async () => {
  const acting = Buffer.from(
    "HTTP/1.1 502 Bad\u001B]0;owned\u0007 Gateway\r\nServer: nginx\u009B2J\u001B[2J\u001B]52;c;ZXZpbA==\u0007\u00AD\r\n" +
      "Via: 1.1 \u009B31m\u001B[8mx\r\nX-Cache: \u0085\u0090\r\nConnection: close\r\n\r\n",
    "latin1",
  );
  const page = Buffer.from("<title>502 \u001B[2J\u202E Bad</title><h1>502 Bad Gateway</h1><hr>nginx\u009B2J");
  const server = createTcpServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.end(Buffer.concat([acting, page])));
  });
  const url = `http://127.0.0.1:${await portOf(server)}/`;
  const saved = join(folder, "acting.json");
  const first = await run(process.execPath, [
    "out/cli/index.js",
    "diagnose",
    url,
    "--json",
    "--references",
    references,
  ]);
  await writeFile(saved, first.out);
  const said = [first.out, first.err];
  for (const words of [
    ["diagnose", url, "--references", references],
    ...["md", "txt", "har", "json"].map((format) => ["report", saved, "--format", format, "--out", "-"]),
    ["classify", `${saved}\u001B[2J\u009B`],
  ]) {
    const { out, err } = await run(process.execPath, ["out/cli/index.js", ...words]);
    said.push(out, err);
  }
  expect(said.join("").length).toBeGreaterThan(10_000);
  // oxlint-disable-next-line no-control-regex -- that none of these is there is what is tested
  expect(said.map((one) => /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u.exec(one)?.[0])).toEqual(
    said.map(() => undefined),
  );
});

describe("diagnose in the terminal", () => {
  it("calls a healthy server healthy", async () => {
    const port = await serving((_request, response) => response.end("<title>Fine</title>fine"));
    expect(summary(await diagnosed(`http://127.0.0.1:${port}/`))).toEqual({ exit: 0, code: "healthy", side: "none" });
  });

  it("blames the origin behind a real nginx whose upstream is dead", async () => {
    const program = await findNginx();
    expect(program, "nginx is not installed").not.toBeNull();
    const nginx: Nginx = await startNginx(program ?? "");
    const document = await diagnosed(`${nginx.origin}/dead/`);
    await nginx.stop();
    expect(summary(document)).toEqual({ exit: 1, code: "gateway-error", side: "site-origin" });
    expect(document.verdict).toMatchObject({ httpStatus: 502, gateway: { vendor: "nginx", hop: "reverse-proxy" } });
  });

  it("finds a closed port refused", async () => {
    const closed = createTcpServer();
    const port = await portOf(closed);
    closed.close();
    await once(closed, "close");
    expect(summary(await diagnosed(`http://127.0.0.1:${port}/`))).toEqual({
      exit: 1,
      code: "site-refused",
      side: "site-origin",
    });
  });

  it("has a verdict on a server that never answers, inside the hard stop", async () => {
    const port = await portOf(createTcpServer(() => undefined));
    const document = await diagnosed(`http://127.0.0.1:${port}/`);
    expect(document.verdict.code).not.toBe("healthy");
    expect(document.durationMs).toBeLessThan(13_000);
  });

  it("finds an expired certificate, trusting the authority of NODE_EXTRA_CA_CERTS", async () => {
    const authority = makeAuthority("Test authority");
    const bundle = join(folder, "ca.pem");
    await writeFile(bundle, authority.cert);
    const answer: RequestListener = (_request, response) => response.end("fine");
    const fresh = await portOf(createTlsServer(authority.issue("localhost", -9, 9), answer));
    const old = await portOf(createTlsServer(authority.issue("localhost", -90, -2), answer));
    const env = { NODE_EXTRA_CA_CERTS: bundle };
    expect(summary(await diagnosed(`https://localhost:${old}/`, env))).toMatchObject({ exit: 1, code: "tls-expired" });
    expect(summary(await diagnosed(`https://localhost:${fresh}/`, env))).toMatchObject({ exit: 0, code: "healthy" });
  });

  it("finds a redirect loop", async () => {
    const port = await serving(({ url }, response) => {
      response.writeHead(302, { location: url === "/a" ? "/b" : "/a" }).end();
    });
    expect(summary(await diagnosed(`http://127.0.0.1:${port}/a`))).toMatchObject({ exit: 1, code: "redirect-loop" });
  });

  it("hears a 429 with Retry-After and asks no more", async () => {
    let asked = 0;
    const port = await serving((_request, response) => {
      asked += 1;
      response.writeHead(429, { "retry-after": "120" }).end();
    });
    const document = await diagnosed(`http://127.0.0.1:${port}/`);
    expect(summary(document)).toMatchObject({ exit: 1, code: "rate-limited" });
    expect(document.verdict.retryAfterSeconds).toBe(120);
    expect(document.requestsToSite).toBe(asked);
    expect(asked).toBeLessThanOrEqual(2);
  });

  it("sends no packet off this machine when references and target are on it", async () => {
    const port = await serving((_request, response) => response.end("fine"));
    const trace = join(folder, "trace.txt");
    const strace = ["-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", trace];
    const args = ["out/cli/index.js", "diagnose", `http://127.0.0.1:${port}/`, "--json", "--references", references];
    const { code } = await run("strace", [...strace, process.execPath, ...args]);
    expect(code).toBe(0);
    const calls = await readFile(trace, "utf8");
    const addresses = [...calls.matchAll(/sin6?_addr=inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]+)"/gu)].map(
      ([, address = ""]) => address,
    );
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !/^(127\.|::1$|::ffff:127\.)/u.test(address))).toEqual([]);
  });
});

describe("what the terminal program ends with", () => {
  const program = `${process.execPath} out/cli/index.js`;
  const shell = (line: string): Promise<Ended> => run("bash", ["-c", line]);

  it("is never a verdict's code when nobody reads the answer", async () => {
    // oxlint-disable-next-line no-template-curly-in-string -- for bash
    const line = [program, "diagnose --practice gateway-dead-origin --json | true; echo ${PIPESTATUS[0]}"].join(" ");
    const { out } = await shell(line);
    expect(out.trim()).toBe("141");
  });

  it("is an error of its own, with one sentence, on a full disk", async () => {
    const { code, err } = await shell(`${program} diagnose --practice no-link > /dev/full`);
    expect(code).toBe(74);
    expect(err).toBe("The answer could not be written (ENOSPC).\n");
  });

  it("tells a shell that the person interrupted it, after what is known so far", async () => {
    const child = spawn(process.execPath, ["out/cli/index.js", "diagnose", "--practice", "site-silent", "--events"], {
      cwd: ROOT,
    });
    const words = text(child.stdout);
    child.stdout.once("data", () => child.kill("SIGINT"));
    const [code] = (await once(child, "close")) as [number | null];
    expect(code).toBe(130);
    const last = (await words).trim().split("\n").at(-1) ?? "";
    expect(documentSchema.parse(JSON.parse(last)).environment.stopped).toBe("cancelled");
  });

  it("classifies what comes through a pipe", async () => {
    const { code, out } = await shell(
      `echo '{"status":502,"headers":{"server":"nginx"}}' | ${program} classify - --json`,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ faultSide: "site-origin" });
  });
});

describe("npm start without a display", () => {
  it("ends with the verdict of a practice fault and says how to check a real address", async () => {
    const { code, out, err } = await run(process.execPath, ["build/scripts/start.mjs"], {
      DISPLAY: "",
      WAYLAND_DISPLAY: "",
    });
    expect(code).toBe(0);
    expect(out).toContain("It's the site, not you");
    expect(err).toContain("to check a real address");
  });
});
