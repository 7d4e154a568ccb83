// Takes the place of the default app that a stock Electron carries: runs the app folder named on the command line.
// The top-level await matters: Electron fires "ready" only after this module has been evaluated, so the app can still
// register its scheme and switch the sandbox on.
import { app } from "electron";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const given = process.argv.slice(1).find((argument) => !argument.startsWith("-"));
if (given === undefined) {
  process.stderr.write("electron: name the app's folder\n");
  app.exit(2);
} else {
  const folder = resolve(given);
  const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setAppPath(folder);
  process.defaultApp = true;
  await import(pathToFileURL(join(folder, main)).href);
}
