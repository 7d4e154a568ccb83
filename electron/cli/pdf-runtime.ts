import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { runProgram, type ProgramRequest } from "../platform/exec.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** A program and the words before ours. */
interface Starter {
  readonly program: string;
  readonly args: readonly string[];
}

/** Longest time for finding the runtime (it may have to be unpacked) and for printing, ms. */
const LIMITS = { find: 120_000, print: 30_000 };

const NO_RUNTIME =
  "A PDF needs the desktop program, which was not found here. Write HTML instead and print it from any browser.";

/** What must reach the desktop program: which account it runs for. */
const PASSED_ON = ["XDG_RUNTIME_DIR", "HOME"];

/**
 * The pages of an exported report, printed by the desktop runtime out of sight: inside the installed program its own,
 * in a clone the one `npm start` uses. The error is one sentence.
 */
export async function pdfOf(html: Buffer, env: Environment): Promise<Result<Buffer, string>> {
  const desktop = await desktopProgram(env);
  if (desktop === null) return fail(NO_RUNTIME);
  const folder = await mkdtemp(join(tmpdir(), "goodgateway-pdf-"));
  try {
    const [input, output] = [join(folder, "report.html"), join(folder, "report.pdf")];
    await writeFile(input, html, { mode: 0o600 });
    const run = await runProgram({
      ...request(desktop, LIMITS.print, env),
      args: [...desktop.args, "print-pdf", input, output],
    });
    if (!run.ok) return fail(`The desktop program did not make the PDF (${run.error.code}).`);
    if (run.value.exitCode !== 0) return fail(`The desktop program did not make the PDF (exit ${run.value.exitCode}).`);
    return ok(await readFile(output));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The desktop program and the switches it needs here; null when there is none. */
async function desktopProgram(env: Environment): Promise<Starter | null> {
  const switches = [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    // Chromium's own platform without a display: nothing is shown, and none is needed (a server, a bare terminal).
    ...(process.platform === "linux" ? ["--ozone-platform=headless"] : []),
  ];
  if (process.versions["electron"] !== undefined) {
    // The installed program carries its app inside; one run from its sources names the folder.
    const inside = process.defaultApp ? [appFolder()] : [];
    return { program: process.execPath, args: [...switches, ...inside] };
  }
  const named = env["GG_ELECTRON"] ?? "";
  const program = named === "" ? await runtimeOfClone(env) : resolve(named);
  return program === null ? null : { program, args: [...switches, appFolder()] };
}

/** Two levels above `out/cli` or `out/chunks`, and above this file where the sources run: the folder with package.json. */
function appFolder(): string {
  return resolve(import.meta.dirname, "../..");
}

/** Asks the clone's own script for its runtime; null outside a clone or when there is none. */
async function runtimeOfClone(env: Environment): Promise<string | null> {
  const script = join(appFolder(), "build/scripts/runtime.mjs");
  if (!(await isFile(script))) return null;
  const run = await runProgram(request({ program: process.execPath, args: [script] }, LIMITS.find, env));
  const path = run.ok && run.value.exitCode === 0 ? run.value.stdout.trim() : "";
  return path === "" ? null : path;
}

function request(starter: Starter, timeoutMs: number, env: Environment): ProgramRequest {
  const passed = PASSED_ON.flatMap((name): [string, string][] => {
    const value = env[name];
    return value === undefined ? [] : [[name, value]];
  });
  // The clone's script may call npm, which lies beside Node.
  const path = `${dirname(process.execPath)}:/usr/bin:/usr/sbin:/bin:/sbin`;
  return {
    ...starter,
    timeoutMs,
    maxOutputBytes: 1024 * 1024,
    env: { ...Object.fromEntries(passed), ...(process.platform === "win32" ? {} : { PATH: path }) },
    signal: new AbortController().signal,
  };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}
