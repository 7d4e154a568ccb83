import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { signAll, signatureOf } from "../../../../../build/scripts/sign-releases.mjs";
import { checkList, signedBytes } from "../../../../../electron/main/updates/signed-list.ts";

const ours = generateKeyPairSync("ed25519");
const key = ours.publicKey.export({ type: "spki", format: "der" }).toString("base64");
const pem = ours.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const NOW = new Date("2026-06-01T00:00:00Z");
const LIST = "version: 1.2.3\n";
const NAME = "latest-linux.yml";

describe("a signed list of releases", () => {
  const signature = signatureOf(NAME, LIST, pem, NOW);

  it("is taken as the release script signs it", () => {
    expect(checkList({ name: NAME, list: LIST, signature }, key, NOW)).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ["another text", { list: `${LIST} ` }],
    ["the list of another system", { name: "latest-mac.yml" }],
    ["no signature", { signature: "" }],
    ["a signature of another form", { signature: signature.replace('"version":1', '"version":2') }],
    ["a later date than was signed", { signature: signature.replace(/20\d\d-/u, "2099-") }],
  ])("is not taken with %s", (_what, change) => {
    expect(checkList({ name: NAME, list: LIST, signature, ...change }, key, NOW)).toEqual({
      ok: false,
      error: "not-signed",
    });
  });

  it("stops being good after half a year", () => {
    const later = new Date("2026-12-01T00:00:00Z");
    expect(checkList({ name: NAME, list: LIST, signature }, key, later)).toEqual({ ok: false, error: "expired" });
  });

  it("is not taken with a key of another kind, or none", () => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const other = rsa.publicKey.export({ type: "spki", format: "der" }).toString("base64");
    const expires = "2027-01-01T00:00:00.000Z";
    const made = sign("sha256", signedBytes(NAME, expires, LIST), rsa.privateKey)
      .toString("base64")
      .slice(0, 88);
    const theirs = JSON.stringify({ version: 1, expires, signature: made });
    for (const wrong of [other, "", "AAAA"]) {
      expect(checkList({ name: NAME, list: LIST, signature: theirs }, wrong, NOW).ok).toBe(false);
      expect(checkList({ name: NAME, list: LIST, signature }, wrong, NOW).ok).toBe(false);
    }
  });

  it("is signed for every list of a folder, and by the key that is built in or not at all", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gg-sign-"));
    try {
      await writeFile(join(folder, NAME), LIST);
      await writeFile(join(folder, "goodgateway.AppImage"), "program");
      expect(await signAll(folder, { GG_RELEASES_PRIVATE_KEY: pem, GG_RELEASES_KEY: key })).toEqual([NAME]);
      const beside = await readFile(join(folder, `${NAME}.sig`), "utf8");
      expect(checkList({ name: NAME, list: LIST, signature: beside }, key, new Date()).ok).toBe(true);
      await expect(signAll(folder, { GG_RELEASES_PRIVATE_KEY: pem, GG_RELEASES_KEY: "AAAA" })).rejects.toThrow(
        "does not belong",
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
