import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { BODY_SAMPLE_LIMIT } from "../../../../../shared/model/facts/http-facts.ts";
import { LIMITS } from "../../../../../electron/probes/limits.ts";
import type { HttpExchange } from "../../../../../shared/model/facts/http-facts.ts";
import { ask, saying } from "./http-harness.ts";

const PAGE = "<h1>502 Bad Gateway</h1>";

async function served(body: Buffer, ...fields: readonly string[]): Promise<HttpExchange> {
  const head = ["HTTP/1.1 200 OK", `Content-Length: ${body.length}`, ...fields, "", ""].join("\r\n");
  const { port } = await saying(head, body);
  return ask(port);
}

describe("compression", () => {
  test.each([
    ["gzip", gzipSync(PAGE)],
    ["x-gzip", gzipSync(PAGE)],
    ["deflate", deflateSync(PAGE)],
    ["deflate", deflateRawSync(PAGE)],
    ["br", brotliCompressSync(PAGE)],
    ["gzip, br", brotliCompressSync(gzipSync(PAGE))],
    ["identity, gzip", gzipSync(PAGE)],
  ])("%s is undone", async (encoding, body) => {
    const seen = await served(body, `Content-Encoding: ${encoding}`);
    expect(seen).toMatchObject({ outcome: "response", bodySample: PAGE, bodyBytes: PAGE.length });
  });

  test("gives equal hashes for equal pages, however they were sent", async () => {
    const plain = await served(Buffer.from(PAGE));
    const packed = await served(gzipSync(PAGE), "Content-Encoding: gzip");
    const other = await served(Buffer.from(`${PAGE}!`));
    expect(packed.bodyHash).toBe(plain.bodyHash);
    expect(other.bodyHash).not.toBe(plain.bodyHash);
  });

  test("of a kind we do not know is handed on as it is", async () => {
    const seen = await served(Buffer.from(PAGE), "Content-Encoding: rot13");
    expect(seen).toMatchObject({ outcome: "response", bodySample: PAGE });
  });

  test("announced for an empty body is no fault", async () => {
    expect(await served(Buffer.alloc(0), "Content-Encoding: gzip")).toMatchObject({
      outcome: "response",
      bodyBytes: 0,
    });
  });

  test("that breaks off is told, with what could be read", async () => {
    const body = gzipSync("a page that goes on. ".repeat(20_000) + Math.random().toString());
    const seen = await served(body.subarray(0, body.length - 30), "Content-Encoding: gzip");
    expect(seen).toMatchObject({ outcome: "bad-encoding", errno: "Z_BUF_ERROR", status: 200 });
    expect(seen.bodySample.startsWith("a page that goes on.")).toBe(true);
  });

  test.each([
    ["gzip", () => gzipSync(Buffer.alloc(200 * 1024 * 1024))],
    ["gzip, gzip", () => gzipSync(gzipSync(Buffer.alloc(200 * 1024 * 1024)))],
    ["br", () => brotliCompressSync(Buffer.alloc(64 * 1024 * 1024))],
  ])(
    "as a %s bomb is stopped at the limit",
    async (encoding, make) => {
      const bomb = make();
      globalThis.gc?.();
      const before = process.memoryUsage().rss;
      const seen = await served(bomb, `Content-Encoding: ${encoding}`);
      expect(seen).toMatchObject({ outcome: "response", bodyTruncated: true, bodyBytes: LIMITS.httpBodyBytes });
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    },
    60_000,
  );
});

describe("text", () => {
  const CYRILLIC = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);

  test.each([
    ["UTF-8 by default", Buffer.from("grün €"), [], "grün €"],
    ["windows-1252 where it cannot be UTF-8", Buffer.from([0x67, 0xfc, 0x80]), [], "gü€"],
    ["the content type's charset", CYRILLIC, ["Content-Type: text/html; charset=windows-1251"], "Привет"],
    [
      "the page's own charset",
      Buffer.concat([Buffer.from('<meta charset="windows-1251">'), CYRILLIC]),
      [],
      '<meta charset="windows-1251">Привет',
    ],
    [
      "the XML declaration's charset",
      Buffer.concat([Buffer.from('<?xml version="1.0" encoding="windows-1251"?>'), CYRILLIC]),
      [],
      '<?xml version="1.0" encoding="windows-1251"?>Привет',
    ],
    [
      "the byte order mark before all",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("hi", "utf16le")]),
      ["Content-Type: text/plain; charset=utf-8"],
      "hi",
    ],
    ["UTF-8 where the charset is made up", Buffer.from("grün"), ["Content-Type: text/html; charset=klingon"], "grün"],
    ["nothing of what is no text", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), [], ""],
  ] as const)("is read as %s", async (_name, body, fields, text) => {
    expect((await served(body, ...fields)).bodySample).toBe(text);
  });

  test("is kept up to the limit, and a character cut in two is left out", async () => {
    const seen = await served(Buffer.from("€".repeat(40_000)));
    expect(seen.bodySample).toBe("€".repeat(BODY_SAMPLE_LIMIT));
    expect(seen.bodyBytes).toBe(120_000);
  });
});
