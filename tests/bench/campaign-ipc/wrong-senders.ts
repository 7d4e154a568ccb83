import type { Frame } from "../../../electron/ipc/sender.ts";

/** Everybody who is not the main frame of our own window showing our own page. */
export function wrongSenders(origin: string, own: Frame): Readonly<Record<string, Frame | null>> {
  const frame = (change: Partial<Frame>): Frame => ({ url: `${origin}/index.html`, origin, parent: null, ...change });
  return {
    "nobody any more": null,
    "a frame inside our page": frame({ parent: own }),
    "another window with our page": frame({}),
    "an empty page": frame({ url: "about:blank", origin: "null" }),
    "a page made of data": frame({ url: "data:text/html,x", origin: "null" }),
    "a site": frame({ url: "https://evil.example/", origin: "https://evil.example" }),
    "a name that begins like ours": frame({ url: `${origin}.evil/`, origin: `${origin}.evil` }),
    "a file": frame({ url: "file:///index.html", origin: "file://" }),
    "a frame that is gone": Object.defineProperty(frame({}), "origin", {
      get: () => {
        throw new Error("disposed");
      },
    }),
  };
}
