import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import {
  createRunner,
  launchProgram,
  type LaunchRequest,
  type ProgramRequest,
} from "../../../../../electron/platform/exec.ts";

/** Programs that scripts call by their bare names. */
const BY_SCRIPTS = ["dhcpcd", "networksetup", "scutil", "systemctl", "timedatectl", "systemsetup", "sntp", "chronyc"];

/** Starts at the same time; the machine has other things to do. */
const AT_ONCE = 6;

/**
 * A program that writes down its words and the variables it was given, in the place of every real one. What a script
 * would run as the administrator is really run, by the same shell, with nothing but recorders to call.
 */
export class ProgramRecorder {
  private readonly folder = mkdtempSync(join(tmpdir(), "gg-every-call-"));
  private readonly program = join(this.folder, "recorder");
  private count = 0;

  /** How often anything was started. */
  get starts(): number {
    return this.count;
  }

  constructor() {
    mkdirSync(join(this.folder, "bin"));
    mkdirSync(join(this.folder, "starts"));
    const text = `#!/bin/sh
exec >>"\${GG_RECORD:-${this.folder}/stray}"
for word; do printf '%s\\0' "$word"; done
printf '\\001=words end=\\001'
for name in GG_CONNECTION GG_PLAN GG_ADDRESS; do eval "printf '%s\\0' \\"\\\${$name-}\\""; done
printf '\\001=start ends=\\001'
`;
    for (const path of [this.program, ...BY_SCRIPTS.map((name) => join(this.folder, "bin", name))]) {
      writeFileSync(path, text);
      chmodSync(path, 0o755);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Does the work for each name, some at the same time. */
  async each(names: readonly string[], work: (name: string) => Promise<void>): Promise<void> {
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let name = names[next++]; name !== undefined; name = names[next++]) {
        // A lane does one after the other.
        // oxlint-disable-next-line no-await-in-loop
        await work(name);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  /** Starts what was asked for with a recorder as the program; what did not arrive as it should. */
  async faultsOf(start: ProgramRequest | LaunchRequest, word: string): Promise<readonly string[]> {
    const script = scriptIn(start.args);
    if (script !== null) return this.faultsOfScript(script, word);
    const path = join(this.folder, "starts", String(this.count++));
    const seen = "signal" in start ? await this.run(start, path) : await this.launch(start);
    if (typeof seen === "string") return [seen];
    const [first] = seen;
    const same = first !== undefined && sameList(first.args, start.args);
    const env = "env" in start ? Object.values(start.env ?? {}) : [];
    const arrived = start.args.includes(word) || (env.includes(word) && first?.variables.includes(word) === true);
    return [
      ...(seen.length === 1 ? [] : [`${seen.length} starts`]),
      ...(same ? [] : ["other words"]),
      ...(arrived ? [] : ["the name did not arrive"]),
    ];
  }

  /** How the runner refuses a start; null when it does not. */
  async refusal(start: ProgramRequest | LaunchRequest): Promise<string | null> {
    if (!("signal" in start)) {
      const launched = await launchProgram({ ...start, program: this.program });
      return launched.ok ? null : launched.error;
    }
    const ran = await createRunner({})({ ...start, program: this.program });
    return ran.ok ? null : ran.error.code;
  }

  /** Files that a name would have made, had anything read it as a command. */
  trapped(): readonly string[] {
    const places = [this.folder, join(this.folder, "bin"), "/", process.cwd()];
    const made = places.flatMap((place) => (existsSync(join(place, "PWNED")) ? [place] : []));
    return [...made, ...(existsSync(join(this.folder, "stray")) ? ["a start that nobody asked for"] : [])];
  }

  private async run(request: ProgramRequest, path: string): Promise<readonly Start[] | string> {
    const env = { ...request.env, GG_RECORD: path };
    const ran = await createRunner({})({ ...request, program: this.program, env, timeoutMs: 60_000 });
    if (!ran.ok) return ran.error.code;
    return startsIn(path);
  }

  /** A launched program gets the person's environment, so its record goes to the common file. */
  private async launch(request: LaunchRequest): Promise<readonly Start[] | string> {
    const own = join(this.folder, `own-${this.count++}`);
    const path = join(this.folder, "starts", basename(own));
    const text = readFileSync(this.program, "utf8").replace(/^exec .*$/m, `exec >>'${path}'`);
    writeFileSync(own, text, { mode: 0o755 });
    const launched = await launchProgram({ ...request, program: own });
    if (!launched.ok) return launched.error;
    // Nothing waits for a launched program, so a process with nothing else to do would end here.
    const awake = setInterval(() => undefined, 1_000);
    await launched.value.exited;
    clearInterval(awake);
    rmSync(own);
    return startsIn(path);
  }

  /** The elevated script in the same shell, its folders of programs replaced; each program has the name whole or not at all. */
  private async faultsOfScript({ text, words }: Script, word: string): Promise<readonly string[]> {
    const path = join(this.folder, "starts", String(this.count++));
    const led = text
      .replaceAll(/^PATH=.*$/gm, `PATH=${this.folder}/bin`)
      .replaceAll(/\/usr\/s?bin\/(?=[a-z])/g, `${this.folder}/bin/`);
    const ran = await createRunner({})({
      program: "/bin/sh",
      args: ["-c", led, ...words],
      env: { GG_RECORD: path },
      timeoutMs: 60_000,
      maxOutputBytes: 100_000,
      signal: new AbortController().signal,
    });
    if (!ran.ok) return [ran.error.code];
    const refused = ran.value.exitCode !== 0 && !existsSync(path);
    if (refused) return [];
    const starts = existsSync(path) ? startsIn(path) : [];
    const split = starts.flatMap(({ args }) =>
      word.length > 6 && args.some((one) => one !== word && word.includes(one) && one.length > 3) ? ["split"] : [],
    );
    return split;
  }
}

interface Script {
  readonly text: string;
  readonly words: readonly string[];
}

/** The shell script among some words, and what it is given; null when there is none. */
function scriptIn(args: readonly string[]): Script | null {
  const name = args.indexOf("goodgateway");
  const text = args[name - 1];
  return name < 1 || text === undefined ? null : { text, words: args.slice(name) };
}

interface Start {
  readonly args: readonly string[];
  readonly variables: readonly string[];
}

/** Marks that no name of ours holds: they are longer than one character. */
const [WORDS_END, START_END] = ["\u0001=words end=\u0001", "\u0001=start ends=\u0001"];

function startsIn(path: string): readonly Start[] {
  return readFileSync(path, "utf8")
    .split(START_END)
    .slice(0, -1)
    .map((start) => {
      const [args = "", variables = ""] = start.split(WORDS_END);
      return { args: args.split("\0").slice(0, -1), variables: variables.split("\0").slice(0, -1) };
    });
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}
