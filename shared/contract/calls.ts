import { z } from "zod";
import { ANSWER_VALUES, type Answers } from "../model/answers.ts";
import { keysOf } from "../lib/keys-of.ts";
import type { CheckupEvent, CheckupRecord } from "../model/checkup.ts";
import { SAVED_TEXT_LIMIT, type SavedPages } from "../model/saved-page.ts";
import type { Target } from "../model/target.ts";
import type { CallName, EventName } from "./channels.ts";
import { contactCalls } from "./contact-calls.ts";
import { ownerCalls } from "./owner-calls.ts";
import { dnsCalls, dnsEvents } from "./dns-calls.ts";
import { settingsCalls, settingsEvents } from "./settings-calls.ts";
import type { ErrorCode } from "./error-code.ts";
import { watchCalls, watchEvents } from "./watch-calls.ts";
import { changeCalls } from "./change-calls.ts";
import { guidedCalls, guidedEvents } from "./guided-calls.ts";
import { reportCalls, reportEvents } from "./report-calls.ts";
import { updatesCalls, updatesEvents } from "./updates-calls.ts";

// zod's generated code would need eval, which the window's content policy forbids.
z.config({ jitless: true });

/** Longest address accepted at the door; longer ones are answered with `too-long`, never an exception. */
export const INPUT_LIMIT = 100_000;

const id = z.string().min(1).max(64);
const answers = z
  .strictObject(Object.fromEntries(keysOf(ANSWER_VALUES).map((key) => [key, z.enum(ANSWER_VALUES[key]).optional()])))
  .transform((value) => value as Answers);

/**
 * Every call as schemas: main parses each input with `input`, handlers must return what `output` says. Outputs that
 * main builds from our own types are not walked again (`z.custom`): main is the trusted side.
 */
export const calls = {
  "app.info": {
    input: z.undefined(),
    output: z.object({
      version: z.string(),
      runtime: z.string(),
      os: z.enum(["windows", "macos", "linux", "other"]),
      /** BCP 47, from the system. */
      language: z.string(),
    }),
  },
  "target.parse": { input: z.object({ input: z.string().max(INPUT_LIMIT) }), output: z.custom<Target>() },
  "clipboard.offer": { input: z.undefined(), output: z.object({ url: z.string().nullable() }) },
  "checkup.start": {
    input: z.strictObject({
      /** What was typed; null for "nothing loads": a page that surely exists is checked instead. */
      input: z.string().max(INPUT_LIMIT).nullable(),
      privateMode: z.boolean(),
      askVantage: z.boolean(),
      answers,
    }),
    output: z.object({ id, target: z.custom<Target>() }),
  },
  /** The check-up that runs while a page opens: what was asked, and all that was heard of it. Null: none. */
  "checkup.current": { input: z.undefined(), output: z.custom<CheckupRecord | null>() },
  "checkup.cancel": { input: z.strictObject({ id }), output: z.object({ cancelled: z.boolean() }) },
  "practice.list": {
    input: z.undefined(),
    output: z.array(z.object({ id, title: z.string(), description: z.string(), address: z.string() })),
  },
  "practice.start": {
    input: z.strictObject({ scenarioId: id, answers }),
    output: z.object({ id, target: z.custom<Target>() }),
  },
  /** Who made a page that was pasted or dropped. */
  "page.classify": {
    input: z.strictObject({
      text: z.string().max(SAVED_TEXT_LIMIT),
      /** As the person knows it; null when they do not. */
      status: z.number().int().min(100).max(599).nullable(),
    }),
    output: z.custom<SavedPages>(),
  },
  /** Main asks for a file and reads it; null when the person chose none. */
  "page.open": {
    input: z.undefined(),
    output: z
      .object({
        name: z.string(),
        /** The page's text, for when the person adds the status; empty for a file that brings its own. */
        text: z.string().max(SAVED_TEXT_LIMIT),
        pages: z.custom<SavedPages>(),
      })
      .nullable(),
  },
  ...dnsCalls,
  ...settingsCalls,
  ...contactCalls,
  ...ownerCalls,
  ...guidedCalls,
  ...changeCalls,
  ...reportCalls,
  ...watchCalls,
  ...updatesCalls,
} as const satisfies Record<CallName, { input: z.ZodType; output: z.ZodType }>;

/** Every event's data. */
export const events = {
  "checkup.event": z.custom<CheckupEvent>(),
  ...dnsEvents,
  ...settingsEvents,
  ...guidedEvents,
  ...reportEvents,
  ...watchEvents,
  ...updatesEvents,
} as const satisfies Record<EventName, z.ZodType>;

/** What the renderer passes. */
export type Input<K extends CallName> = z.input<(typeof calls)[K]["input"]>;
/** What a handler gets: parsed. */
export type ParsedInput<K extends CallName> = z.output<(typeof calls)[K]["input"]>;
/** What a call gives back. */
export type Output<K extends CallName> = z.output<(typeof calls)[K]["output"]>;
/** What an event carries. */
export type EventData<K extends EventName> = z.output<(typeof events)[K]>;

/** A typed answer: errors cross the door as codes, never as sentences. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode } };

/** `window.api`: all the renderer has. */
export interface Api {
  call<K extends CallName>(name: K, input: Input<K>): Promise<Outcome<Output<K>>>;
  /** Returns the function that stops listening. */
  on<K extends EventName>(name: K, listener: (data: EventData<K>) => void): () => void;
}
