import type { WatchLook, WatchView } from "../../shared/model/watch.ts";

const T0 = Date.UTC(2026, 2, 4, 9);

function at(minutes: number): string {
  return new Date(T0 + minutes * 60_000).toISOString();
}

const LOOKS: readonly WatchLook[] = Array.from({ length: 24 }, (_, index) =>
  index < 20
    ? { at: at(index), code: "gateway-error", status: 502, ms: 80 + ((index * 37) % 50) }
    : { at: at(index), code: "good", status: 200, ms: 240 + index },
);

/** A site that is down. */
export const WATCH: WatchView = {
  id: "00000000000000aa",
  url: "https://shop.example/cart",
  displayHost: "shop.example",
  startedAt: at(0),
  endedAt: null,
  end: null,
  state: "down",
  since: at(2),
  downSince: at(0),
  looks: LOOKS.slice(0, 20),
  total: { looks: 20, good: 0 },
  news: [{ kind: "down", at: at(2), downSince: at(0), firstGoodAt: null }],
  nextAt: at(21),
  retryAfterUntil: null,
  held: null,
  keepOn: false,
  privateMode: false,
  elsewhere: false,
};

/** The same site, back. */
export const BACK: WatchView = {
  ...WATCH,
  state: "up",
  since: at(22),
  downSince: null,
  looks: LOOKS,
  total: { looks: 24, good: 4 },
  news: [...WATCH.news, { kind: "back", at: at(22), downSince: at(0), firstGoodAt: at(20) }],
  nextAt: at(24),
};

/** One that waits because this computer has no network. */
export const HELD: WatchView = {
  ...WATCH,
  id: "00000000000000bb",
  url: "https://a-rather-long-name-of-a-site.department.example/with/a/long/path?and=a&query=string",
  displayHost: "a-rather-long-name-of-a-site.department.example",
  state: "flapping",
  held: { why: "no-link", since: at(19) },
};

/** One that has ended. */
export const ENDED: WatchView = {
  ...BACK,
  id: "00000000000000cc",
  displayHost: "news.example",
  url: "https://news.example/",
  endedAt: at(40),
  end: "back",
  nextAt: null,
};
