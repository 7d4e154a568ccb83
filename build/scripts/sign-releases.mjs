// `node build/scripts/sign-releases.mjs FOLDER`: signs every list of releases (latest*.yml) in it, for the program's own
// look for newer versions. The private key (Ed25519, PEM) comes in GG_RELEASES_PRIVATE_KEY.
import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isStarted, reasonOf, say } from "./lib/say.mjs";

/** How long a list is good for: longer than the pause between releases, shorter than anybody should stay on an old one. */
const GOOD_FOR_DAYS = 180;

/**
 * The text of the file that lies beside a list. The program checks it (electron/main/updates/signed-list.ts); a test
 * holds the two together.
 * @param {string} name the list's file name
 * @param {string} list
 * @param {string} privateKey PEM
 * @param {Date} now
 */
export function signatureOf(name, list, privateKey, now) {
  const expires = new Date(now.getTime() + GOOD_FOR_DAYS * 86_400_000).toISOString();
  const bytes = Buffer.from(`goodgateway-releases-1\n${name}\n${expires}\n${list}`, "utf8");
  const signature = sign(null, bytes, createPrivateKey(privateKey)).toString("base64");
  return `${JSON.stringify({ version: 1, expires, signature })}\n`;
}

/**
 * Signs all lists in a folder; the names of those signed.
 * @param {string} folder
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export async function signAll(folder, env) {
  const { GG_RELEASES_PRIVATE_KEY: privateKey = "", GG_RELEASES_KEY: publicKey = "" } = env;
  if (privateKey === "") throw new Error("GG_RELEASES_PRIVATE_KEY is not set");
  // A program with another key inside would refuse everything that is signed here.
  const own = createPublicKey(privateKey).export({ type: "spki", format: "der" }).toString("base64");
  if (own !== publicKey) throw new Error("the private key does not belong to GG_RELEASES_KEY");
  const names = (await readdir(folder)).filter((name) => /^latest.*\.yml$/u.test(name));
  if (names.length === 0) throw new Error(`there is no list of releases in ${folder}`);
  for (const name of names) {
    const list = await readFile(join(folder, name), "utf8");
    await writeFile(join(folder, `${name}.sig`), signatureOf(name, list, privateKey, new Date()));
  }
  return names;
}

if (isStarted(import.meta.filename)) {
  try {
    const names = await signAll(process.argv[2] ?? ".", process.env);
    say(`signed ${names.join(", ")}`);
  } catch (error) {
    say(reasonOf(error));
    process.exitCode = 1;
  }
}
