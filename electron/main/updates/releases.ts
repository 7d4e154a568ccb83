import { readFile } from "node:fs/promises";
import { z } from "zod";
import { RELEASES, type Releases } from "../../engine/outside-endpoints.ts";

const schema = z.strictObject({ url: z.url(), key: z.string().min(1), publisher: z.string().nullable() });

/** GitHub hands a release's files out from these (docs.github.com, "Meta": release downloads). */
const GITHUB_FILES = ["objects.githubusercontent.com", "release-assets.githubusercontent.com"];

/**
 * The place of the releases: the one this program was built with. `file`: another one, for tests while developing; the
 * shipped program is never given one. Null: none.
 */
export async function releasesFrom(file: string | null): Promise<Releases | null> {
  if (file === null) return RELEASES;
  return schema.parse(JSON.parse(await readFile(file, "utf8")));
}

/** Every host that is contacted for this place. */
export function hostsOf({ url }: Releases): readonly string[] {
  const { host } = new URL(url);
  return host === "github.com" ? [host, ...GITHUB_FILES] : [host];
}

/** True for an address that may be asked: one of the hosts, encrypted (or on this computer, for tests). */
export function mayAsk(releases: Releases, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, hostname } = new URL(address);
  return (protocol === "https:" || hostname === "127.0.0.1") && hostsOf(releases).includes(host);
}

/** Where a person finds the releases: the page above GitHub's folder of files, else the place itself. */
export function pageOf({ url }: Releases): string {
  return url.replace(/\/latest\/download\/?$/u, "/latest");
}
