/**
 * How this copy of the program comes by newer versions. `self`: it can fetch and install one; `package`: the system's
 * package tools put it here, and they replace it; `by-hand`: it was unpacked by somebody; `source`: built from sources,
 * so there is no release to compare with; `managed`: whoever looks after this computer, or its store, takes care of it.
 */
const UPDATE_WAYS = ["self", "package", "by-hand", "source", "managed"] as const;

/** One of {@link UPDATE_WAYS}. */
export type UpdateWay = (typeof UPDATE_WAYS)[number];

/** Why looking, fetching or installing came to nothing. Closed: the words are in the catalogue under `updates.failed`. */
const UPDATE_FAILURES = [
  "unreachable", // no connection to the place of the releases
  "not-there", // the place answers, but has no list of releases for this system
  "elsewhere", // it led to a host that is not on the list
  "not-signed", // the list does not carry our signature
  "expired", // the list is older than its signature is good for
  "damaged", // the list cannot be read, or asks for what we do not take
  "wrong-file", // what was fetched is not what the list describes
  "no-room", // the disk is full, or may not be written to
  "not-installed", // the fetched version could not be put in place
  "other",
] as const;

/** One of {@link UPDATE_FAILURES}. */
export type UpdateFailure = (typeof UPDATE_FAILURES)[number];

/** What is known of newer versions just now. `at`: ISO 8601, UTC. `size`: bytes to fetch. */
export type UpdateState =
  | { readonly kind: "not-looked" }
  | { readonly kind: "looking" }
  | { readonly kind: "newest"; readonly at: string }
  | { readonly kind: "found"; readonly at: string; readonly version: string; readonly size: number }
  | { readonly kind: "fetching"; readonly version: string; readonly percent: number }
  | { readonly kind: "ready"; readonly version: string }
  | { readonly kind: "failed"; readonly during: "look" | "fetch" | "install"; readonly code: UpdateFailure };

/** Newer versions, as Settings shows them. */
export interface UpdatesView {
  readonly way: UpdateWay;
  /** The person's own switch; off until they put it on. */
  readonly on: boolean;
  /** Every host that is contacted, and no other; empty for `source`. */
  readonly hosts: readonly string[];
  /** Where a person finds the releases; empty for `source`. */
  readonly page: string;
  readonly state: UpdateState;
}
