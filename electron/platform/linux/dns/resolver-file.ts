import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import type { DnsFile } from "../../../../shared/model/dns-settings.ts";
import { parseResolvConf } from "../resolv-conf.ts";
import { sha256 } from "./compose.ts";

/** The file glibc reads (resolv.conf(5)). */
export const RESOLVER_FILE = "/etc/resolv.conf";

/** The file as it stands, and its bytes. */
export interface ResolverFileState {
  readonly file: DnsFile;
  /** What is read through it; null when that fails (a dangling link). */
  readonly bytes: Buffer | null;
  /** One word for compare-and-set: `missing`, `file:DIGEST`, `symlink:DIGEST of the target` or `other`. */
  readonly mark: string;
}

/** Looks at the file of resolver settings without following it first. Never throws. */
export function readResolverFile(path: string = RESOLVER_FILE): ResolverFileState {
  const bytes = attempt(() => readFileSync(path));
  const shared = {
    path,
    sha256: bytes === null ? null : sha256(bytes),
    servers: bytes === null ? [] : parseResolvConf(bytes.toString("latin1")).map(({ address }) => address),
  };
  const own = attempt(() => lstatSync(path));
  if (own === null) {
    const none = { linkTarget: null, mode: null, uid: null, gid: null };
    return { file: { ...shared, kind: "missing", ...none }, bytes, mark: "missing" };
  }
  const rights = { mode: own.mode & 0o7777, uid: own.uid, gid: own.gid };
  if (own.isSymbolicLink()) {
    const linkTarget = attempt(() => readlinkSync(path)) ?? "";
    return {
      file: { ...shared, kind: "symlink", linkTarget, ...rights },
      bytes,
      mark: `symlink:${sha256(linkTarget)}`,
    };
  }
  const kind = own.isFile() ? "file" : "other";
  const mark = kind === "file" && shared.sha256 !== null ? `file:${shared.sha256}` : "other";
  return { file: { ...shared, kind, linkTarget: null, ...rights }, bytes, mark };
}

function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
