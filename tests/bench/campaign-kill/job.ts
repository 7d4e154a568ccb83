/** What one machine of the campaign does; a part that is absent is left out. */
export interface Job {
  /** 0 to below 1: moves the choice of points, so that the machines together see more. */
  readonly phase: number;
  /** Points for each operation and each way of killing (0: all); `opens`: also after files were created or emptied. */
  readonly kill?: { readonly points: number; readonly opens: boolean };
  /** Ways a disk fails (0: all). */
  readonly broken?: number;
  /** Others who change the same setting in the middle (0: all). */
  readonly meanwhile?: number;
  /** Trials of how soon the guard restores. */
  readonly guard?: number;
}
