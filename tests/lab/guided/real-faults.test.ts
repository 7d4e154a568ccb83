import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGLISH } from "../../../shared/text/english.ts";
import { EN_OWNER } from "../../../shared/text/en/owner.ts";
import { createTranslator } from "../../../shared/text/translator.ts";
import { missingForBoxes, startBox, type Box } from "../dns/boxes.ts";
import { windowDriver } from "../dns/window.ts";
import { makeCertificates } from "../servers/certificates.ts";
import { type Cdn, startCdn } from "./cdn.ts";
import { startInternet } from "./internet.ts";

const missing = missingForBoxes(["Xvfb", "xvfb-run", "dbus-run-session", "openssl", "nginx"]);
const t = createTranslator("en", { en: ENGLISH });

const FIXED = "Fixed: it failed before and works now.";
/** It failed before and works now; what the step does not touch stayed as it was, seen in the same way. */
const PROOF = [
  expect.stringMatching(/fails.*works/u),
  expect.stringMatching(/\(control\)(works.*works|fails.*fails)/u),
];

describe.skipIf(missing.length > 0)(
  "real faults of a throw-away machine, mended step by step in the real window",
  () => {
    let box: Box;
    let cdn: Cdn;
    let stopInternet = (): void => undefined;
    let seen: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    const folder = mkdtempSync(join(tmpdir(), "gg-guided-"));

    beforeAll(async () => {
      const driver = windowDriver("tests/lab/guided/window-driver.ts");
      const certificates = await makeCertificates(folder);
      box = startBox("gge-guided", "desktop");
      stopInternet = startInternet(box, certificates.folder);
      cdn = startCdn(box, folder);
      box.sh(`cat >>/etc/ssl/certs/ca-certificates.crt <<'PEM'\n${readFileSync(certificates.authority, "utf8")}PEM`);
      const ran = box.run("dbus-run-session", "--", "xvfb-run", "-a", process.execPath, driver);
      const last = ran.stdout.trim().split("\n").at(-1) ?? "";
      if (!last.startsWith("{")) throw new Error(`${ran.code} ${ran.stdout} ${ran.stderr}`);
      seen = JSON.parse(last);
    }, 400_000);

    afterAll(() => {
      stopInternet();
      cdn.stop();
      box.down();
      rmSync(folder, { recursive: true, force: true });
    });

    it("takes a line out of the real hosts file, back to the last byte, and out again", () => {
      const { before, changed, undone, after, ...rest } = seen["hosts"] ?? {};
      expect(rest).toMatchObject({
        verdict: t("verdict.hosts-override.title", { host: "shop.site.test" }),
        step: "Take the entry out of the hosts file",
        first: { said: FIXED, proof: PROOF },
        again: { said: FIXED, proof: PROOF },
        end: expect.stringContaining("What helped: Take the entry out of the hosts file."),
      });
      expect(before).toMatch(/^640 0 0\n[^]*\n23\.45\.67\.9 {2}shop\.site\.test old\.site\.test\n$/u);
      expect(undone).toBe(before);
      for (const text of [changed, after]) {
        expect(text).toMatch(/^640 0 0\n/u);
        expect(text).not.toMatch(/^[^#\n]*shop\.site\.test/mu);
        // The other name of the same line is nobody's trouble.
        expect(text).toMatch(/^23\.45\.67\.9 old\.site\.test /mu);
      }
    });

    it("switches a proxy that was left behind off in the desktop's settings, and on again with every key", () => {
      const { before, changed, undone, after, ...rest } = seen["proxy"] ?? {};
      expect(rest).toMatchObject({
        step: "Switch the proxy off",
        first: { said: FIXED, proof: PROOF },
        again: { said: FIXED, proof: PROOF },
        end: expect.stringContaining("What helped: Switch the proxy off."),
      });
      expect(before).toContain("mode 'manual'");
      expect(undone).toBe(before);
      expect([changed, after]).toEqual(Array(2).fill(String(before).replace("mode 'manual'", "mode 'none'")));
    });

    it("makes the system's real memory of names forget an address that is dead", () => {
      expect(seen["flush"]).toMatchObject({
        kept: expect.stringContaining("23.45.67.9"),
        verdict: t("verdict.os-cache-stale.title", { host: "kept.site.test" }),
        step: "Clear this computer's DNS memory",
        said: FIXED,
        proof: PROOF,
      });
    });

    it("goes on to another server where clearing the memory does not help, and undoes it from the history", () => {
      const { before, changed, undone, ...rest } = seen["sleeping"] ?? {};
      expect(rest).toMatchObject({
        verdict: t("verdict.resolver-stale.title"),
        first: "Clear this computer's DNS memory",
        noHelp: { said: "No change.", proof: [expect.stringMatching(/fails.*fails/u), expect.anything()] },
        second: "Use another DNS server",
        said: FIXED,
        proof: PROOF,
        end: expect.stringMatching(/Clear this computer's DNS memory: no change\n.*: fixed it/u),
      });
      expect(changed).toContain("8.8.8.8");
      expect(undone).toBe(before);
    });

    it("finds a server for a machine whose own is dead, by the plan's first step, and takes it back", () => {
      const { before, changed, undone, ...rest } = seen["silent"] ?? {};
      expect(rest).toMatchObject({ first: "Fix my DNS", said: FIXED, proof: PROOF });
      expect(changed).toMatch(/: (?:1\.1\.1\.1|8\.8\.8\.8) /u);
      expect(undone).toBe(before);
    });

    it("opens the sign-in page of a hotspot in the person's browser, and sees that they are in", () => {
      expect(seen["portal"]).toMatchObject({
        verdict: t("verdict.captive-portal.title"),
        opened: "http://portal.test/sign-in\n",
        said: FIXED,
        proof: PROOF,
      });
    });

    it("leads to the clock where every other one disagrees with it", () => {
      expect(seen["clock"]).toMatchObject({ step: "Set the clock", said: FIXED, proof: PROOF });
      expect(seen["clock"]?.["verdict"]).toMatch(/clock of this computer/u);
    });

    it("promises nothing where a gateway cannot use its server, and writes down the id that the gateway knows it by", () => {
      const { verdict, message } = seen["gateway"] ?? {};
      expect(verdict).toBe(t("verdict.gateway-error.title"));
      const ids = cdn.requestIds();
      expect(ids.length).toBeGreaterThan(2);
      expect(ids.filter((id) => String(message).includes(id))).not.toEqual([]);
      expect(message).toContain("http://cdn.site.test/basket");
      // Not this computer's own stub, of which nobody else knows.
      expect(message).toContain("192.0.2.53:53");
      // What was searched for or bought is nobody's business.
      expect(message).not.toContain("article=7");
    });

    it("tells a site's owner whether it is the gateway or the server behind it, past the gateway", () => {
      const { origin, nobody } = seen["gateway"] ?? {};
      expect(origin).toMatchObject({
        heading: EN_OWNER.result.gateway,
        rows: expect.arrayContaining([expect.stringMatching(/502.*200/u)]),
      });
      expect(nobody).toMatchObject({ heading: EN_OWNER.result["origin-silent"] });
    });

    it("leaves nothing to complain about on the console", () => {
      expect(seen["window"]).toEqual({ complaints: [] });
    });
  },
);
