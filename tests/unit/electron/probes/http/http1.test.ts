import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { BODY_SAMPLE_LIMIT } from "../../../../../shared/model/facts/http-facts.ts";
import { LIMITS } from "../../../../../electron/probes/limits.ts";
import { rawServer } from "../test-servers.ts";
import { ask, behaving, saying } from "./http-harness.ts";

const OK = "HTTP/1.1 200 OK\r\n";

describe("an HTTP/1 answer that is fine", () => {
  test("is told whole: status, headers in order, body, hash, address and times", async () => {
    const { port } = await saying(`${OK}Server: t\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 5\r\n\r\nhello`);
    const seen = await ask(port);
    expect(seen).toMatchObject({
      method: "GET",
      url: `http://127.0.0.1:${port}/`,
      outcome: "response",
      address: "127.0.0.1",
      family: "v4",
      proxy: null,
      httpVersion: "1.1",
      status: 200,
      statusText: "OK",
      headers: [
        ["server", "t"],
        ["x-a", "1"],
        ["x-a", "2"],
        ["content-length", "5"],
      ],
      bodySample: "hello",
      bodyBytes: 5,
      bodyTruncated: false,
      bodyHash: "2cf24dba5fb0a30e",
      tls: null,
      errno: null,
    });
    const { connect, firstByte, total } = seen.timings;
    expect(seen.timings).toMatchObject({ lookup: null, tls: null });
    expect(connect).not.toBeNull();
    expect(firstByte).toBeGreaterThanOrEqual(connect ?? Infinity);
    expect(total).toBeGreaterThanOrEqual(firstByte ?? Infinity);
  });

  test("is asked for politely and without anything of the user", async () => {
    const server = await saying(`${OK}Content-Length: 0\r\n\r\n`);
    const url = `http://me:secret@127.0.0.1:${server.port}/a%20b?q=1#frag`;
    const seen = await ask(server.port, { request: { url, bypassCache: true } });
    const sent = server.received();
    expect(seen.url).toBe(`http://127.0.0.1:${server.port}/a%20b?q=1`);
    expect(sent).toMatch(/^GET \/a%20b\?q=1 HTTP\/1\.1\r\nhost: 127\.0\.0\.1:\d+\r\n/);
    expect(sent).toContain("user-agent: GoodGateway/test (network check)\r\n");
    expect(sent).toContain("accept-encoding: gzip, deflate, br\r\n");
    expect(sent).toContain("cache-control: no-cache\r\npragma: no-cache\r\n");
    expect(sent).not.toMatch(/secret|authorization|cookie|referer/i);
  });

  test("leaves the cache alone unless told otherwise", async () => {
    const server = await saying(`${OK}Content-Length: 0\r\n\r\n`);
    await ask(server.port);
    expect(server.received()).not.toMatch(/no-cache/);
  });

  test("may end with the connection, be HTTP/1.0, and have no reason", async () => {
    const { port } = await saying("HTTP/1.0 200\r\nTransfer-Encoding: chunked\r\n\r\nall of it");
    const seen = await ask(port);
    expect(seen).toMatchObject({ outcome: "response", httpVersion: "1.0", statusText: "", bodySample: "all of it" });
  });

  test("may be chunked, with extensions and trailers, in any pieces", async () => {
    const text = `${OK}Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n4;x=y\r\nWiki\r\nA\r\npedia is o\r\n0\r\nTrailer: x\r\n\r\n`;
    const { port } = await behaving((socket) => {
      const bytes = [...Buffer.from(text)];
      const drip = (): void => {
        if (!socket.writable) return;
        socket.write(Buffer.from(bytes.splice(0, 9)));
        if (bytes.length > 0) setImmediate(drip);
      };
      drip();
    });
    expect(await ask(port)).toMatchObject({ outcome: "response", bodySample: "Wikipedia is o", bodyBytes: 14 });
  });

  test("is taken after interim answers", async () => {
    const { port } = await saying("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", `${OK}Content-Length: 2\r\n\r\nok`);
    expect(await ask(port)).toMatchObject({ status: 200, bodySample: "ok", headers: [["content-length", "2"]] });
  });

  test("may have bare line feeds, blank lines before it, folded lines and lines without a colon", async () => {
    const { port } = await saying("\r\nHTTP/1.1 502 Bad Gateway\nX-Long: a\n  b\nnonsense\nContent-Length: 1\n\n!");
    const seen = await ask(port);
    expect(seen).toMatchObject({ outcome: "response", status: 502, statusText: "Bad Gateway", bodySample: "!" });
    expect(seen.headers).toEqual([
      ["x-long", "a b"],
      ["content-length", "1"],
    ]);
  });

  test.each([
    ["HEAD", `${OK}Content-Length: 100\r\n\r\n`],
    ["GET", "HTTP/1.1 204 No Content\r\nContent-Length: 100\r\n\r\n"],
    ["GET", "HTTP/1.1 304 Not Modified\r\nContent-Encoding: gzip\r\n\r\n"],
  ] as const)("has no body where none can be (%s)", async (method, text) => {
    const { port } = await behaving((socket) => socket.write(text));
    expect(await ask(port, { request: { method } })).toMatchObject({
      outcome: "response",
      bodyBytes: 0,
      bodyHash: null,
    });
  });

  test("keeps only the promised bytes of one that sends more", async () => {
    const { port } = await saying(`${OK}Content-Length: 2\r\n\r\nokEXTRA`);
    expect(await ask(port)).toMatchObject({ outcome: "response", bodySample: "ok", bodyBytes: 2 });
  });

  test("stands even when the server slams the door behind it", async () => {
    const { port } = await behaving((socket) => {
      socket.write(`${OK}Content-Length: 4\r\n\r\ndone`, () => {
        setTimeout(() => socket.resetAndDestroy(), 30);
      });
    });
    expect(await ask(port)).toMatchObject({ outcome: "response", bodySample: "done" });
  });
});

describe("what a header may bring", () => {
  test("never keeps cookies, never keeps credentials, never obeys control characters", async () => {
    const { port } = await saying(
      `${OK}Set-Cookie: sid=secret\r\nLocation: https://me:secret@site.test/x@y\r\nX-Bad: a\u001b[31mb\u0007\r\nContent-Length: 0\r\n\r\n`,
    );
    const seen = await ask(port);
    expect(seen.headers.slice(0, 3)).toEqual([
      ["set-cookie", ""],
      ["location", "https://site.test/x@y"],
      ["x-bad", "a\\x1b[31mb\\x07"],
    ]);
    expect(JSON.stringify(seen)).not.toContain("secret");
  });

  test.each([
    "https:/me:secret@site.test/",
    "http:\\\\me:secret@site.test/",
    "//me:secret@site.test/",
    "http:me:secret@site.test/",
    "https://a:b@me:secret@site.test/",
    "https://me:sec\tret@site.test/",
    "h.tp://me:secret@site.test/",
  ])("takes credentials out of an address as browsers read it: %s", async (location) => {
    const { port } = await saying(`${OK}Location: ${location}\r\nContent-Length: 0\r\n\r\n`);
    const kept = JSON.stringify((await ask(port)).headers);
    expect(kept).not.toMatch(/me:|sec/u);
    expect(kept).toContain("site.test");
  });

  test("leaves addresses alone that hold no credentials", async () => {
    for (const location of ["https://site.test/@me", "/a@b", "mailto:me@site.test", "https://site.test?a=b@c"]) {
      // oxlint-disable-next-line no-await-in-loop -- one server after the other
      const { port } = await saying(`${OK}Location: ${location}\r\nContent-Length: 0\r\n\r\n`);
      // oxlint-disable-next-line no-await-in-loop
      expect((await ask(port)).headers[0]).toEqual(["location", location]);
    }
  });

  test("reads UTF-8 and falls back to Latin-1", async () => {
    const { port } = await saying(Buffer.from(`${OK}X-A: grün\r\nContent-Length: 0\r\n\r\n`));
    const latin = await saying(`${OK}X-A: gr\u00fcn\r\nContent-Length: 0\r\n\r\n`);
    expect((await ask(port)).headers[0]).toEqual(["x-a", "grün"]);
    expect((await ask(latin.port)).headers[0]).toEqual(["x-a", "grün"]);
  });

  test.each([
    ["one huge field", `X-A: ${"a".repeat(70_000)}\r\n`],
    ["a hundred thousand fields", "a: b\r\n".repeat(100_000)],
  ])("stops at its limit for %s", async (_name, fields) => {
    const { port } = await saying(`${OK}${fields}\r\n`);
    expect(await ask(port)).toMatchObject({ outcome: "error", errno: "HEADERS_TOO_LARGE" });
  });

  test("is not read for ever where only line feeds come", async () => {
    const { port } = await saying("\r\n".repeat(100_000));
    expect(await ask(port)).toMatchObject({ outcome: "not-http", status: null });
  });
});

describe("an HTTP/1 answer that is broken", () => {
  test.each([
    ["nothing at all", "", "empty-reply", null],
    ["half a head", `${OK}X-A: b\r\n`, "cut-short", null],
    ["fewer bytes than promised", `${OK}Content-Length: 10\r\n\r\nhello`, "cut-short", null],
    ["a chunk that ends early", `${OK}Transfer-Encoding: chunked\r\n\r\n5\r\nhel`, "cut-short", null],
    ["chunks without an end", `${OK}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`, "cut-short", null],
    ["a chunk without its line end", `${OK}Transfer-Encoding: chunked\r\n\r\n2\r\nok`, "cut-short", null],
    [
      "a chunk size that is no number",
      `${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\nhi\r\n`,
      "bad-encoding",
      "INVALID_CHUNK_SIZE",
    ],
    [
      "a chunk longer than it says",
      `${OK}Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n`,
      "bad-encoding",
      "INVALID_CHUNK_END",
    ],
    [
      "an endless chunk line",
      `${OK}Transfer-Encoding: chunked\r\n\r\n1${";".repeat(9_000)}`,
      "bad-encoding",
      "CHUNK_LINE_TOO_LONG",
    ],
    ["two lengths", `${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`, "bad-encoding", "CONTENT_LENGTH_CONFLICT"],
    [
      "compression that is none",
      `${OK}Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello`,
      "bad-encoding",
      "Z_DATA_ERROR",
    ],
    [
      "three layers of compression",
      `${OK}Content-Encoding: gzip, br, gzip\r\nContent-Length: 1\r\n\r\nx`,
      "bad-encoding",
      "TOO_MANY_ENCODINGS",
    ],
    ["an SSH greeting", "SSH-2.0-OpenSSH_9.2p1 Debian\r\n", "not-http", null],
    ["HTTP/0.9", "<html>old</html>", "not-http", null],
    ["a status line without a status", "HTTP/1.1 OK\r\n\r\n", "not-http", null],
    ["HTTP of another age", "HTTP/3.0 200 OK\r\n\r\n", "not-http", null],
    ["interim answers for ever", "HTTP/1.1 100 Continue\r\n\r\n".repeat(20), "not-http", "TOO_MANY_INTERIM_ANSWERS"],
  ] as const)("with %s is told apart", async (_name, text, outcome, errno) => {
    const { port } = await saying(text);
    expect(await ask(port)).toMatchObject({ outcome, errno, address: "127.0.0.1" });
  });

  test("keeps what had come before the break", async () => {
    const { port } = await saying(`HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\nContent-Length: 10\r\n\r\nhello`);
    expect(await ask(port)).toMatchObject({ outcome: "cut-short", status: 502, bodySample: "hello", bodyBytes: 5 });
  });

  test("keeps what could be decoded of a compressed one that was cut", async () => {
    const whole = gzipSync(Buffer.from("The start of a page. ".repeat(5_000) + Math.random().toString()));
    const { port } = await saying(
      `${OK}Content-Encoding: gzip\r\nContent-Length: ${whole.length}\r\n\r\n`,
      whole.subarray(0, -20),
    );
    const seen = await ask(port);
    expect(seen.outcome).toBe("cut-short");
    expect(seen.bodySample.startsWith("The start of a page.")).toBe(true);
  });

  test("shows the greeting of what is not HTTP", async () => {
    const { port } = await saying("220 mail.test ESMTP\r\n");
    expect((await ask(port)).bodySample).toBe("220 mail.test ESMTP\r\n");
  });

  test("is a reset where one comes, before or in the answer", async () => {
    const before = await behaving((socket) => socket.resetAndDestroy());
    const during = await behaving((socket) => {
      socket.write(`${OK}Content-Length: 10\r\n\r\nhello`, () => {
        setTimeout(() => socket.resetAndDestroy(), 30);
      });
    });
    expect(await ask(before.port)).toMatchObject({ outcome: "reset", errno: "ECONNRESET", status: null });
    expect(await ask(during.port)).toMatchObject({ outcome: "reset", status: 200, bodySample: "hello" });
  });
});

describe("limits", () => {
  test("end the wait for a head that never comes or only drips", async () => {
    const silent = await behaving(() => undefined);
    const drip = await behaving((socket) => {
      const timer = setInterval(() => socket.write("X"), 20);
      socket.on("close", () => {
        clearInterval(timer);
      });
      socket.write("HTTP/1.1 200 OK\r\nX-A: ");
    });
    expect(await ask(silent.port, { options: { timeoutMs: 150 } })).toMatchObject({ outcome: "headers-timeout" });
    const seen = await ask(drip.port, { options: { timeoutMs: 300 } });
    expect(seen).toMatchObject({ outcome: "headers-timeout" });
    expect(seen.timings.firstByte).not.toBeNull();
  });

  test("call a body that stopped moving a time-out, and keep it", async () => {
    const { port } = await behaving((socket) => socket.write(`${OK}Content-Length: 10\r\n\r\nhello`));
    const seen = await ask(port, { options: { timeoutMs: 1_600 } });
    expect(seen).toMatchObject({ outcome: "body-timeout", status: 200, bodySample: "hello" });
  });

  test("do not blame a stream that was still flowing when our own time was up", async () => {
    const { port } = await behaving((socket) => {
      socket.write(`${OK}Content-Type: text/event-stream\r\n\r\n`);
      const timer = setInterval(() => socket.write("data: x\n\n"), 20);
      socket.on("close", () => {
        clearInterval(timer);
      });
    });
    const seen = await ask(port, { options: { timeoutMs: 500 } });
    expect(seen).toMatchObject({ outcome: "response", bodyTruncated: true, status: 200 });
  });

  test("stop an endless body without keeping it", async () => {
    const block = Buffer.alloc(64 * 1024, "a");
    const { port } = await behaving((socket) => {
      socket.write(`${OK}Content-Length: 2147483648\r\n\r\n`);
      const pour = (): void => {
        while (socket.writable && socket.write(block));
      };
      socket.on("drain", pour);
      pour();
    });
    const before = process.memoryUsage().rss;
    const seen = await ask(port);
    expect(seen).toMatchObject({ outcome: "response", bodyTruncated: true, bodyBytes: LIMITS.httpBodyBytes });
    expect(seen.bodySample).toHaveLength(BODY_SAMPLE_LIMIT);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test("cancel at any point", async () => {
    const { port } = await behaving((socket) => socket.write(`${OK}Content-Length: 10\r\n\r\nhello`));
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort();
    }, 60);
    expect((await ask(port, { options: { signal: controller.signal } })).outcome).toBe("cancelled");
    expect((await ask(port, { options: { signal: AbortSignal.abort() } })).outcome).toBe("cancelled");
  });
});

describe("the way there", () => {
  test("says that nobody listens", async () => {
    const server = await rawServer(() => undefined);
    await server.close();
    expect(await ask(server.port)).toMatchObject({ outcome: "connect-refused", errno: "ECONNREFUSED", address: null });
  });

  test("goes on to the next address, and says which one it was", async () => {
    const { port } = await saying(`${OK}Content-Length: 0\r\n\r\n`);
    const seen = await ask(port, {
      request: { url: `http://site.test:${port}/`, addresses: ["::1", "127.0.0.1"] },
    });
    expect(seen).toMatchObject({ outcome: "response", address: "127.0.0.1", family: "v4" });
    expect(seen.timings.lookup).toBeNull();
  });

  test("looks the host up when no addresses are given", async () => {
    const { port } = await saying(`${OK}Content-Length: 0\r\n\r\n`);
    const asked: string[] = [];
    const lookup = async (host: string): Promise<readonly string[]> => {
      asked.push(host);
      return Promise.resolve(["127.0.0.1"]);
    };
    const seen = await ask(port, { request: { url: `http://site.test:${port}/` }, deps: { lookup } });
    expect(seen).toMatchObject({ outcome: "response", address: "127.0.0.1" });
    expect(seen.timings.lookup).not.toBeNull();
    expect(asked).toEqual(["site.test"]);
  });

  test.each([
    ["finds nothing", async () => Promise.resolve([])],
    ["fails", async () => Promise.reject(new Error("no"))],
    ["never ends", async () => new Promise<never>(() => undefined)],
  ])("is a failed look-up when the look-up %s", async (_name, lookup) => {
    const seen = await ask(80, {
      request: { url: "http://site.test/" },
      deps: { lookup },
      options: { timeoutMs: 150 },
    });
    expect(seen).toMatchObject({ outcome: "dns-failed", address: null });
  });

  test.each(["ftp://127.0.0.1/", "not an address", "file:///etc/passwd"])("does not take %s", async (url) => {
    expect(await ask(80, { request: { url } })).toMatchObject({ outcome: "error", errno: "ERR_INVALID_URL", url: "" });
  });
});
