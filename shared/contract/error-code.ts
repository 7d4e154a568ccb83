import { TARGET_ERRORS } from "../model/target.ts";

/** Why a call gave no value. Closed: the words for each live in the text catalogues under `error.CODE`. */
export const ERROR_CODES = [
  "refused", // the sender was not our own window
  "invalid", // the input did not fit the schema
  "too-large",
  "crashed", // a bug of ours; the detail is in the log
  "busy", // a check-up is already running
  "not-found", // no such check-up, scenario...
  "not-supported", // this system cannot do it, or we do not know how
  "not-readable", // a file that could not be read
  "not-kept", // this computer's disk refused a change
  ...TARGET_ERRORS,
] as const;

/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];
