/**
 * Where the program that is built looks for newer versions: what the release workflow has set, or null. All or nothing:
 * a place without a key would be a program that cannot be updated, and a half-made setting is an error.
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function releases(env) {
  const { GG_RELEASES_URL: url = "", GG_RELEASES_KEY: key = "", GG_RELEASES_PUBLISHER: publisher = "" } = env;
  if (url === "" && key === "") return null;
  if (!url.startsWith("https://") || key === "")
    throw new Error("a release needs GG_RELEASES_URL (https) and GG_RELEASES_KEY (the public key, base64)");
  return { url, key, publisher: publisher === "" ? null : publisher };
}
