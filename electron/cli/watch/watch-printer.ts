import type { WatchLook, WatchNews, WatchView } from "../../../shared/model/watch.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { styleFor } from "../terminal/style.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { WatchArguments } from "./watch-arguments.ts";
import { documentOf, lastLine, type Ended } from "./watch-end.ts";
import { heldLine, lookLine, newsLine, waitLine, type LineParts } from "./watch-words.ts";

/** Prints what is new, in order. */
export interface Printer {
  /** It begins to look (`begin`), or follows another program that does (`follow`). */
  begin(how: "begin" | "follow", url: string): void;
  show(view: WatchView, news: WatchNews | null): void;
  /** Prints the end; resolves when all of it is written. */
  end(ended: Ended): Promise<void>;
}

interface Printing {
  readonly args: WatchArguments;
  readonly terminal: Terminal;
  readonly t: Translator;
  /** Ms since 1970. */
  readonly now: () => number;
}

/** One way of saying things; empty: nothing is said of it. */
interface Voice {
  begin(how: "begin" | "follow", url: string): string;
  /** The way out is broken, or works again. */
  held(view: WatchView): string;
  /** `isLast`: what the view says of the next look belongs to this one. */
  look(look: WatchLook, view: WatchView, isLast: boolean): string;
  news(news: WatchNews): string;
  end(ended: Ended): string;
}

/** A printer for people, or for programs: with --json nothing until the end, with --events a line for each thing. */
export function createPrinter(printing: Printing): Printer {
  const { args, terminal } = printing;
  const voice =
    args.output === "human" ? humanVoice(printing) : args.output === "json" ? JSON_VOICE : eventsVoice(printing);
  let written: Promise<void> = Promise.resolve();
  let lastLook = "";
  let held = false;
  const print = (text: string): void => {
    if (text !== "") written = written.then(() => terminal.out(text));
  };
  return {
    begin: (how, url) => print(voice.begin(how, url)),
    show: (view, news) => {
      if ((view.held !== null) !== held) print(voice.held(view));
      held = view.held !== null;
      for (const look of view.looks.filter(({ at }) => at > lastLook)) {
        lastLook = look.at;
        print(voice.look(look, view, look === view.looks.at(-1)));
      }
      if (news !== null) print(voice.news(news));
    },
    end: (ended) => {
      print(voice.end(ended));
      return written;
    },
  };
}

function humanVoice({ terminal, t, now }: Printing): Voice {
  const parts: LineParts = { t, style: styleFor(terminal), now };
  let waitsUntil: string | null = null;
  return {
    begin: (how, url) => `${t(`watch.terminal.${how}`, { url })}\n`,
    held: (view) => heldLine(view, parts),
    look: (look, { nextAt, retryAfterUntil }, isLast) => {
      const seen = lookLine(look, isLast ? nextAt : null, parts);
      const isWish = isLast && retryAfterUntil !== null && retryAfterUntil !== waitsUntil;
      if (isLast) waitsUntil = retryAfterUntil;
      return isWish ? `${seen}${waitLine(retryAfterUntil, parts)}` : seen;
    },
    news: (news) => newsLine(news, parts),
    end: (ended) => lastLine(ended, t),
  };
}

const JSON_VOICE: Voice = {
  begin: () => "",
  held: () => "",
  look: () => "",
  news: () => "",
  end: (ended) => `${JSON.stringify(documentOf(ended), null, 2)}\n`,
};

function eventsVoice({ now }: Printing): Voice {
  const at = (): string => new Date(now()).toISOString();
  return {
    begin: (how, url) => line("started", { at: at(), url, following: how === "follow" }),
    held: ({ held }) => (held === null ? line("resumed", { at: at() }) : line("paused", held)),
    look: (look, { state, nextAt, retryAfterUntil }, isLast) =>
      line("look", { ...look, ...(isLast ? { state, nextAt, retryAfterUntil } : {}) }),
    news: (news) => line("news", news),
    end: (ended) => `${JSON.stringify(documentOf(ended))}\n`,
  };
}

function line(event: string, more: object): string {
  return `${JSON.stringify({ event, ...more })}\n`;
}
