// The least that a window can be: what the program's start and memory are held against.
import { app, BrowserWindow } from "electron";
import { join } from "node:path";

app.setPath("userData", process.env["GOODGATEWAY_HOME"] ?? app.getPath("temp"));
app.on("window-all-closed", () => app.quit());
// Not awaited up here: Electron is not ready before this module has been evaluated.
app.once("ready", () => {
  const window = new BrowserWindow({ width: 1000, height: 760, webPreferences: { sandbox: true } });
  void window.loadFile(join(import.meta.dirname, "index.html"));
});
