import { access } from "node:fs/promises";
import { at } from "../lib/paths.mjs";

/** Where Debian and its relatives keep 7-Zip's program. */
const SEVEN_ZIP = ["/usr/bin/7zz", "/usr/bin/7za"];

/**
 * The packing programs that the packager is to start in the place of its own downloads, as its environment: deb and rpm
 * are always made by our own script; the archiver of this system is used when it is here, but never for a release, where
 * the packager's own one (it knows its hash) makes the same bytes on every machine.
 * @param {boolean} release
 * @returns {Promise<Record<string, string>>}
 */
export async function packingTools(release) {
  if (process.platform !== "linux") return {};
  const fpm = { CUSTOM_FPM_PATH: at("build/scripts/installers/pack-linux.mjs") };
  if (release || process.env["ELECTRON_BUILDER_7ZIP_PATH"] !== undefined) return fpm;
  for (const program of SEVEN_ZIP)
    if (
      await access(program).then(
        () => true,
        () => false,
      )
    )
      return { ...fpm, ELECTRON_BUILDER_7ZIP_PATH: program };
  return fpm;
}
