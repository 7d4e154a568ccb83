import type { Target } from "../../shared/model/target.ts";
import type { WatchEvent } from "../../shared/model/watch.ts";
import type { WatchClock } from "./clock.ts";
import type { Place } from "./place.ts";
import type { StoreFailure, WatchStore } from "./store.ts";

/** What a runner is made of. */
export interface RunnerParts {
  readonly place: Place;
  readonly store: WatchStore;
  readonly face: "window" | "terminal";
  readonly targetOf: (url: string) => Target;
  readonly onEvent: (event: WatchEvent) => void;
  /** Hears of what could not be kept or broke; nothing of it ends a watch. */
  readonly report: (error: unknown) => void;
  readonly clock?: WatchClock;
  /** 0 to 1. */
  readonly random?: () => number;
}

/** Why a watch could not begin. `elsewhere`: another program of this person watches the page (told to a terminal only). */
export type AddFailure = StoreFailure | { readonly code: "elsewhere"; readonly detail: string };
