import { type MacosDnsPlaces } from "../places.ts";
import { GUARD } from "./guard.ts";
import { prelude } from "./prelude.ts";
import { SERVICE } from "./service.ts";
import { VERBS } from "./verbs.ts";

/**
 * The whole script that makes, guards and undoes a change on macOS: one constant for given places, run by absolute
 * `/bin/sh`. Data reaches it as positional arguments only. It prints lines that begin with `gg-`; the first, `gg-start`,
 * tells a refused prompt from a failure of its own. It exits 0 even when it fails: osascript drops what a failing
 * script printed.
 */
export function macosDnsScript(places: MacosDnsPlaces): string {
  return [prelude(places), SERVICE, GUARD, VERBS].join("\n");
}

/** What `/bin/sh -c` is given: it keeps the text of the script, which the guard needs as a file, and runs it. */
export const MACOS_DNS_LOADER = 'self=$1; shift; eval "$self"';

/**
 * The AppleScript, constant: every word of the command line is an item of `argv` and quoted by the system itself.
 * osascript's own words go through `-e`, one line each.
 */
export const MACOS_ELEVATION: readonly string[] = [
  "on run argv",
  'set theCommand to "/bin/sh -c"',
  "repeat with oneWord in argv",
  'set theCommand to theCommand & " " & quoted form of (contents of oneWord)',
  "end repeat",
  'do shell script theCommand with prompt "GoodGateway changes the DNS servers of one network service, or puts them back." with administrator privileges without altering line endings',
  "end run",
];
