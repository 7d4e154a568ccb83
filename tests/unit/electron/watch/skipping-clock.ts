import type { WatchClock } from "../../../../electron/watch/clock.ts";
import type { Place } from "../../../../electron/watch/place.ts";
import type { Probes } from "../../../../electron/probes/probes.ts";

/** A clock that stands still while anything is measured and jumps to the next timer when nothing is. */
export interface SkippingClock {
  readonly clock: WatchClock;
  /** The place whose measurements hold the clock. */
  readonly place: Place;
  /** Jumps by itself: a computer that slept, or a clock that was set. */
  jump(ms: number): void;
  close(): void;
}

/** Real time (ms) in which nothing must happen before the clock jumps: answers on loopback take less. */
const QUIET_MS = 2;

/** Everything but the waiting is real: hours of watching take as long as their looks do. */
export function skippingClock(place: Place, start = Date.UTC(2026, 0, 1, 12)): SkippingClock {
  let now = start;
  let open = 0;
  const timers = new Map<number, { readonly at: number; readonly call: () => void }>();
  let last = 0;
  const held =
    <Rest extends readonly unknown[], Value>(probe: (...rest: Rest) => Promise<Value>) =>
    async (...rest: Rest): Promise<Value> => {
      open += 1;
      try {
        return await probe(...rest);
      } finally {
        open -= 1;
      }
    };
  const { systemLookup, dnsQuery, tcpConnect, tlsHandshake, httpRequest } = place.probes;
  const probes: Probes = {
    systemLookup: held(systemLookup),
    dnsQuery: held(dnsQuery),
    tcpConnect: held(tcpConnect),
    tlsHandshake: held(tlsHandshake),
    httpRequest: held(httpRequest),
  };
  const fireNext = (): void => {
    const [next] = [...timers].toSorted(([, a], [, b]) => a.at - b.at);
    if (open > 0 || next === undefined) return;
    const [id, { at, call }] = next;
    timers.delete(id);
    now = Math.max(now, at);
    call();
  };
  const driver = setInterval(fireNext, QUIET_MS);
  return {
    clock: {
      now: () => now,
      after: (ms, call) => {
        const id = (last += 1);
        timers.set(id, { at: now + ms, call });
        return () => void timers.delete(id);
      },
    },
    place: { ...place, probes },
    jump: (ms) => {
      now += ms;
    },
    close: () => clearInterval(driver),
  };
}
