import { basename } from "node:path";
import type { LaunchRequest, ProgramRequest } from "../../../../../electron/platform/exec.ts";
import type { HostileCase, Seen } from "./cases.ts";
import type { ProgramRecorder } from "./program-recorder.ts";

const SHELLS = /^(?:sh|bash|dash|zsh|ksh|csh|fish|cmd|cmd\.exe|pwsh|pwsh\.exe)$/;

/** What a program is given, word by word; scripts as the text they are. */
interface Words {
  readonly plain: readonly string[];
  readonly scripts: readonly string[];
}

const decoded = (text: string) => Buffer.from(text, "base64").toString("utf16le");

/** The words of one start: arguments, variables and input; and the scripts among them. */
export function wordsOf(start: ProgramRequest | LaunchRequest): Words {
  const env = "signal" in start ? Object.entries(start.env ?? {}) : [];
  const input = "signal" in start ? start.input : undefined;
  const isInner = (name: string) => name === "GG_INNER" || name === "GG_ELEVATED";
  const encoded = start.args.indexOf("-EncodedCommand") + 1;
  // A shell script is followed by the name it runs under.
  const shell = start.args.indexOf("goodgateway") - 1;
  const isScript = (at: number) => (encoded > 0 && at === encoded) || (shell >= 0 && at === shell);
  return {
    plain: [
      ...start.args.filter((_, at) => !isScript(at)),
      ...env.flatMap(([name, value]) => (isInner(name) ? [] : [value])),
      ...(input === undefined ? [] : [input]),
    ],
    scripts: [
      ...(encoded > 0 ? [decoded(start.args[encoded] ?? "")] : []),
      ...(shell >= 0 ? [start.args[shell] ?? ""] : []),
      ...env.flatMap(([name, value]) => (isInner(name) ? [decoded(value)] : [])),
    ],
  };
}

/** The call made with a name: the code of its refusal, and what it asked for. */
export async function made(
  one: HostileCase,
  name: string,
): Promise<{ readonly code: string | null; readonly seen: Seen }> {
  const seen: Seen = { requests: [], launches: [] };
  return { code: await one.make(name, seen), seen };
}

/** What the name must look like where it arrives; null when it must be refused. */
export function wholeOf({ as }: HostileCase, name: string): string | null {
  return as === undefined ? name : as(name);
}

/** The word that a name becomes inside a script, where it becomes one. */
function quotedWord(one: HostileCase, name: string): string | null {
  return one.as === undefined ? null : one.as(name);
}

const startsOf = ({ requests, launches }: Seen) => [...requests, ...launches];

/** A script without what may differ from one name to the next: the one quoted word, and text in base64. */
function constantPart(script: string, whole: string | null): string {
  const rest = whole === null || whole === "" ? script : script.split(whole).join("");
  return rest.replaceAll(/'[A-Za-z0-9+/]{8,}={0,2}'/g, "''");
}

/** A name that nobody would look at twice. */
const HARMLESS = "Plain-Name-77";
/** Too short to be told from other words. */
const SHORT = 6;

/** Makes the call with each name, without starting anything: what went wrong, in words. */
export async function faultsInAll(one: HostileCase, names: readonly string[]): Promise<readonly string[]> {
  const usual = await made(one, HARMLESS);
  const usualWords = startsOf(usual.seen).map(wordsOf);
  const known = {
    words: new Set(usualWords.flatMap(({ plain }) => plain)),
    scripts: new Set(
      usualWords.flatMap(({ scripts }) => scripts.map((text) => constantPart(text, quotedWord(one, HARMLESS)))),
    ),
  };
  const faults: string[] = [];
  let arrived = 0;
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop -- one name at a time, so that a fault names its name
    const { code, seen } = await made(one, name);
    const whole = wholeOf(one, name);
    const say = (what: string) => faults.push(`${JSON.stringify(name.slice(0, 60))}: ${what}`);
    let came = false;
    for (const start of startsOf(seen)) {
      const { plain, scripts } = wordsOf(start);
      const shell = SHELLS.test(basename(start.program)) || start.args.includes("/bin/sh");
      if (shell && scripts.length !== 1) say("a shell without a fixed script");
      for (const word of plain) {
        if (word === whole) came = true;
        else if (name.length > SHORT && word.includes(name) && !known.words.has(word)) say(`part of ${word}`);
      }
      for (const script of scripts) {
        if (whole !== null && whole !== name && script.includes(whole)) came = true;
        if (!known.scripts.has(constantPart(script, quotedWord(one, name))) && known.scripts.size > 0)
          say("part of a script");
      }
    }
    if (one.nowhere === true && came && name.length > SHORT && !known.words.has(name)) say("arrived");
    if (came) arrived += 1;
    else if (one.nowhere !== true && code === null) say("neither refused nor whole");
  }
  if (one.nowhere !== true && arrived === 0) faults.push("no name arrived: the case tries nothing");
  return faults;
}

/** Starts what the call asks for, for real, with recorders in the place of programs: what went wrong, in words. */
export async function faultsForReal(
  one: HostileCase,
  names: readonly string[],
  recorder: ProgramRecorder,
): Promise<readonly string[]> {
  const faults: string[] = [];
  await recorder.each(names, async (name) => {
    const { seen } = await made(one, name);
    const whole = wholeOf(one, name);
    for (const start of startsOf(seen)) {
      if (whole === null || !wordsOf(start).plain.includes(whole)) continue;
      // oxlint-disable-next-line no-await-in-loop -- what one call starts, it starts one after the other
      const found = await recorder.faultsOf(start, whole);
      faults.push(...found.map((fault) => `${JSON.stringify(name.slice(0, 60))}: ${fault}`));
    }
  });
  return faults;
}
