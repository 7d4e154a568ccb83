import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { ElectronApplication } from "playwright-core";

/** One script file of a program that runs. */
export interface LoadedScript {
  readonly url: string;
  readonly text: string;
}

/** Every script file that the main program has loaded so far, as its own debugger interface lists them. */
export async function loadedScripts(app: ElectronApplication): Promise<readonly LoadedScript[]> {
  const urls = await app.evaluate(() => {
    // Plain text inside the other program: nothing of this module exists there.
    const { Session } = process.getBuiltinModule("node:inspector");
    const session = new Session();
    const found: string[] = [];
    session.connect();
    session.on("Debugger.scriptParsed", ({ params }) => found.push(params.url));
    session.post("Debugger.enable");
    session.disconnect();
    return found;
  });
  const files = [...new Set(urls)].filter((url) => url.startsWith("file:"));
  return Promise.all(files.map(async (url) => ({ url, text: await readFile(fileURLToPath(url), "utf8") })));
}
