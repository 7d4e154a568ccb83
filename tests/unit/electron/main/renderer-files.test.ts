import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileKey, rendererFiles } from "../../../../electron/main/renderer-files.ts";

const ORIGIN = "app://goodgateway";

describe("the table of the window's files", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "gg-files-"));
    await mkdir(join(root, "assets"));
    await writeFile(join(root, "index.html"), "x");
    await writeFile(join(root, "assets", "index.js"), "x");
    await writeFile(join(root, "assets", "index.js.map"), "x");
    await writeFile(join(root, "secret"), "x");
  });
  afterEach(async () => {
    await rm(root, { recursive: true });
  });

  it("holds the files of known kinds by the path they are asked for", async () => {
    const files = await rendererFiles(root);
    expect([...files.keys()].toSorted()).toEqual(["/assets/index.js", "/index.html"]);
    expect(files.get("/assets/index.js")).toEqual({
      path: join(root, "assets", "index.js"),
      type: "text/javascript; charset=utf-8",
    });
  });

  it("says so when there is no built window", async () => {
    await expect(rendererFiles(join(root, "missing"))).rejects.toThrow("ENOENT");
  });
});

describe("a request", () => {
  it("for a plain path under our origin has a key", () => {
    expect(fileKey({ method: "GET", url: `${ORIGIN}/index.html` }, ORIGIN)).toBe("/index.html");
    expect(fileKey({ method: "GET", url: `${ORIGIN}/assets/index-Ab_1.js` }, ORIGIN)).toBe("/assets/index-Ab_1.js");
  });

  it.each([
    ["POST", `${ORIGIN}/index.html`],
    ["HEAD", `${ORIGIN}/index.html`],
    ["GET", "app://goodgateway.evil/index.html"],
    ["GET", "app://goodgateway"],
    ["GET", "app://other/index.html"],
    ["GET", "https://goodgateway/index.html"],
    ["GET", `${ORIGIN}/`],
    ["GET", `${ORIGIN}//index.html`],
    ["GET", `${ORIGIN}/../index.html`],
    ["GET", `${ORIGIN}/%2e%2e/index.html`],
    ["GET", `${ORIGIN}/a\\b.html`],
    ["GET", `${ORIGIN}/index.html?x=1`],
    ["GET", `${ORIGIN}/index.html%00`],
  ])("%s %s has none", (method, url) => {
    expect(fileKey({ method, url }, ORIGIN)).toBeNull();
  });
});
