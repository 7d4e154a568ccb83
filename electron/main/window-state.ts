/** Smallest size the window works at: a page at 200 % zoom on a small screen still shows one column. */
export const MIN_SIZE = { width: 320, height: 480 } as const;

/** Size at the first start. */
export const FIRST_SIZE = { width: 960, height: 720 } as const;

/** Where the window was, in device-independent pixels. */
export interface WindowState {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
}

/** A part of a screen, as Electron's `screen` gives it. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Reads a saved state; null when it is absent, damaged or from a version that wrote something else. */
export function parseWindowState(text: string): WindowState | null {
  let saved: unknown;
  try {
    saved = JSON.parse(text);
  } catch {
    return null; // not JSON: as good as never saved
  }
  return isWindowState(saved) ? saved : null;
}

/** Larger than any screen, in pixels. */
const MOST = 20_000;

/** By hand: the first paint waits for this, and loading a schema library takes longer than all else it waits for. */
function isWindowState(saved: unknown): saved is WindowState {
  if (typeof saved !== "object" || saved === null) return false;
  const { x, y, width, height, maximised }: Partial<Record<keyof WindowState, unknown>> = saved;
  return (
    isWhole(x, -MOST) &&
    isWhole(y, -MOST) &&
    isWhole(width, MIN_SIZE.width) &&
    isWhole(height, MIN_SIZE.height) &&
    typeof maximised === "boolean"
  );
}

function isWhole(value: unknown, least: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= MOST;
}

/** The part of a title bar that must be on a screen for a person to be able to drag the window back, in pixels. */
const GRIP = 80;

/**
 * Where to open the window: where it was, if a screen is still there to show it; else null, which lets the system
 * choose. `areas` are the work areas of all screens.
 */
export function usableState(state: WindowState | null, areas: readonly Area[]): WindowState | null {
  if (state === null) return null;
  const visible = areas.some(
    (area) =>
      state.y >= area.y &&
      state.y <= area.y + area.height - GRIP &&
      state.x + state.width >= area.x + GRIP &&
      state.x <= area.x + area.width - GRIP,
  );
  return visible ? state : null;
}
