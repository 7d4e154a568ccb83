import { type ChildProcess, spawn } from "node:child_process";

/** How a short program ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Options of {@link run}. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** After this the program is killed and the code is 124, as `timeout` says it. Default 20 s. */
  readonly timeoutMs?: number;
  /** Text for its standard input. */
  readonly input?: string;
}

/** Runs a program to its end. A program that cannot be started ends with 127. Never throws. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = spawn(program, args, {
    env: options.env ?? process.env,
    cwd: options.cwd ?? "/",
    stdio: ["pipe", "pipe", "pipe"],
    // Its own group: what it started itself can be ended with it.
    detached: true,
  });
  child.stdin.on("error", () => undefined); // a program that reads nothing may be gone already
  child.stdin.end(options.input ?? "");
  return ended(child, options.timeoutMs ?? 20_000);
}

function ended(child: ChildProcess, timeoutMs: number): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  let timedOut = false;
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const timer = setTimeout(() => {
    timedOut = true;
    if (child.pid !== undefined) killGroup(child.pid);
  }, timeoutMs);
  return new Promise((resolve) => {
    const finish = (code: number): void => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    };
    child.on("error", (error) => {
      stderr += error.message;
      finish(127);
    });
    child.on("close", (code) => finish(timedOut ? 124 : (code ?? 128)));
  });
}

/** Ends a process that leads its own group, with the group. */
export function killGroup(pid: number, signal: NodeJS.Signals = "SIGKILL"): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // gone already
  }
}

/** Like {@link run}, and throws with what the program said when it does not end well. Gives its output. */
export async function must(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await run(program, args, options);
  if (code !== 0) throw new Error(`${program} ${args.join(" ").slice(0, 300)} ended with ${code}: ${stderr || stdout}`);
  return stdout;
}

/** Runs a shell script that stops at its first failing line. */
export function script(text: string, options: RunOptions = {}): Promise<string> {
  return must("/bin/sh", ["-e"], { ...options, input: text });
}
