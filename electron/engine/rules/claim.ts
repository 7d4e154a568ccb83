import type { Message } from "../../../shared/model/message.ts";
import type { Candidate, Rule } from "./rule.ts";
import type { Signals } from "./signals/signals.ts";

/** A rule that applies, with its claim. */
export interface Claim {
  readonly rule: Rule;
  readonly candidate: Candidate;
}

/** Values that every title and explanation may use; 0 and empty stand for "not known". */
export function commonValues(signals: Signals): Message["values"] {
  const main = signals.http.main;
  return {
    host: signals.target.displayHost,
    port: signals.target.port,
    status: main?.status ?? 0,
    vendor: main?.gateway?.vendor ?? "",
    seconds: signals.http.retryAfter ?? 0,
  };
}
