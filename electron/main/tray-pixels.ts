/** Colours as blue, green, red: mid-tones that are seen on light and dark panels alike. */
const CALM = [0xc4, 0x8a, 0x3f] as const;
const TROUBLE = [0x3a, 0x52, 0xd9] as const;

/**
 * The icon beside the clock as raw pixels (BGRA, premultiplied, `size` x `size`): an eye-like ring with a point; the
 * point is red while a site is down. Drawn here so that no file has to be found at run time.
 */
export function trayPixels(size: number, down: boolean): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  const middle = (size - 1) / 2;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const distance = Math.hypot(x - middle, y - middle) / (size / 2);
      const ring = edge(distance, 0.66, 0.95);
      const point = edge(distance, -1, 0.4);
      const [blue, green, red] = point > ring && down ? TROUBLE : CALM;
      const cover = Math.max(ring, point);
      pixels.set([blue * cover, green * cover, red * cover, 255 * cover], (y * size + x) * 4);
    }
  }
  return pixels;
}

/** How much of a pixel at this distance lies between two radii; soft at the rims. */
function edge(distance: number, inner: number, outer: number): number {
  const soft = 0.1;
  const inside = Math.min(Math.max((distance - inner) / soft + 0.5, 0), 1);
  const outside = Math.min(Math.max((outer - distance) / soft + 0.5, 0), 1);
  return Math.min(inside, outside);
}
