import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReport } from "../../electron/report/kept/open-report.ts";
import { heading, outcome, practise, press, proof } from "./support/guided.ts";
import { launch, type RunningApp } from "./support/launch.ts";
import { ordinaryUser, type OrdinaryUser } from "./support/ordinary-user.ts";
import { pidsWith, seccompOf } from "./support/processes.ts";
import { ROOT } from "./support/root.ts";
import { bytesThatDiffer, hashesOf, makeTwin } from "./support/twin.ts";

/** What `npm run package` made. */
const PACKAGED = join(ROOT, "dist", "linux-unpacked");
/** How a gateway that asks for a reply and gets none says so; nginx's own page. */
const BAD_GATEWAY =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

/** A site on loopback that its gateway cannot reach, until it is well again. */
const site = { well: false, port: 0 };
const server = createServer((_request, response) => {
  const [status, body] = site.well
    ? [200, "<!doctype html><title>The shop</title><h1>The shop</h1>"]
    : [502, BAD_GATEWAY];
  response.writeHead(status, { server: "nginx", "content-type": "text/html" }).end(body);
});

/** The whole way of a person with a 502, in the packaged program, as an ordinary user under the kernel's filter. */
describe.skipIf(process.platform !== "linux")("a 502, in the packaged program's twin", () => {
  let user: OrdinaryUser;
  let twin: string;
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    site.port = (server.address() as AddressInfo).port;
    user = await ordinaryUser();
    twin = await makeTwin(user, PACKAGED);
    const home = join(user.folder, "home", "data");
    const program = await user.starter(join(twin, "electron"), { GOODGATEWAY_HOME: home });
    running = await launch({ program, home, ordinary: true });
    page = running.page;
  });

  afterAll(async () => {
    await running.stop();
    await user.remove();
    server.close();
  });

  it("E11: is the packaged program but for one fuse: every other file and app.asar byte for byte", async () => {
    const [shipped, copy] = await Promise.all([hashesOf(PACKAGED), hashesOf(twin)]);
    expect(copy.get("resources/app.asar")).toBe(shipped.get("resources/app.asar"));
    expect([...copy.keys()]).toEqual([...shipped.keys()]);
    const other = [...copy].filter(([name, hash]) => shipped.get(name) !== hash).map(([name]) => name);
    expect(other).toEqual(["goodgateway"]);
    expect(await bytesThatDiffer(join(PACKAGED, "goodgateway"), join(twin, "electron"))).toBe(1);
  });

  it("E1: is an ordinary user's, and its page's process is under the kernel's filter", async () => {
    const pids = await pidsWith(["--type=renderer", twin]);
    expect(pids.length).toBeGreaterThan(0);
    expect(await seccompOf(pids)).toEqual(pids.map(() => "2"));
    expect(await running.app.evaluate(() => process.getuid?.())).not.toBe(0);
  });

  it("E3: keeps the sandbox for a window that asks to be without", async () => {
    const pid = await running.app.evaluate(async ({ BrowserWindow }) => {
      const other = new BrowserWindow({ show: false, webPreferences: { sandbox: false } });
      await other.loadURL("about:blank");
      return other.webContents.getOSProcessId();
    });
    expect(await seccompOf([String(pid)])).toEqual(["2"]);
    await running.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (!window.isVisible()) window.destroy();
    });
  });

  it("says of an address that was typed that its gateway answers for a site it cannot reach", async () => {
    await page.getByLabel("Address of the page").fill(`http://127.0.0.1:${site.port}/cart`);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByRole("button", { name: "Report…" }).waitFor();
    const said = await page.locator("main").innerText();
    expect(said).toContain("502");
    expect(said).toMatch(/nginx/iu);
  });

  it("R1: writes the report that was seen to the disk, as a web page and as a file that opens again", async () => {
    await press(page, "Report…");
    await page.getByRole("heading", { name: "Preview" }).waitFor();
    const html = await saved("Web page", "report.html");
    expect(html).toContain("502");
    expect(html).not.toMatch(/<script|javascript:/iu);
    const opened = openReport(await saved("GoodGateway file", "report.goodgateway.json"));
    expect(opened).toMatchObject({ ok: true, value: { fromDocument: false } });
    // Nobody else on this computer can read it.
    const { mode } = await stat(join(user.folder, "home", "report.html"));
    expect(mode & 0o077).toBe(0);
    await press(page, "Back");
  });

  it("leads through what helps, and sees with the same look before and after that the site is back", async () => {
    await press(page, "What helps, step by step");
    await heading(page, "Look at the program on this computer");
    await press(page, "Begin");
    await page.getByRole("button", { name: "I have done it, look again" }).waitFor();
    site.well = true;
    await press(page, "I have done it, look again");
    await outcome(page, /^(?:Fixed|It works)/u);
    expect((await proof(page))[0]).toMatch(/fails.*works/u);
    await press(page, "Finish");
    await press(page, "Done");
    await press(page, "New address");
  });

  it("mends a 502 of this computer's own proxy on the practice network", async () => {
    await press(page, "Try it on a practice network");
    await practise(page, "The proxy fails by itself");
    await press(page, "What helps, step by step");
    await heading(page, "Switch the proxy off");
    await press(page, "Do it");
    await outcome(page, /^Fixed/u);
    expect((await proof(page))[0]).toMatch(/fails.*works/u);
    await press(page, "Finish");
    await heading(page, "It works again");
    expect(running.complaints).toEqual([]);
  });

  it("opens the saved report when the file manager hands it over, without asking where it is", async () => {
    const report = join(user.folder, "home", "report.goodgateway.json");
    // A second start, as a double click makes one: it hands the file to the program that is open, and ends.
    const data = { GOODGATEWAY_HOME: join(user.folder, "home", "data") };
    // Unpacked by name, the twin takes its first word for the folder of its sources.
    const second = user.start(join(twin, "electron"), ["--disable-gpu", ".", `file://${report}`], data);
    const [code] = await once(second, "close");
    expect(code).toBe(0);
    await page.getByText(/Somebody else's report \(report\.goodgateway\.json\)/u).waitFor();
    expect(await page.locator("main").innerText()).toContain("127.0.0.1");
    expect(running.complaints).toEqual([]);
  });

  /** Chooses the format, saves, and gives what is on the disk then, which must be what the preview showed. */
  async function saved(format: string, name: string): Promise<string> {
    await page.getByRole("radio", { name: format, exact: true }).click({ force: true });
    await page.getByText(/made in/u).waitFor();
    await page.waitForFunction(() => !document.body.innerText.includes("Stop"));
    if (format === "Web page")
      await page.getByRole("radio", { name: "As the text that is saved" }).click({ force: true });
    const shown = await page.locator("pre").first().textContent();
    const path = join(user.folder, "home", name);
    await running.app.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
    }, path);
    await press(page, "Save…");
    await page.getByText(/the same bytes as the preview/u).waitFor();
    const text = await readFile(path, "utf8");
    expect(text).toBe(shown);
    return text;
  }
});
