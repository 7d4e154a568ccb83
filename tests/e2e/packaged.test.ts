import { getRawHeader, listPackage } from "@electron/asar";
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from "@electron/fuses";
import { execFile, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentSchema } from "../../shared/contract/document.ts";
import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator } from "../../shared/text/translator.ts";
import { launch, type RunningApp } from "./support/launch.ts";
import { ordinaryUser, type OrdinaryUser } from "./support/ordinary-user.ts";
import { listeningPortsOf, pidsWith, seccompOf, until } from "./support/processes.ts";
import { ROOT } from "./support/root.ts";

/** What `npm run package` made. */
const PACKAGED = join(ROOT, "dist", "linux-unpacked");
const PROGRAM = join(PACKAGED, "goodgateway");
/** Chromium starts for root only without its sandbox; a terminal command shows no page. */
const AS_ROOT = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** How an enabled fuse reads in the program's file: the digit 1 (Electron: docs/tutorial/fuses.md). */
const ENABLED = "1".codePointAt(0);

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function inTerminal(...words: string[]): Promise<Ended> {
  const { DISPLAY: _, ...env } = process.env;
  try {
    const { stdout, stderr } = await promisify(execFile)(PROGRAM, [...AS_ROOT, ...words], { env, timeout: 40_000 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

async function ended(child: ChildProcess): Promise<{ code: unknown; said: string }> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => (said += text));
  const [code] = await once(child, "close");
  return { code, said };
}

describe.skipIf(process.platform !== "linux")("the packaged program", () => {
  describe("as a terminal program, without a display", () => {
    it("says its version and nothing else", async () => {
      expect(await inTerminal("version")).toMatchObject({ code: 0, stdout: "0.1.0\n" });
    });

    it("finds the fault of a practice network, as one document with the right exit code", async () => {
      const { code, stdout } = await inTerminal("diagnose", "--practice", "gateway-dead-origin", "--json");
      expect(documentSchema.parse(JSON.parse(stdout)).verdict.code).toBe("gateway-error");
      expect(code).toBe(1);
    });

    it("calls an unknown command wrong usage", async () => {
      const { code, stdout, stderr } = await inTerminal("mistyped");
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("mistyped");
    });
  });

  describe("as it lies on the disk", () => {
    it("E11: has its doors for others shut", async () => {
      const wire = await getCurrentFuseWire(PROGRAM);
      const state = (fuse: FuseV1Options): string => (wire[fuse] === ENABLED ? "on" : "off");
      expect({
        runAsNode: state(FuseV1Options.RunAsNode),
        cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
        nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
        inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
        onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
        fileRights: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
      }).toEqual({
        runAsNode: "off",
        cookieEncryption: "on",
        nodeOptions: "off",
        inspect: "off",
        onlyAsar: "on",
        fileRights: "off",
      });
    });

    it("holds the built program and nothing of the sources or the libraries' folders", () => {
      const archive = join(PACKAGED, "resources", "app.asar");
      expect(getRawHeader(archive).headerSize).toBeGreaterThan(0);
      const top = new Set(listPackage(archive, { isPack: false }).map((path) => path.split("/")[1]));
      expect([...top]).toEqual(["out", "package.json"]);
    });
  });

  describe("as a window", () => {
    let folder: string;
    let running: RunningApp;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "gg-packaged-"));
      // The shipped program lets nobody drive it. A copy with its debugger fuse on and the name of a bare runtime does;
      // what it runs is the same app.asar.
      await cp(PACKAGED, folder, { recursive: true });
      await rename(join(folder, "goodgateway"), join(folder, "electron"));
      await flipFuses(join(folder, "electron"), {
        version: FuseVersion.V1,
        [FuseV1Options.EnableNodeCliInspectArguments]: true,
      });
      running = await launch({ program: join(folder, "electron") });
    });

    afterAll(async () => {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it("finds a fault and says whose it is", async () => {
      const { page } = running;
      await page.getByRole("button", { name: "Try it on a practice network" }).click();
      await page.getByRole("button", { name: /^502: the server behind the gateway is dead/ }).click();
      const title = createTranslator("en", { en: ENGLISH })("verdict.gateway-error.title");
      await page.getByRole("heading", { level: 1, name: title }).waitFor({ timeout: 40_000 });
      expect(await page.locator("main").innerText()).toContain("502");
      expect(running.complaints).toEqual([]);
    });
  });

  describe("as a window of an ordinary user", () => {
    let user: OrdinaryUser;
    let program: string;

    beforeAll(async () => {
      user = await ordinaryUser();
      const folder = await user.bring(PACKAGED, "program");
      program = join(folder, "goodgateway");
      if (process.getuid?.() === 0) {
        // As a package's installer leaves it; a copy of its own, so that the mode stays here.
        const helper = join(folder, "chrome-sandbox");
        await rm(helper);
        await cp(join(PACKAGED, "chrome-sandbox"), helper);
        await chmod(helper, 0o4755);
      }
    });

    afterAll(async () => {
      await user.remove();
    });

    it("E1, P4: opens, is painted, listens to nobody, and its page's process is under the kernel's filter", async () => {
      const home = join(user.folder, "home", "data");
      const child = user.start(program, ["--disable-gpu"], { GOODGATEWAY_HOME: home });
      const log = await until(
        async () => {
          if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
          return readFile(join(home, "logs", "main.log"), "utf8").catch(() => "");
        },
        (text) => text.includes("window shown"),
      );
      expect(log).not.toContain(" error ");
      const modes = await seccompOf(await pidsWith(["--type=renderer", user.folder]));
      expect(modes.length).toBeGreaterThan(0);
      expect(modes).toEqual(modes.map(() => "2"));
      // Nobody on this machine can knock: no process of it listens, while this test's own server is seen to.
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      expect(await listeningPortsOf([String(process.pid)])).toBeGreaterThan(0);
      server.close();
      expect(await listeningPortsOf(await pidsWith([program]))).toBe(0);
    });

    it.each(["--no-sandbox", "--remote-debugging-port=0", "--js-flags=--expose-gc", "--ignore-certificate-errors"])(
      "E3: does not open with %s",
      async (option) => {
        const child = user.start(program, ["--disable-gpu", option], {
          GOODGATEWAY_HOME: join(user.folder, "home", "other"),
        });
        const { code, said } = await ended(child);
        expect(code).toBe(2);
        expect(said).toContain("does not open its window with");
      },
    );
  });
});
