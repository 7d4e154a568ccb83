import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { explainCommand } from "../../../../../electron/cli/explain.ts";
import { historyCommand } from "../../../../../electron/cli/history.ts";
import { ownHistory } from "../../../../../electron/report/kept/own-history.ts";
import { reportCommand } from "../../../../../electron/cli/report/report.ts";
import { parseReportArguments } from "../../../../../electron/cli/report/report-arguments.ts";
import { schemaCommand } from "../../../../../electron/cli/schema.ts";
import { openReport } from "../../../../../electron/report/kept/open-report.ts";
import { fakeTerminal } from "../terminal/fake-terminal.ts";

vi.setConfig({ testTimeout: 60_000 });
const SAVED = "tests/fixtures/reports/v1-everything.goodgateway.json";
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-cli-report-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the words after report", () => {
  test("the file's ending names the format, standard is the level", () => {
    expect(parseReportArguments(["x.goodgateway.json", "--out", "a.HTML"])).toEqual({
      ok: true,
      value: {
        format: "html",
        out: "a.HTML",
        level: "standard",
        note: "",
        environment: false,
        saved: "x.goodgateway.json",
        diagnose: ["x.goodgateway.json"],
      },
    });
  });

  test("what is not its own goes to diagnose", () => {
    const words = [
      "https://a.example/data.json",
      "--format=md",
      "--out=-",
      "--redact",
      "strict",
      "--timeout",
      "900",
      "--environment",
    ];
    expect(parseReportArguments(words)).toMatchObject({
      ok: true,
      value: {
        saved: null,
        format: "md",
        out: "-",
        level: "strict",
        environment: true,
        diagnose: ["https://a.example/data.json", "--timeout", "900"],
      },
    });
  });

  test.each([
    [["x.json"], "--out"],
    [["x.json", "--out"], "wants a value"],
    [["x.json", "--out", "a.doc"], "add --format"],
    [["x.json", "--out", "-", "--format", "pdf"], "to a file"],
    [["x.json", "--out", "a.md", "--redact", "all"], "--redact takes"],
    [["x.json", "--out", "a.xyz", "--redact", "all"], "--redact takes"],
    [["x.json", "--out", "a.xyz"], "add --format"],
    [["x.json", "--out", "a.md", "--json"], "belongs to diagnose"],
    [["x.json", "y.json", "--out", "a.md"], "does not go with"],
    [["--out", "a.md"], "Say which address"],
  ])("%j is refused with a sentence", (words, part) => {
    const parsed = parseReportArguments(words);
    expect(parsed.ok ? "" : parsed.error).toContain(part);
  });
});

describe("report", () => {
  test.each(["html", "md", "txt", "json", "har"])("writes a saved report as %s and says its sum", async (format) => {
    const out = join(folder, `report.${format}`);
    const terminal = fakeTerminal();
    expect(await reportCommand([SAVED, "--out", out], terminal)).toBe(0);
    const bytes = readFileSync(out);
    expect(terminal.written.err).toContain(createHash("sha256").update(bytes).digest("hex"));
    expect(terminal.written.out).toBe("");
    expect(process.platform === "win32" ? 0o600 : statSync(out).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual([`report.${format}`]);
  });

  test("what json writes opens again, with the note and the level in it", async () => {
    const terminal = fakeTerminal();
    expect(
      await reportCommand(
        [SAVED, "--format", "json", "--out", "-", "--note", "since Monday", "--redact", "strict"],
        terminal,
      ),
    ).toBe(0);
    const opened = openReport(terminal.written.out);
    expect(opened).toMatchObject({
      ok: true,
      value: { report: { note: "since Monday", redaction: { level: "strict" } } },
    });
  });

  test("makes a check-up of its own where an address or a practice fault is named", async () => {
    const terminal = fakeTerminal({ env: { GOODGATEWAY_HOME: folder } });
    expect(await reportCommand(["--practice", "gateway-dead-origin", "--out", "-", "--format", "txt"], terminal)).toBe(
      0,
    );
    expect(terminal.written.out).toContain("It's the site, not you");
    // Practice is nobody's history.
    expect(readdirSync(folder)).toEqual([]);
  });

  test("says in a sentence what is wrong with the file, the scenario or the place", async () => {
    const cases: readonly (readonly [readonly string[], number, string])[] = [
      [["none.json", "--out", join(folder, "a.md")], 2, "There is no file"],
      [["package.json", "--out", join(folder, "a.md")], 2, "no report of GoodGateway"],
      [["--practice", "nonsense", "--out", "-", "--format", "md"], 2, "no practice scenario"],
      [["not an address", "--out", "-", "--format", "md"], 2, ""],
      [["--practice", "healthy", "--timeout", "x", "--out", "-", "--format", "md"], 2, "--timeout"],
      [[SAVED, "--out", join("package.json", "below.md")], 73, "could not be written"],
      [[SAVED, "--out", join("missing", "folder", "a.md")], 73, "There is no folder"],
      [[], 2, "--out"],
    ];
    for (const [words, code, part] of cases) {
      const terminal = fakeTerminal();
      expect(await reportCommand(words, terminal), words.join(" ")).toBe(code);
      expect(terminal.written.err).toContain(part);
    }
  });
});

describe("history", () => {
  async function history(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
    const terminal = fakeTerminal({ env: { GOODGATEWAY_HOME: folder } });
    const code = await historyCommand(words, terminal);
    return { code, ...terminal.written };
  }

  test("lists, finds, shows, compares and deletes", async () => {
    expect((await history()).out).toContain("No check-up has been kept yet");
    const report = openReport(readFileSync(SAVED, "utf8"));
    if (!report.ok) throw new Error(report.error);
    const other = { ...structuredClone(report.value.report), id: "second" };
    other.observations.checks.tcp = undefined as never;
    delete (other.observations.checks as { tcp?: unknown }).tcp;
    const own = ownHistory({ GOODGATEWAY_HOME: folder });
    expect(own.add(report.value.report)).toEqual({ ok: true, value: undefined });
    expect(own.add(other)).toEqual({ ok: true, value: undefined });
    const { id } = report.value.report;
    expect((await history()).out.split("\n")).toHaveLength(3);
    expect(JSON.parse((await history("--json", "second")).out)).toMatchObject([{ id: "second" }]);
    expect((await history("nowhere")).out).toContain("No check-up fits");
    expect(openReport((await history("show", id)).out)).toMatchObject({ ok: true });
    expect((await history("compare", id, id)).out).toBe("Nothing differs.\n");
    expect((await history("compare", id, "second")).out).toContain("tcp: status was pass, is absent");
    copyFileSync(SAVED, join(folder, "copy.json"));
    expect(JSON.parse((await history("compare", join(folder, "copy.json"), "second", "--json")).out)).toMatchObject({
      sameTarget: true,
    });
    expect((await history("judge", id)).out).toContain("Nothing changed");
    expect(JSON.parse((await history("judge", id, "--json")).out)).toMatchObject({ changes: [] });
    expect((await history("wrong", id, "my", "proxy", "is", "fine")).out).toContain("nothing was sent");
    expect(JSON.parse((await history("my proxy", "--json")).out)).toMatchObject([{ id, note: "my proxy is fine" }]);
    const changed = structuredClone(other);
    changed.judgement.verdict.code = "healthy";
    own.add({ ...changed, rules: 999 });
    expect((await history("judge", "second")).out).toMatch(/older-rules[\s\S]*code was healthy, is /u);
    expect((await history("delete", id)).out).toContain("deleted");
    expect((await history("delete", "--all")).out).toBe("1 deleted.\n");
  });

  test("says what is missing or not there", async () => {
    for (const words of [
      ["show"],
      ["show", "x"],
      ["judge"],
      ["judge", "x"],
      ["wrong", "x"],
      ["wrong", "x", "y"],
      ["delete"],
      ["delete", "x"],
      ["compare", "x"],
      ["compare", "x", "y"],
      ["compare", SAVED, "package.json"],
    ]) {
      const { code, err } = await history(...words);
      expect(code, words.join(" ")).toBe(2);
      expect(err.length).toBeGreaterThan(10);
    }
  });
});

describe("explain and schema", () => {
  test("reads a short code aloud", async () => {
    const terminal = fakeTerminal();
    expect(await explainCommand(["m9w", "yqhh"], terminal)).toBe(0);
    expect(terminal.written.out).toContain("gateway-error");
    expect(terminal.written.out).toContain("the site's own server");
  });

  test("says why a text is no code", async () => {
    for (const text of ["", "M9W-YQHX", "M9W-YQH0"]) {
      const terminal = fakeTerminal();
      expect(await explainCommand([text], terminal)).toBe(2);
      expect(terminal.written.err.length).toBeGreaterThan(10);
    }
  });

  test("publishes the schema of the saved report", async () => {
    const terminal = fakeTerminal();
    expect(await schemaCommand(["--report"], terminal)).toBe(0);
    expect(JSON.parse(terminal.written.out)).toMatchObject({
      properties: { format: { const: "goodgateway-report" }, observations: {} },
    });
  });
});
