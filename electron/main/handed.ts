/** The report that the system handed over and that nobody has opened yet; null: none. One process has one. */
let waiting: string | null = null;
let tell: (() => void) | null = null;

/** Keeps a file's path until the window takes it; the page that is open is told. */
export function handOver(path: string): void {
  waiting = path;
  tell?.();
}

/** Who is told that a file waits: now, when there is one, and each time later. */
export function onHanded(listener: () => void): void {
  tell = listener;
}

/** Tells again, to a page that has just opened. */
export function tellHanded(): void {
  if (waiting !== null) tell?.();
}

/** The file that waits, once. */
export function takeHanded(): string | null {
  const path = waiting;
  waiting = null;
  return path;
}
