import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";

/** The ways a machine of this campaign keeps its DNS: the four managers, and what a plain file can be. */
export const VARIANTS = [
  "file",
  "file-link",
  "file-missing",
  "file-mount",
  "resolved",
  "resolvconf",
  "openresolv",
  "nm",
] as const;

/** One of {@link VARIANTS}. */
export type Variant = (typeof VARIANTS)[number];

/** Where the journal of the campaign lies, inside the machine. */
export const HOME = "/root/campaign";

/** Brings a fresh machine of kind `file` into the shape of its variant. */
export function shape(variant: Variant): void {
  const scripts: Partial<Record<Variant, string>> = {
    "file-link": "cp /etc/resolv.conf /etc/resolv.real; ln -sfn resolv.real /etc/resolv.conf",
    "file-missing": "rm -f /etc/resolv.conf",
    "file-mount": "cp /etc/resolv.conf /root/mounted; mount --bind /root/mounted /etc/resolv.conf",
  };
  sh(scripts[variant] ?? ":");
}

/** Everything that must be the same again, as one text; `time`: also when the file was last written. */
export function state(variant: Variant, withTime: boolean): string {
  return sh(stateScript(variant, withTime));
}

/** The line of shell that prints it. */
export function stateScript(variant: Variant, withTime: boolean): string {
  // A file that can only be written in place cannot keep its time of change.
  const time = withTime && variant !== "file-mount" ? " %Y" : "";
  const file = `stat -c '%F %a %u %g${time} %N' /etc/resolv.conf 2>&1; cat /etc/resolv.conf 2>&1; ls -A /etc | grep goodgateway; ls /etc/resolv.real 2>/dev/null && cat /etc/resolv.real`;
  const scripts: Record<string, string> = {
    resolved:
      "resolvectl dns; resolvectl domain; resolvectl default-route eth0; resolvectl dnsovertls eth0; cat /etc/resolv.conf",
    resolvconf: "resolvconf -l; resolvconf -i; cat /etc/resolv.conf; readlink /etc/resolv.conf",
    openresolv: "resolvconf -l; resolvconf -i; cat /etc/resolv.conf",
    // The time stamp and the paths are NetworkManager's own notes of the last connect.
    nm: `nmcli -t connection show uuid "$(nmcli -t -g GENERAL.CON-UUID device show eth0)" | grep -v -e timestamp -e DBUS-PATH -e GENERAL.CON-PATH; nmcli -t -f IP4,IP6 device show eth0; cat /etc/resolv.conf; grep -v ^timestamp /etc/NetworkManager/system-connections/*; busctl call org.freedesktop.NetworkManager /org/freedesktop/NetworkManager org.freedesktop.DBus.Properties Get ss org.freedesktop.NetworkManager Checkpoints`,
  };
  return scripts[variant] ?? file;
}

/** Runs a line of shell in this machine and gives what it printed. */
export function sh(script: string): string {
  return spawnSync("/bin/sh", ["-c", script], { encoding: "utf8" }).stdout;
}

/** Processes of guards and scripts that still run. */
export function guards(): readonly number[] {
  return processesWhose((line) => line.includes("goodgateway") && line.startsWith("/bin/sh"));
}

/** Runs of the program under test. */
export function drivers(): readonly number[] {
  const own = process.env["GG_DRIVER"] ?? "";
  return processesWhose((line) => own !== "" && line.split("\0")[1] === own);
}

/** Processes of one program, by its name. */
export function processesOf(program: string): readonly number[] {
  return processesWhose((line) => line.split("\0", 1)[0]?.replace(/.*\//, "") === program);
}

function processesWhose(fits: (commandLine: string) => boolean): readonly number[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const line = attempt(() => readFileSync(`/proc/${pid}/cmdline`, "latin1")) ?? "";
    return fits(line) ? [Number(pid)] : [];
  });
}

/** Records of the journal, as they are. */
export function records(): readonly {
  readonly state: string;
  readonly confirmed: boolean;
  readonly restoring: boolean;
}[] {
  const folder = `${HOME}/journal`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")).change);
}

/** Nothing of earlier points may help or hinder this one. */
export function forget(): void {
  for (const folder of [HOME, "/run/goodgateway", "/var/lib/goodgateway"])
    rmSync(folder, { recursive: true, force: true });
}

/** The program under test. */
export function driver(...args: readonly string[]): readonly string[] {
  const [command = "", ...rest] = args;
  return [process.execPath, process.env["GG_DRIVER"] ?? "", command, HOME, ...rest];
}

/** Runs it to its end; what it printed. */
export function drive(...args: readonly string[]): string {
  const [program = "", ...rest] = driver(...args);
  return spawnSync(program, rest, { encoding: "utf8", timeout: 60_000 }).stdout;
}

/** Starts it, waits until it has switched and waits for a word, then kills it and its guard. */
export async function leaveDead(servers: readonly string[]): Promise<void> {
  const [program = "", ...rest] = driver("use", "600", "then-wait", ...servers);
  const child = spawn(program, rest, { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  for (const pid of guards()) kill(pid);
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("close", resolve));
}

/** Ways a program is lost. `unconfirmed`: nobody says keep before the deadline. */
export type Loss = "killed" | "frozen" | "unconfirmed";

/** Deadline of those who wait for it. Short, so that a hundred trials take minutes. */
const DEADLINE_MS = 2_000;

/**
 * Switches, loses the program in one way, and says how long it took (ms) until everything was as before: from the kill,
 * or from the deadline.
 */
export async function guardTime(how: Loss, servers: readonly string[], isBack: () => boolean): Promise<number> {
  const seconds = how === "killed" ? "600" : String(DEADLINE_MS / 1_000);
  const [program = "", ...rest] = driver("use", seconds, how === "unconfirmed" ? "keep-for" : "then-wait", ...servers);
  const child = spawn(program, rest, { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const began = performance.now();
  if (how === "killed") child.kill("SIGKILL");
  if (how === "frozen") child.kill("SIGSTOP");
  while (!isBack() && performance.now() - began < 60_000) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const took = performance.now() - began;
  child.kill("SIGKILL");
  return Math.round(how === "killed" ? took : Math.max(0, took - DEADLINE_MS));
}

/** SIGKILL; no matter if it has gone. */
export function kill(pid: number): void {
  attempt(() => process.kill(pid, "SIGKILL"));
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
