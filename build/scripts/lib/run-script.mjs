import { access } from "node:fs/promises";
import { prepare } from "../prepare.mjs";
import { at } from "./paths.mjs";
import { runTool } from "./run.mjs";
import { reasonOf, say } from "./say.mjs";

/**
 * Runs a TypeScript program of the project with the words it was given, and ends with its exit code.
 * @param {string} file inside the project
 */
export async function runScript(file) {
  try {
    await prepare();
    await access(at(file)).catch(() => {
      throw new Error(`${file} does not exist`);
    });
    const { code } = await runTool("tsx/dist/cli.mjs", [at(file), ...process.argv.slice(2)]);
    process.exitCode = code;
  } catch (error) {
    say(reasonOf(error));
    process.exitCode = 1;
  }
}
