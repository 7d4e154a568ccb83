import type { HttpOutcome } from "../../../shared/model/facts/http-facts.ts";

/** Why an answer could not be read to its end: carried through the readers as an error, caught in one place. */
export class AnswerFault extends Error {
  readonly outcome: HttpOutcome;
  /** The system's or our own error name; null when the outcome says all. */
  readonly errno: string | null;

  constructor(outcome: HttpOutcome, errno: string | null = null) {
    super(outcome);
    this.outcome = outcome;
    this.errno = errno;
  }
}
