import { chmodSync, copyFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";

/** A version in a file's name, such as GoodGateway-1.2.0.AppImage. */
const VERSION = /\d+\.\d+\.\d+/u;

/**
 * Puts a fetched AppImage where the old one lies, and says where it is now. The new one is whole in its place before the
 * old one goes, so that a computer that is switched off meanwhile has one of both. A name with a version in it becomes
 * the new one's name; a name that the person chose stays. Throws what the disk says, the old program then being untouched.
 */
export function replaceProgram(fetched: string, old: string): string {
  if (!isAbsolute(old)) {
    throw Object.assign(new Error("this copy is no AppImage"), { code: "ERR_UPDATER_OLD_FILE_NOT_FOUND" });
  }
  const place = VERSION.test(basename(old)) ? join(dirname(old), basename(fetched)) : old;
  try {
    renameSync(fetched, place);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    copyBeside(fetched, place);
  }
  if (place !== old) rmSync(old, { force: true });
  return place;
}

/** Between two disks nothing can be moved: the copy is made beside its place, and moved there when it is whole. */
function copyBeside(fetched: string, place: string): void {
  const beside = `${place}.new`;
  try {
    copyFileSync(fetched, beside);
    chmodSync(beside, 0o755);
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  rmSync(fetched, { force: true });
}
