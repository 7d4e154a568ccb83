/** A page that nobody sees may never be painted; then the program begins all the same (ms). */
const AT_LATEST_MS = 250;

/** Comes when what stands in the page has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, AT_LATEST_MS);
    // The frame is painted after the callback that was asked for with it: the next task comes after the paint.
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
