import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

/** What must appear in one place only, or nowhere. Read from the sources, so that a new file is held to it too. */
let sources: { readonly file: string; readonly text: string }[];

beforeAll(async () => {
  const folders = ["electron", "renderer", "shared"];
  const files = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  const code = files.flat().filter((file) => /\.(ts|tsx|html)$/.test(file));
  sources = await Promise.all(
    code.map(async (file) => ({ file, text: withoutComments(await readFile(file, "utf8")) })),
  );
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

function filesWith(pattern: RegExp): string[] {
  return sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .toSorted((a, b) => a.localeCompare(b));
}

describe("the sources", () => {
  it("are found at all", () => {
    expect(filesWith(/import/).length).toBeGreaterThan(100);
  });

  it.each([
    ["the door for calls is opened in one place", /\bipcMain\b/, ["electron/ipc/register.ts"]],
    ["the page's side of the door is one file", /\bipcRenderer\b|\bcontextBridge\b/, ["electron/preload/index.ts"]],
    ["people are sent to pages outside in one place", /\bshell\.openExternal\(/, ["electron/main/open-outside.ts"]],
    ["nobody is sent to a file outside", /\bshell\.openPath\(/, []],
    ["programs are started in one place", /["'](node:)?child_process["']/, ["electron/platform/exec.ts"]],
  ])("%s", (_name, pattern, expected) => {
    expect(filesWith(pattern)).toEqual(expected);
  });

  it.each([
    ["nothing runs code inside the page from outside", /\.executeJavaScript\(|\.insertCSS\(/],
    ["no page is loaded from a file or the network", /\.loadFile\(|file:\/\/|\.loadURL\((?!START_PAGE\))/],
    [
      "nothing becomes code or markup from text",
      /\beval\(|new Function\(|\.innerHTML|insertAdjacentHTML|document\.write/,
    ],
    ["React is given no markup", /dangerouslySetInnerHTML/],
    ["no certificate check is switched off for a page", /setCertificateVerifyProc|NODE_TLS_REJECT_UNAUTHORIZED/],
    ["no remote module and no answer to a frame by number", /@electron\/remote|sendToFrame|event\.reply/],
    ["no page gets Node", /nodeIntegration: true|contextIsolation: false|sandbox: false|webviewTag: true/],
  ])("hold that %s", (_name, pattern) => {
    expect(filesWith(pattern)).toEqual([]);
  });
});
