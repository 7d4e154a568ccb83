/** One bar or tick of a picture: a text, a length, and whether it is good news. */
export interface Mark {
  readonly label: string;
  /** Milliseconds: since the beginning (timeline), or how long (bars). */
  readonly ms: number;
  readonly good: boolean;
}

/** A picture of numbers, as data: only formats that can draw it do. */
export type Chart =
  /** Looks over time. */
  | {
      readonly kind: "timeline";
      /** What it shows, in words of our own. */
      readonly label: string;
      readonly startedAt: string;
      readonly lengthMs: number;
      readonly marks: readonly Mark[];
    }
  /** Times side by side. */
  | { readonly kind: "bars"; readonly label: string; readonly marks: readonly Mark[] };
