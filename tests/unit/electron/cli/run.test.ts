import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMAND_NAMES, runCli } from "../../../../electron/cli/run.ts";
import { USAGE, usageFor } from "../../../../electron/cli/usage.ts";
import { documentSchema } from "../../../../shared/contract/document.ts";
import { APP_VERSION } from "../../../../shared/lib/app-version.ts";
import { fakeTerminal, type FakeTerminal } from "./terminal/fake-terminal.ts";

async function ran(line: readonly string[], terminal: FakeTerminal = fakeTerminal()) {
  const code = await runCli(line, terminal);
  return { code, ...terminal.written };
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gg-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe("the terminal face", () => {
  it("explains itself, naming every command", async () => {
    const { code, out } = await ran([]);
    expect(code).toBe(0);
    for (const name of COMMAND_NAMES) expect(out).toContain(`  ${name}`);
    expect((await ran(["diagnose", "--help"])).out).toBe(out);
  });

  it("fits its help into a usual terminal, and leaves no word out", () => {
    const narrow = usageFor(80);
    expect(narrow.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(narrow.split(/\s+/u)).toEqual(USAGE.split(/\s+/u));
  });

  it("is named in the README, command by command", async () => {
    const readme = await readFile("README.md", "utf8");
    expect(COMMAND_NAMES.filter((name) => !readme.includes(`\`${name}`))).toEqual([]);
  });

  it("says its version, the one of the package", async () => {
    expect((await ran(["--version"])).out).toBe(`${APP_VERSION}\n`);
    const manifest = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
    expect(APP_VERSION).toBe(manifest.version);
  });

  it.each(["nonsense", "constructor", "__proto__"])("does not know %s", async (name) => {
    const { code, out, err } = await ran([name]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`There is no command "${name}"`);
  });

  it("prints the schema that its documents follow", async () => {
    const schema = JSON.parse((await ran(["schema"])).out) as { properties: Record<string, unknown> };
    expect(Object.keys(schema.properties)).toEqual(Object.keys(documentSchema.shape));
  });

  it("lists the practice network", async () => {
    const { code, out } = await ran(["practice"]);
    expect(code).toBe(0);
    expect(out).toContain("gateway-dead-origin");
  });
});

describe("diagnose", () => {
  it.each([
    [["htp:/x"], "http"],
    [["javascript:alert(1)"], ""],
    [["two words"], ""],
    [["x".repeat(70_000)], ""],
    [[], "Say which address"],
    [["--practice", "no-such"], 'no practice scenario "no-such"'],
  ])("answers %.40s with one sentence and exit code 2", async (words, sentence) => {
    const { code, out, err } = await ran(["diagnose", ...words]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trim()).not.toBe("");
    expect(err.trim()).not.toContain("\n");
    expect(err.length).toBeLessThan(400);
    expect(err).toContain(sentence);
  });

  it.each([
    ["missing", null, "There is no file"],
    ["broken", "{", "cannot be used"],
    ["odd", '{"publicResolvers": 7}', "cannot be used"],
  ])("refuses a %s references file before it sends anything", async (name, content, sentence) => {
    const path = content === null ? join(folder, "none.json") : await file(`${name}.json`, content);
    const { code, out, err } = await ran(["diagnose", "http://127.0.0.1:8099/", "--references", path]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
  });

  it("prints one document and nothing else with --json", { timeout: 30_000 }, async () => {
    const { code, out, err } = await ran(["diagnose", "--practice", "gateway-dead-origin", "--json"]);
    const document = documentSchema.parse(JSON.parse(out));
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(document.verdict).toMatchObject({ code: "gateway-error", faultSide: "site-origin", httpStatus: 502 });
    expect(document.verdict.gateway?.vendor).toContain("nginx");
    expect(document.attempts.length).toBeGreaterThanOrEqual(3);
    expect(document.requestsToSite).toBeLessThanOrEqual(7);
    const keys = /(?:verdict|evidence|check|repair|rival)\.[a-z-]+\.?[a-z-]*/u;
    const sentences = [document.verdict.title, ...document.checks.map(({ summary }) => summary)];
    expect(sentences.filter((sentence) => keys.test(sentence))).toEqual([]);
  });

  it("prints an object a line while it runs and the document last with --events", { timeout: 30_000 }, async () => {
    const { code, out } = await ran(["diagnose", "--practice", "no-link", "--events"]);
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(1);
    expect(lines[0]).toMatchObject({ event: "started" });
    expect(documentSchema.parse(lines.at(-1)).verdict.code).toBe("no-link");
    const started = lines.filter((line) => line["event"] === "check-started").map((line) => line["checkId"]);
    const ended = lines.filter((line) => line["event"] === "check-ended").map((line) => line["checkId"]);
    expect(ended).toEqual(expect.arrayContaining(started));
  });

  it("is a pleasure to read: the sentence first, no colour codes in a pipe", { timeout: 30_000 }, async () => {
    const { code, out } = await ran(["diagnose", "--practice", "healthy"]);
    expect(code).toBe(0);
    expect(out.trimStart()).toMatch(/^shop\.example works from here/u);
    expect(out).not.toContain("\u001B");
    expect(out).toContain("● site");
    expect(out.split("\n").every((line) => line.length <= 100)).toBe(true);
  });

  it("shows progress only where somebody watches", { timeout: 30_000 }, async () => {
    const watched = await ran(["diagnose", "--practice", "no-link"], fakeTerminal({ errIsTty: true }));
    expect(watched.err).toContain("\r");
    expect(watched.err.endsWith("\r\u001B[2K")).toBe(true);
  });
});

describe("classify", () => {
  const page = {
    status: 502,
    statusText: "Bad Gateway",
    headers: { Server: "nginx" },
    body: "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>",
  };

  it("answers one response with one object of the agreed shape", async () => {
    const { code, out } = await ran(["classify", await file("one.json", JSON.stringify(page)), "--json"]);
    const answer = JSON.parse(out) as Record<string, unknown>;
    expect(code).toBe(0);
    expect(Object.keys(answer)).toEqual(["signatureId", "vendor", "hop", "faultSide", "confidence", "meaning"]);
    expect(answer).toMatchObject({ vendor: "nginx", faultSide: "site-origin" });
  });

  it("answers an array with an array in the same order", async () => {
    const pages = [{ status: 200, headers: [["content-type", "text/html"]], body: "hello" }, page];
    const { out } = await ran(["classify", await file("two.json", JSON.stringify(pages)), "--json"]);
    expect(JSON.parse(out)).toMatchObject([{ signatureId: null, faultSide: "none" }, { vendor: "nginx" }]);
  });

  it("takes a saved text whose status nobody knows", async () => {
    const text = { status: 0, body: "Windows Update: error 0x80244021" };
    const { code, out } = await ran(["classify", await file("text.json", JSON.stringify(text)), "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty("faultSide");
  });

  it("takes a page as a browser saves it", async () => {
    const html =
      "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n";
    const { code, out } = await ran(["classify", await file("page.html", html)]);
    expect(code).toBe(0);
    expect(out).toMatch(/^502: nginx/u);
  });

  it("takes a browser's network log", async () => {
    const entry = (status: number, text: string) => ({
      request: { url: "https://shop.example/" },
      response: { status, statusText: "", headers: [{ name: "Server", value: "nginx" }], content: { text } },
    });
    const har = { log: { entries: [entry(502, page.body), entry(502, page.body)] } };
    const { code, out } = await ran(["classify", await file("log.har", JSON.stringify(har)), "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ vendor: "nginx" }, { vendor: "nginx" }]);
  });

  it("says it in a line for people", async () => {
    const { out } = await ran(["classify", await file("human.json", JSON.stringify(page))]);
    expect(out).toMatch(/^502 Bad Gateway: nginx/u);
  });

  it.each([
    ["no file", ["none.json"], "There is no file"],
    ["no JSON", ["bad.json"], "neither a saved page (HTML), a network log (HAR) nor JSON"],
    ["another shape", ["shape.json"], "does not hold"],
    ["no name", [], "Say which saved response"],
    ["two names", ["one.json", "two.json"], "Say which saved response"],
    ["an unknown option", ["one.json", "--xml"], "takes a file and --json"],
  ])("answers %s with one sentence", async (_name, words, sentence) => {
    await file("bad.json", "{");
    await file("shape.json", '[{"status":"502"}]');
    const paths = words.map((word) => (word.startsWith("--") ? word : join(folder, word)));
    const { code, out, err } = await ran(["classify", ...paths]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
  });
});
