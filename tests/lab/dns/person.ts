import type { Box } from "./boxes.ts";

/** How an ordinary user of a machine starts a program there. */
export const PERSON =
  "setpriv --reuid 4242 --regid 4242 --clear-groups env HOME=/home/person XDG_RUNTIME_DIR=/run/user/4242";

/** Their data folder. */
export const PERSON_HOME = "/home/person/gg";

/** Runs the driver as that user; what it printed. */
export function driveAsPerson(box: Box, driver: string, args: readonly string[]) {
  const [command = "", ...rest] = args;
  return JSON.parse(box.sh([PERSON, process.execPath, driver, command, PERSON_HOME, ...rest].join(" ")));
}
