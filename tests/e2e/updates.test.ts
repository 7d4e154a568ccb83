import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedBytes } from "../../electron/main/updates/signed-list.ts";
import { accessibilityFaultsOf } from "./support/accessibility.ts";
import { press } from "./support/guided.ts";
import { launch, type RunningApp } from "./support/launch.ts";
import { until } from "./support/processes.ts";

const OURS = generateKeyPairSync("ed25519");
const SOMEBODY = generateKeyPairSync("ed25519");
const NEXT_YEAR = new Date(Date.now() + 365 * 86_400_000).toISOString();
const LIST = process.arch === "x64" ? "latest-linux.yml" : `latest-linux-${process.arch}.yml`;

/** What lies at the place of the releases, by path; and what was asked of it. */
const files = new Map<string, string>();
const asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
const server = createServer((request, response) => {
  const path = (request.url ?? "").split("?")[0] ?? "";
  asked.push({ path, headers: request.headers });
  const body = files.get(path);
  if (path === "/led/astray") response.writeHead(302, { location: "http://127.0.0.1:9/x" }).end();
  else response.writeHead(body === undefined ? 404 : 200, { "content-type": "application/octet-stream" }).end(body);
});
let port = 0;

/** Puts a release there: a program, the list that describes it, and the list's signature. */
function publish(
  version: string,
  change: { program?: string; by?: typeof OURS; expires?: string; url?: string } = {},
): void {
  const name = `goodgateway-${version}.AppImage`;
  const program = `#!/bin/sh\necho "$APPIMAGE_SILENT_INSTALL" > "$GG_MARK"\n# ${version}\n`;
  const sha512 = createHash("sha512").update(program).digest("base64");
  const url = change.url ?? name;
  const list = `version: ${version}\nfiles:\n  - url: ${url}\n    sha512: ${sha512}\n    size: ${program.length}\npath: ${url}\nsha512: ${sha512}\nreleaseDate: '2026-01-01T00:00:00.000Z'\n`;
  const expires = change.expires ?? NEXT_YEAR;
  const signature = sign(null, signedBytes(LIST, expires, list), (change.by ?? OURS).privateKey).toString("base64");
  files.clear();
  files.set(`/${LIST}`, list);
  files.set(`/${LIST}.sig`, JSON.stringify({ version: 1, expires, signature }));
  files.set(`/${name}`, change.program ?? program);
}

/** The real updater inside the real program, against a place of releases on loopback. */
describe.skipIf(process.platform !== "linux")("newer versions", () => {
  let folder: string;
  let running: RunningApp;
  let old: string;

  beforeAll(async () => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    port = (server.address() as AddressInfo).port;
    folder = await mkdtemp(join(tmpdir(), "gg-updates-"));
    old = join(folder, "goodgateway.AppImage");
    await writeFile(old, "#!/bin/sh\n# the old one\n");
    await chmod(old, 0o755);
    const key = OURS.publicKey.export({ type: "spki", format: "der" }).toString("base64");
    await writeFile(
      join(folder, "releases.json"),
      JSON.stringify({ url: `http://127.0.0.1:${port}/`, key, publisher: null }),
    );
    publish("0.2.0");
    running = await launch({
      env: {
        GOODGATEWAY_RELEASES: join(folder, "releases.json"),
        APPIMAGE: old,
        GG_MARK: join(folder, "started"),
        XDG_CACHE_HOME: join(folder, "cache"),
      },
    });
    await press(running.page, "Settings");
    await running.page.getByRole("heading", { name: "Newer versions" }).waitFor();
  });

  afterAll(async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    server.close();
  });

  beforeEach(() => {
    asked.length = 0;
  });

  const look = async (answer: RegExp): Promise<void> => {
    await press(running.page, /^(?:Look now|Try again)$/u);
    await running.page.getByText(answer).waitFor();
  };

  it("asks nobody, and loads nothing for it, before the person has switched it on", async () => {
    const { page } = running;
    expect(await page.getByRole("switch", { name: /newer versions/u }).isChecked()).toBe(false);
    expect(await page.getByRole("button", { name: "Look now" }).count()).toBe(0);
    const refused = await page.evaluate(async () => window.api?.call("updates.look", undefined));
    expect(refused).toMatchObject({ ok: false, error: { code: "not-supported" } });
    expect(asked).toEqual([]);
    await page.getByText(`Asks 127.0.0.1:${port}`).waitFor();
    expect(await accessibilityFaultsOf(page)).toEqual([]);
    await page.getByText("Look for newer versions once a day").click();
    await page.getByText("Not looked yet.").waitFor();
    expect(asked).toEqual([]);
  });

  it("finds a newer version, and tells nobody who asks", async () => {
    await look(/^Version 0\.2\.0 is there\.$/u);
    expect(asked.map(({ path }) => path)).toEqual([`/${LIST}`, `/${LIST}.sig`]);
    for (const { headers } of asked) {
      expect(Object.keys(headers).filter((name) => /cookie|x-|authorization|referer/u.test(name))).toEqual([]);
    }
    // Nothing was fetched by looking.
    await expect(stat(join(folder, "cache", "goodgateway-updater"))).rejects.toThrow("ENOENT");
  });

  it.each([
    ["an older version", () => publish("0.0.9"), /^You have the newest version/u],
    ["the same version", () => publish("0.1.0"), /^You have the newest version/u],
    ["a list that somebody else has signed", () => publish("0.3.0", { by: SOMEBODY }), /does not carry our signature/u],
    [
      "a list without a signature",
      () => void (publish("0.3.0"), files.delete(`/${LIST}.sig`)),
      /has nothing for this system/u,
    ],
    [
      "a list that was changed after it was signed",
      () => void (publish("0.3.0"), files.set(`/${LIST}`, `${files.get(`/${LIST}`)}\n`)),
      /does not carry our signature/u,
    ],
    ["a list whose signature is too old", () => publish("0.3.0", { expires: "2020-01-01T00:00:00.000Z" }), /too old/u],
    [
      "a signed list that leads elsewhere",
      () => publish("0.3.0", { url: "http://127.0.0.1:9/x.AppImage" }),
      /could not be understood/u,
    ],
    ["nothing at all", () => files.clear(), /has nothing for this system/u],
  ])("does not take %s", async (_what, put, answer) => {
    put();
    await look(answer);
    expect(await running.page.getByRole("button", { name: /^Fetch/u }).count()).toBe(0);
    expect(asked.every(({ path }) => path.startsWith(`/${LIST}`))).toBe(true);
  });

  it("throws away a program that is not what the list describes", async () => {
    publish("0.3.0", { program: "#!/bin/sh\necho bad\n" });
    await look(/^Version 0\.3\.0 is there/u);
    await press(running.page, /^Fetch version 0\.3\.0/u);
    await running.page.getByText(/not what the makers have signed/u).waitFor();
    expect(await readFile(old, "utf8")).toContain("the old one");
  });

  it("fetches when told to, proves it, and puts it in place only when told to", async () => {
    const { page } = running;
    publish("0.2.0");
    await look(/^Version 0\.2\.0 is there/u);
    await press(page, /^Fetch version 0\.2\.0/u);
    await page.getByText(/^Version 0\.2\.0 was fetched/u).waitFor();
    expect(await readFile(old, "utf8")).toContain("the old one");
    expect(running.complaints).toEqual([]);
    await press(page, "Install version 0.2.0 and start it");
    const started = await until(
      async () => readFile(join(folder, "started"), "utf8").catch(() => ""),
      (text) => text !== "",
    );
    expect(started).toBe("true\n");
    expect(await readFile(old, "utf8")).toContain("# 0.2.0");
  });
});
