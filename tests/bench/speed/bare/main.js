// The least that a window can be: what the program's start and memory are held against.
import { app, BrowserWindow } from "electron";
import { join } from "node:path";

app.setPath("userData", process.env["GOODGATEWAY_HOME"] ?? app.getPath("temp"));
app.on("window-all-closed", () => app.quit());
await app.whenReady();
const window = new BrowserWindow({ width: 1000, height: 760, webPreferences: { sandbox: true } });
await window.loadFile(join(import.meta.dirname, "index.html"));
