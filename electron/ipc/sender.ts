/** The parts of Electron's WebFrameMain that tell who is calling. */
export interface Frame {
  readonly url: string;
  readonly origin: string;
  /** Null for a page's main frame. */
  readonly parent: Frame | null;
}

/** Who may call. */
export interface Gate {
  /** The main frame of our own window; null when there is no window. */
  readonly ownFrame: () => Frame | null;
  /** Exactly this origin, e.g. `app://goodgateway`. */
  readonly origin: string;
}

/**
 * True only for the main frame of our own window while it shows our own page. The origin is compared whole: a prefix
 * would let `app://goodgateway.evil` in. A frame that is already gone is refused.
 */
export function isOwnSender(frame: Frame | null, gate: Gate): boolean {
  if (frame === null) return false;
  try {
    return frame === gate.ownFrame() && frame.parent === null && frame.origin === gate.origin && isUnder(frame, gate);
  } catch {
    return false; // Electron throws when a frame was disposed between the call and now
  }
}

function isUnder({ url }: Frame, { origin }: Gate): boolean {
  return url.startsWith(`${origin}/`);
}
