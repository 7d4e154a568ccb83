import { homedir } from "node:os";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { Target } from "../../../shared/model/target.ts";
import type { WatchNews, WatchView } from "../../../shared/model/watch.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { dataFolder } from "../../storage/data-folder.ts";
import { MACHINE_CLOCK, type WatchClock } from "../../watch/clock.ts";
import { followWatch } from "../../watch/follow.ts";
import { targetOfUrl } from "../../watch/live-place.ts";
import type { Place } from "../../watch/place.ts";
import { WatchRunner } from "../../watch/runner.ts";
import { openWatchStore, type WatchStore } from "../../watch/store.ts";
import { onInterrupt } from "../terminal/interrupt.ts";
import { printable } from "../terminal/style.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { WatchArguments } from "./watch-arguments.ts";
import { nothingYet, type Ended } from "./watch-end.ts";
import { createPrinter, type Printer } from "./watch-printer.ts";

/** What a test puts in the place of the machine. */
export interface WatchDeps {
  readonly place?: Place;
  readonly clock?: WatchClock;
  readonly random?: () => number;
  /** Fires like Ctrl-C. */
  readonly interrupt?: AbortSignal;
}

/** What is waited for, and from where. */
export interface Setting {
  readonly target: Target;
  readonly place: Place;
  readonly close: () => Promise<void>;
}

/** All that a wait needs. */
export interface Waiting extends Setting {
  readonly args: WatchArguments;
  readonly terminal: Terminal;
  readonly t: Translator;
  readonly deps: WatchDeps;
}

/** Waits and tells what happens, to the end. The error is the code of why the watch cannot be kept. */
export async function wait({ args, terminal, t, deps, target, place }: Waiting): Promise<Result<Ended, string>> {
  const store = openWatchStore(dataFolder({ platform: process.platform, env: terminal.env, home: homedir() }));
  const clock = deps.clock ?? MACHINE_CLOCK;
  const now = (): number => clock.now();
  const printer = createPrinter({ args, terminal, t, now });
  const interrupt = onInterrupt(deps.interrupt);
  const ending = new Ending(printer, nothingYet(target, args.privateMode, now()), now);
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
    const begun = await begin({ runner, store, target, clock, ending, printer, private: args.privateMode }, interrupt);
    if (!begun.ok) return begun;
    interrupt.calls(() => ending.finish("interrupted"));
    const ended = await ending.done;
    await printer.end(ended);
    return ok(ended);
  } finally {
    interrupt.forget();
    ending.finish("interrupted");
    await runner.close();
  }
}

interface Beginning {
  readonly runner: WatchRunner;
  readonly store: WatchStore;
  readonly target: Target;
  readonly clock: WatchClock;
  readonly ending: Ending;
  readonly printer: Printer;
  readonly private: boolean;
}

/** Begins a watch, or follows the one that the window already has. */
async function begin(parts: Beginning, { signal }: { readonly signal: AbortSignal }): Promise<Result<null, string>> {
  const { runner, store, target, clock, ending, printer } = parts;
  const order = { target, down: false, privateMode: parts.private, keepOn: false };
  const url = printable(target.url);
  const added = await runner.add(order);
  if (added.ok) {
    printer.begin("begin", url);
    return ok(null);
  }
  if (added.error.code !== "elsewhere") return fail(added.error.code);
  printer.begin("follow", url);
  void followWatch({
    store,
    url: target.url,
    clock,
    signal: AbortSignal.any([signal, ending.signal]),
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
  private readonly over = new AbortController();
  private readonly printer: Printer;
  private readonly now: () => number;
  private last: WatchView;

  constructor(printer: Printer, first: WatchView, now: () => number) {
    this.printer = printer;
    this.last = first;
    this.now = now;
    this.done = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  /** Fires when the wait is over. */
  get signal(): AbortSignal {
    return this.over.signal;
  }

  hear(view: WatchView, news: WatchNews | null): void {
    if (this.over.signal.aborted) return;
    this.last = view;
    this.printer.show(view, news);
    const kind = news?.kind;
    if (kind === "back" || kind === "works" || kind === "other-page") this.end({ outcome: kind, view, news });
    else if (view.end === "stopped") this.finish("stopped");
  }

  finish(outcome: "interrupted" | "stopped"): void {
    this.end({ outcome, view: this.last, news: null });
  }

  /** The first end counts. */
  private end(ended: Omit<Ended, "at">): void {
    this.resolve({ ...ended, at: this.now() });
    this.over.abort();
  }
}
