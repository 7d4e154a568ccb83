import { homedir } from "node:os";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Target } from "../../shared/model/target.ts";
import type { WatchNews, WatchView } from "../../shared/model/watch.ts";
import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator, type Translator } from "../../shared/text/translator.ts";
import { parseTarget } from "../engine/target.ts";
import { dataFolder } from "../storage/data-folder.ts";
import { MACHINE_CLOCK, type WatchClock } from "../watch/clock.ts";
import { followWatch } from "../watch/follow.ts";
import { livePlace, targetOfUrl } from "../watch/live-place.ts";
import type { Place } from "../watch/place.ts";
import { WatchRunner } from "../watch/runner.ts";
import { openWatchStore, type WatchStore } from "../watch/store.ts";
import { referencesFor } from "./start-diagnosis.ts";
import { printable, styleFor } from "./style.ts";
import { EXIT, type Terminal } from "./terminal.ts";
import { parseWatchArguments, type WatchArguments } from "./watch-arguments.ts";
import { heldLine, lookLine, newsLine, shareWords, type LineParts } from "./watch-words.ts";

/** What a test puts in the place of the machine. */
export interface WatchDeps {
  readonly place?: Place;
  readonly clock?: WatchClock;
  readonly random?: () => number;
  /** Fires like Ctrl-C. */
  readonly interrupt?: AbortSignal;
}

/** How a wait ended. */
type Outcome = "back" | "works" | "other-page" | "interrupted" | "stopped";

/** `watch`: waits until a site is back. Exit code 0 when it is, 1 when the window ended the watch, 2 usage, 130 Ctrl-C. */
export async function watchCommand(
  words: readonly string[],
  terminal: Terminal,
  deps: WatchDeps = {},
): Promise<number> {
  const t = createTranslator("en", { en: ENGLISH });
  const parsed = parseWatchArguments(words, t("watch.terminal.usage"));
  const setting = parsed.ok ? await settingFor(parsed.value, terminal, deps, t) : parsed;
  if (!parsed.ok || !setting.ok) {
    const problem = parsed.ok ? setting : parsed;
    terminal.err(`${printable(problem.ok ? "" : problem.error)}\n`);
    return EXIT.usage;
  }
  try {
    const ended = await wait({ ...setting.value, args: parsed.value, terminal, t, deps });
    if (!ended.ok) {
      terminal.err(`${t("watch.terminal.not-kept", { code: ended.error })}\n`);
      return EX_IOERR;
    }
    return exitCode(ended.value.outcome);
  } finally {
    await setting.value.close();
  }
}

/** The watch could not be kept (sysexits.h). */
const EX_IOERR = 74;

interface Setting {
  readonly target: Target;
  readonly place: Place;
  readonly close: () => Promise<void>;
}

async function settingFor(
  args: WatchArguments,
  { env }: Terminal,
  deps: WatchDeps,
  t: Translator,
): Promise<Result<Setting, string>> {
  if (args.practice !== null) {
    const { startPracticePlace } = await import("../practice/practice-place.ts");
    const practice = await startPracticePlace(args.practice);
    return practice.ok ? practice : fail(`There is no practice scenario "${args.practice}"; "practice" lists them.`);
  }
  const target = parseTarget(args.input);
  if (!target.ok) return fail(t(`error.${target.error}`));
  if (deps.place !== undefined) return ok({ target: target.value, place: deps.place, close: nothingToClose });
  const references = await referencesFor(args, env);
  if (!references.ok) return references;
  return ok({ target: target.value, place: await livePlace(references.value), close: nothingToClose });
}

async function nothingToClose(): Promise<void> {}

interface Waiting extends Setting {
  readonly args: WatchArguments;
  readonly terminal: Terminal;
  readonly t: Translator;
  readonly deps: WatchDeps;
}

interface Ended {
  readonly outcome: Outcome;
  readonly view: WatchView;
  readonly news: WatchNews | null;
}

async function wait(waiting: Waiting): Promise<Result<Ended, string>> {
  const { args, terminal, t, deps, target, place } = waiting;
  const store = openWatchStore(dataFolder({ platform: process.platform, env: terminal.env, home: homedir() }));
  const printer = createPrinter(waiting);
  const interrupt = onInterrupt(deps.interrupt);
  const clock = deps.clock ?? MACHINE_CLOCK;
  const ending = new Ending(printer, nothingYet(target, args.privateMode, clock));
  const runner = new WatchRunner({
    place,
    store,
    face: "terminal",
    targetOf: (url) => (url === target.url ? target : targetOfUrl(url)),
    clock,
    ...(deps.random === undefined ? {} : { random: deps.random }),
    report: (error) => terminal.err(`${printable(String(error))}\n`),
    onEvent: (event) => {
      if (event.kind === "changed") ending.hear(event.watch, event.news);
    },
  });
  try {
    const begun = await begin(runner, store, waiting, { ending, signal: interrupt.signal });
    if (!begun.ok) return begun;
    interrupt.calls(() => ending.finish("interrupted"));
    const ended = await ending.done;
    await printer.end(ended);
    if (args.json) await terminal.out(`${JSON.stringify(documentOf(ended, clock), null, 2)}\n`);
    else await terminal.out(lastLine(ended, t));
    return ok(ended);
  } finally {
    interrupt.forget();
    await runner.close();
  }
}

/** Begins a watch, or follows the one that the window already has. */
async function begin(
  runner: WatchRunner,
  store: WatchStore,
  { target, args, terminal, t, deps }: Waiting,
  { ending, signal }: { readonly ending: Ending; readonly signal: AbortSignal },
): Promise<Result<null, string>> {
  const say = async (key: string): Promise<void> => {
    if (!args.json) await terminal.out(`${t(`watch.terminal.${key}`, { url: printable(target.url) })}\n`);
  };
  const order = { target, down: false, privateMode: args.privateMode, keepOn: false };
  const added = await runner.add(order);
  if (added.ok) {
    await say("begin");
    return ok(null);
  }
  if (added.error.code !== "elsewhere") return fail(added.error.code);
  await say("follow");
  void followWatch({
    store,
    url: target.url,
    clock: deps.clock ?? MACHINE_CLOCK,
    signal,
    onSeen: (view, news) => ending.hear(view, news),
    // The window has gone: this terminal looks by itself from now on.
    takeOver: async () => (await runner.add(order)).ok,
  });
  return ok(null);
}

/** Collects what is told and knows when the wait is over. */
class Ending {
  readonly done: Promise<Ended>;
  private resolve: (ended: Ended) => void = () => undefined;
  private readonly printer: Printer;
  private last: WatchView;

  constructor(printer: Printer, first: WatchView) {
    this.printer = printer;
    this.last = first;
    this.done = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  hear(view: WatchView, news: WatchNews | null): void {
    this.last = view;
    this.printer.show(view, news);
    const kind = news?.kind;
    if (kind === "back" || kind === "works" || kind === "other-page") this.resolve({ outcome: kind, view, news });
    else if (view.end === "stopped") this.finish("stopped");
  }

  finish(outcome: "interrupted" | "stopped"): void {
    this.resolve({ outcome, view: this.last, news: null });
  }
}

/** What is known before the first look. */
function nothingYet({ url, displayHost }: Target, privateMode: boolean, clock: WatchClock): WatchView {
  const at = new Date(clock.now()).toISOString();
  const nothing = { endedAt: null, end: null, downSince: null, looks: [], news: [], nextAt: at, held: null };
  const times = { startedAt: at, since: at, retryAfterUntil: null, total: { looks: 0, good: 0 } };
  return { id: "", url, displayHost, state: "new", keepOn: false, privateMode, elsewhere: false, ...nothing, ...times };
}

interface Printer {
  show(view: WatchView, news: WatchNews | null): void;
  end(ended: Ended): Promise<void>;
}

/** Prints what is new, in order; with --json nothing until the end. */
function createPrinter({ args, terminal, t }: Waiting): Printer {
  const parts: LineParts = { t, style: styleFor(terminal) };
  let written: Promise<void> = Promise.resolve();
  let lastLook = "";
  let held = false;
  const print = (text: string): void => {
    if (!args.json) written = written.then(() => terminal.out(text));
  };
  return {
    show: (view, news) => {
      if (view.held !== null || held) {
        if ((view.held !== null) !== held) print(heldLine(view, parts));
        held = view.held !== null;
      }
      for (const look of view.looks.filter(({ at }) => at > lastLook)) {
        lastLook = look.at;
        print(lookLine(look, look === view.looks.at(-1) ? view.nextAt : null, parts));
      }
      if (news !== null) print(newsLine(news, parts));
    },
    end: () => written,
  };
}

function lastLine({ outcome, view }: Ended, t: Translator): string {
  const share = shareWords(view, t);
  if (outcome === "interrupted" || outcome === "stopped") return `${t(`watch.terminal.${outcome}`, { share })}\n`;
  return `${share}.\n`;
}

/** The one document of `--json`. */
function documentOf({ outcome, view, news }: Ended, clock: WatchClock) {
  const { url, startedAt, state, looks, total, held, retryAfterUntil } = view;
  return {
    schemaVersion: 1,
    url,
    outcome,
    back: outcome === "back" || outcome === "works" || outcome === "other-page",
    startedAt,
    endedAt: new Date(clock.now()).toISOString(),
    downSince: news?.downSince ?? view.downSince,
    fineSince: news?.firstGoodAt ?? null,
    toldAt: news?.at ?? null,
    state,
    total,
    held,
    retryAfterUntil,
    looks,
    news: view.news,
  };
}

function exitCode(outcome: Outcome): number {
  if (outcome === "interrupted") return EXIT.interrupted;
  return outcome === "stopped" ? EXIT.problem : EXIT.done;
}

interface Interrupt {
  readonly signal: AbortSignal;
  calls(action: () => void): void;
  forget(): void;
}

/** Hears Ctrl-C: the last line is still printed. A second one ends the program the usual way. */
function onInterrupt(also?: AbortSignal): Interrupt {
  const controller = new AbortController();
  const hear = (): void => controller.abort();
  process.once("SIGINT", hear);
  also?.addEventListener("abort", hear, { once: true });
  return {
    signal: controller.signal,
    calls: (action) => {
      if (controller.signal.aborted) action();
      else controller.signal.addEventListener("abort", action, { once: true });
    },
    forget: () => {
      process.off("SIGINT", hear);
      controller.abort();
    },
  };
}
