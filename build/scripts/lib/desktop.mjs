import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { hasProgram } from "./run.mjs";
import { say } from "./say.mjs";

/** True when a window can be shown. */
export function hasDisplay() {
  if (process.platform !== "linux") return true;
  return [process.env["DISPLAY"], process.env["WAYLAND_DISPLAY"]].some((name) => name !== undefined && name !== "");
}

/**
 * A program and its arguments, wrapped so that it has a display: an invisible one where there is none. Null when that
 * cannot be had.
 * @param {string} program
 * @param {readonly string[]} args
 */
export async function onDisplay(program, args) {
  if (hasDisplay()) return { program, args: [...args] };
  if (!(await hasProgram("xvfb-run"))) return null;
  return { program: "xvfb-run", args: ["-a", program, ...args] };
}

/**
 * Switches an unpackaged runtime needs on this machine. Chromium's sandbox does not start as root, nor where the system
 * forbids user namespaces to a runtime without the installed helper; the shipped program is never started so.
 * @param {string} dist the runtime's folder
 * @returns {Promise<string[]>}
 */
export async function sandboxSwitches(dist) {
  if (process.platform !== "linux") return [];
  if (process.getuid?.() === 0) return ["--no-sandbox"];
  if ((await helperInstalled(dist)) || (await namespacesAllowed())) return [];
  say(
    `this system allows the runtime no sandbox, so it runs without. To change that: ` +
      `sudo chown root:root '${join(dist, "chrome-sandbox")}' && sudo chmod 4755 '${join(dist, "chrome-sandbox")}'`,
  );
  return ["--no-sandbox"];
}

/** @param {string} dist */
async function helperInstalled(dist) {
  return stat(join(dist, "chrome-sandbox")).then(
    ({ uid, mode }) => uid === 0 && (mode & 0o7777) === 0o4755,
    () => false,
  );
}

async function namespacesAllowed() {
  const [clone, restricted] = await Promise.all([
    readFile("/proc/sys/kernel/unprivileged_userns_clone", "utf8").catch(() => "1"),
    readFile("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "utf8").catch(() => "0"),
  ]);
  return clone.trim() !== "0" && restricted.trim() !== "1";
}
