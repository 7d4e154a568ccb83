import { getRawHeader, listPackage } from "@electron/asar";
import { execFile, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPackaged, fuseRows, sizeRows, table } from "../../build/scripts/lib/packaged.mjs";
import { documentSchema } from "../../shared/contract/document.ts";
import { ordinaryUser, type OrdinaryUser } from "./support/ordinary-user.ts";
import { listeningPortsOf, pidsWith, seccompOf, until } from "./support/processes.ts";
import { ROOT } from "./support/root.ts";
import { ownHelper } from "./support/twin.ts";

/** What `npm run package` made. */
const PACKAGED = join(ROOT, "dist", "linux-unpacked");
const PROGRAM = join(PACKAGED, "goodgateway");
/** Chromium starts for root only without its sandbox; a terminal command shows no page. */
const AS_ROOT = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** The program's data folder in these tests. */
let home = "";

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The shipped program, without a display; `more`: what else stands in its environment. */
async function inTerminal(words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { DISPLAY: _, ...inherited } = process.env;
  const env = { ...inherited, GOODGATEWAY_HOME: home, ...more };
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
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "gg-packaged-home-"));
  });

  afterAll(async () => {
    await rm(home, { recursive: true, force: true });
  });

  describe("as a terminal program, without a display", () => {
    it("says its version and nothing else", async () => {
      expect(await inTerminal(["version"])).toMatchObject({ code: 0, stdout: "0.1.0\n" });
    });

    it("finds the fault of a practice network, as one document with the right exit code", async () => {
      const { code, stdout } = await inTerminal(["diagnose", "--practice", "gateway-dead-origin", "--json"]);
      expect(documentSchema.parse(JSON.parse(stdout)).verdict.code).toBe("gateway-error");
      expect(code).toBe(1);
    });

    it.each([
      ["explain 502", /^502 Bad Gateway/u],
      ["dns status --json", /"schemaVersion": 1/u],
      ["watch --help", /watch URL\s+wait until a site is back/u],
      ["schema", /json-schema\.org/u],
      ["history", /No check-up has been kept yet/u],
      ["recover --json", /"changes": \[\]/u],
    ])("answers %s", async (line, answer) => {
      const { code, stdout } = await inTerminal(line.split(" "));
      expect(stdout).toMatch(answer);
      expect(code).toBe(0);
    });

    it("writes a report of a saved check-up, also as a PDF, which its own window kit prints", async () => {
      const { stdout } = await inTerminal(["diagnose", "--practice", "gateway-dead-origin", "--json"]);
      const document = join(home, "checkup.json");
      await writeFile(document, stdout);
      for (const [format, begins] of [
        ["html", "<!doctype html>"],
        ["pdf", "%PDF-"],
      ] as const) {
        const out = join(home, `report.${format}`);
        const { code } = await inTerminal(["report", document, "--format", format, "--out", out]);
        expect(code).toBe(0);
        expect((await readFile(out, "latin1")).toLowerCase()).toContain(begins.toLowerCase());
      }
    });

    it("calls an unknown command wrong usage", async () => {
      const { code, stdout, stderr } = await inTerminal(["mistyped"]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("mistyped");
    });
  });

  describe("as it lies on the disk", () => {
    it("E11: runs nobody else's code: as Node, with a debugger, through the environment or a port", async () => {
      const [script, mark] = [join(home, "other.cjs"), join(home, "was-run")];
      await writeFile(script, `require("fs").writeFileSync(${JSON.stringify(mark)}, "")`);
      const ways: readonly [words: readonly string[], env: Readonly<Record<string, string>>][] = [
        [["version"], { ELECTRON_RUN_AS_NODE: "1" }],
        [["version"], { NODE_OPTIONS: `--require ${script}` }],
        [["version"], { NODE_EXTRA_CA_CERTS: script }],
        [["--inspect=127.0.0.1:0", "version"], {}],
        [["--inspect-brk=127.0.0.1:0", "version"], {}],
        [["--remote-debugging-port=0", "version"], {}],
      ];
      for (const [words, env] of ways) {
        const { code, stdout, stderr } = await inTerminal(words, env);
        // Node, asked to run the script "version", would find none; a debugger or a port says where it listens.
        expect({ words, env, code, stdout }).toEqual({ words, env, code: 0, stdout: "0.1.0\n" });
        expect(stderr).not.toMatch(/listening on|NODE_|certificate/iu);
      }
      // As Node it would run this file; as itself it knows no such command.
      const asNode = await inTerminal([script], { ELECTRON_RUN_AS_NODE: "1" });
      expect(asNode.code).toBe(2);
      await expect(stat(mark)).rejects.toThrow("ENOENT");
    });

    it("E11: has its doors for others shut", async () => {
      const packaged = await findPackaged();
      const rows = packaged === null ? [] : await fuseRows(packaged);
      process.stdout.write(`\n${table(["fuse", "wanted", "is", "why"], rows)}\n\n`);
      // Written down once more, so that a slip in the table that sets them is seen.
      expect(rows.map(({ cells: [fuse = "", , is = ""] }) => `${fuse} ${is}`)).toEqual([
        "RunAsNode off",
        "EnableCookieEncryption on",
        "EnableNodeOptionsEnvironmentVariable off",
        "EnableNodeCliInspectArguments off",
        "EnableEmbeddedAsarIntegrityValidation off",
        "OnlyLoadAppFromAsar on",
        "LoadBrowserProcessSpecificV8Snapshot off",
        "GrantFileProtocolExtraPrivileges off",
      ]);
    });

    it("is no bigger than promised", async () => {
      const packaged = await findPackaged();
      const rows = packaged === null ? [] : await sizeRows(packaged);
      process.stdout.write(`\n${table(["size", "is", "bar"], rows)}\n\n`);
      expect(rows.length).toBeGreaterThan(3);
      expect(rows.filter(({ ok }) => ok === false).map(({ cells }) => cells.join(" "))).toEqual([]);
    });

    it("holds the built program and nothing of the sources or the libraries' folders", () => {
      const archive = join(PACKAGED, "resources", "app.asar");
      expect(getRawHeader(archive).headerSize).toBeGreaterThan(0);
      const top = new Set(listPackage(archive, { isPack: false }).map((path) => path.split("/")[1]));
      expect([...top]).toEqual(["out", "package.json"]);
    });
  });

  describe("as a window of an ordinary user", () => {
    let user: OrdinaryUser;
    let program: string;

    beforeAll(async () => {
      user = await ordinaryUser();
      const folder = await user.bring(PACKAGED, "program");
      program = join(folder, "goodgateway");
      await ownHelper(folder, PACKAGED);
    });

    afterAll(async () => {
      await user.remove();
    });

    it("E1, P4: opens, is painted, listens to nobody, and its page's process is under the kernel's filter", async () => {
      const data = join(user.folder, "home", "data");
      const child = user.start(program, ["--disable-gpu"], { GOODGATEWAY_HOME: data });
      const log = await until(
        async () => {
          if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
          return readFile(join(data, "logs", "main.log"), "utf8").catch(() => "");
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
      const pids = await pidsWith([program]);
      expect(pids.length).toBeGreaterThan(2);
      expect(await listeningPortsOf(pids)).toBe(0);
    });

    it.each([
      "--no-sandbox",
      "--remote-debugging-port=0",
      "--remote-debugging-pipe",
      "--inspect=0",
      "--js-flags=--expose-gc",
      "--ignore-certificate-errors",
      "--browser-subprocess-path=/bin/false",
      "--disable-seccomp-filter-sandbox",
    ])("E3: does not open with %s", async (option) => {
      const child = user.start(program, ["--disable-gpu", option], {
        GOODGATEWAY_HOME: join(user.folder, "home", "other"),
      });
      const { code, said } = await ended(child);
      expect(code).toBe(2);
      expect(said).toContain("does not open its window with");
    });
  });
});
