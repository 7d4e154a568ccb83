import { spawn } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { at, ROOT } from "./paths.mjs";

/**
 * How a program that was started ended.
 * @typedef {{ code: number, stdout: string, stderr: string }} Ended
 */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the project's folder
 * @property {Record<string, string | undefined>} [env] added to this process's environment; undefined takes one away
 * @property {"show" | "capture" | "to-stderr"} [output] default: show
 * @property {number} [timeoutMs] after this the program is killed and the code is 124, as `timeout` does it
 */

/**
 * Starts a program, waits for its end and passes the usual signals on. A program that cannot be started ends with 127,
 * one ended by a signal with 128, as a shell would say it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 */
export function run(program, args, options = {}) {
  const { output = "show", cwd = ROOT } = options;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...options.env },
    stdio: ["inherit", ...streamsFor(output)],
    // npm and npx are .cmd files on Windows, which start only through a shell; arguments here are our own constants.
    shell: process.platform === "win32" && program === "npm",
  });
  return ended(child, options.timeoutMs);
}

/** @param {"show" | "capture" | "to-stderr"} output */
function streamsFor(output) {
  if (output === "capture") return /** @type {const} */ (["pipe", "pipe"]);
  return output === "show" ? /** @type {const} */ (["inherit", "inherit"]) : /** @type {const} */ ([2, "inherit"]);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {number | undefined} timeoutMs
 * @returns {Promise<Ended>}
 */
function ended(child, timeoutMs) {
  let stdout = "";
  let stderr = "";
  let timedOut = false;
  child.stdout?.setEncoding("utf8").on("data", (text) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text) => (stderr += text));
  const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  for (const signal of signals) process.on(signal, pass);
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          child.kill("SIGKILL");
        }, timeoutMs);
  return new Promise((resolve) => {
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, pass);
      resolve({ code, stdout, stderr });
    };
    child.on("error", (error) => {
      stderr += error.message;
      finish(127);
    });
    child.on("close", (code) => finish(timedOut ? 124 : (code ?? 128)));
  });
}

/**
 * Runs a tool of ours from node_modules with this Node, so that no shell and no PATH is involved.
 * @param {string} file path of its script inside node_modules
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runTool(file, args, options = {}) {
  return run(process.execPath, [at("node_modules", file), ...args], options);
}

/**
 * True when a program of this name can be started from PATH.
 * @param {string} name
 */
export async function hasProgram(name) {
  // The system folders are not on every user's PATH, but nginx lives there.
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  const found = await Promise.all(
    folders.filter(Boolean).map((folder) =>
      access(join(folder, name), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
