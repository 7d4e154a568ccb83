import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { diagnoseCommand } from "../../../../../electron/cli/diagnose/diagnose.ts";
import { reportCommand } from "../../../../../electron/cli/report/report.ts";
import { ownHistory } from "../../../../../electron/report/kept/own-history.ts";
import { notKept } from "../../../../../electron/report/kept/keep-checkup.ts";
import { openReport } from "../../../../../electron/report/kept/open-report.ts";
import { fakeTerminal } from "../terminal/fake-terminal.ts";

vi.setConfig({ testTimeout: 60_000 });
let site: Server;
let folder = "";
let address = "";
let words: readonly string[] = [];

beforeAll(async () => {
  site = createServer((_request, response) => response.writeHead(502).end("<h1>502 Bad Gateway</h1>"));
  await new Promise<void>((resolve) => {
    site.listen(0, "127.0.0.1", resolve);
  });
  const place = site.address();
  address = `http://127.0.0.1:${typeof place === "object" && place !== null ? place.port : 0}/`;
});
afterAll(() => site.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-remember-"));
  const references = join(folder, "references.json");
  writeFileSync(references, "{}");
  words = [address, "--json", "--timeout", "4000", "--references", references];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const home = (): string => join(folder, "data");
const list = () => ownHistory({ GOODGATEWAY_HOME: home() }).store.list();

test("a check-up of the terminal is kept, and report takes it by its id without any check-up", async () => {
  const terminal = fakeTerminal({ env: { GOODGATEWAY_HOME: home() } });
  expect(await diagnoseCommand(words, terminal)).toBe(1);
  expect(terminal.written.err).toBe("");
  const [entry] = list();
  expect(entry).toMatchObject({ id: JSON.parse(terminal.written.out).id, url: address });
  const out = join(folder, "again.goodgateway.json");
  expect(await reportCommand([entry?.id ?? "", "--out", out, "--redact", "none"], terminal)).toBe(0);
  expect(openReport(readFileSync(out, "utf8"))).toMatchObject({ ok: true, value: { report: { id: entry?.id } } });
});

test("nothing is kept with --no-history or --private", async () => {
  const terminal = fakeTerminal({ env: { GOODGATEWAY_HOME: home() } });
  expect(await diagnoseCommand([...words, "--no-history"], terminal)).toBe(1);
  expect(await diagnoseCommand([...words, "--private"], terminal)).toBe(1);
  expect(list()).toEqual([]);
});

test("a disk that refuses costs one line on stderr and nothing else", async () => {
  writeFileSync(join(folder, "file"), "");
  const terminal = fakeTerminal({ env: { GOODGATEWAY_HOME: join(folder, "file", "below") } });
  expect(await diagnoseCommand(words, terminal)).toBe(1);
  expect(JSON.parse(terminal.written.out)).toMatchObject({ schemaVersion: 1 });
  expect(terminal.written.err.trim().split("\n")).toHaveLength(1);
  expect(terminal.written.err).toContain("could not be kept in the history");
  expect(notKept({ code: "no-space", detail: "ENOSPC" })).toContain("the disk is full");
});
