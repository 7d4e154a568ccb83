import type { CheckupAsked, CheckupEvent, CheckupRecord } from "../../shared/model/checkup.ts";
import type { ErrorCode } from "../../shared/contract/error-code.ts";
import type { Result } from "../../shared/lib/result.ts";
import type { Started } from "./desk.ts";

/** Keeps what a page that opens again needs to go on with the check-up that runs. */
export interface Recorder {
  begin(asked: CheckupAsked, started: Started): void;
  note(event: CheckupEvent): void;
  /** The page starts afresh: an end that it will not hear is kept until it asks. */
  pageLost(): void;
  /** Nobody waits for it any more. */
  forget(): void;
  /** For a page that opens; null when no check-up runs, or ended unheard. */
  current(): CheckupRecord | null;
}

/** A recorder with nothing in it. */
export function createRecorder(): Recorder {
  let record: (CheckupRecord & { readonly ended: boolean }) | null = null;
  let early: readonly CheckupEvent[] = [];
  let pageIsOpen = true;
  return {
    begin: (asked, { id, target }) => {
      const events = early.filter((event) => event.id === id);
      early = [];
      record = { asked, id, target, events, ended: events.some(({ kind }) => kind === "ended") };
    },
    note: (event) => {
      // The first events may come before the start is answered.
      if (record === null || event.id !== record.id) early = [...early, event].slice(-EARLY_LIMIT);
      else record = { ...record, events: [...record.events, event], ended: record.ended || event.kind === "ended" };
      if (record !== null && record.ended && pageIsOpen) record = null;
    },
    pageLost: () => {
      pageIsOpen = false;
    },
    forget: () => {
      record = null;
      early = [];
    },
    current: () => {
      pageIsOpen = true;
      if (record === null) return null;
      const { ended, ...rest } = record;
      if (ended) record = null;
      return rest;
    },
  };
}

/** Events of one check-up: a few for each of two dozen checks. */
const EARLY_LIMIT = 500;

/** A handler that starts check-ups, with the recorder told of each. */
export function recording<Input>(
  recorder: Recorder,
  start: (input: Input) => Promise<Result<Started, ErrorCode>>,
  askedBy: (input: Input) => CheckupAsked,
): (input: Input) => Promise<Result<Started, ErrorCode>> {
  return async (input) => {
    const started = await start(input);
    if (started.ok) recorder.begin(askedBy(input), started.value);
    return started;
  };
}
