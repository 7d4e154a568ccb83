import { describe, expect, test } from "vitest";
import {
  type FollowedRedirects,
  type RedirectDeps,
  followRedirects,
} from "../../../../../electron/probes/http/follow-redirects.ts";
import { ExchangeDraft, cleanUrl } from "../../../../../electron/probes/http/exchange-draft.ts";
import { httpRequest } from "../../../../../electron/probes/http/http-request.ts";
import type { HttpRequest } from "../../../../../electron/probes/probes.ts";
import { saying } from "./http-harness.ts";

const PUBLIC = "23.45.67.10";
const signal = new AbortController().signal;

/** Answers by URL: a status, or a status and a Location. `address` is where the answer came from. */
type Script = Readonly<Record<string, readonly [status: number, location?: string]>>;

interface World {
  readonly script: Script;
  readonly names?: Readonly<Record<string, readonly string[]>>;
  readonly from?: string | null;
  readonly deps?: Partial<RedirectDeps>;
}

async function follow(
  first: Partial<HttpRequest>,
  world: World,
): Promise<FollowedRedirects & { readonly asked: readonly HttpRequest[] }> {
  const asked: HttpRequest[] = [];
  const from = world.from === undefined ? PUBLIC : world.from;
  const followed = await followRedirects(
    { method: "GET", url: "http://a.test/", addresses: [PUBLIC], proxy: null, ...first },
    { signal },
    {
      httpRequest: async (request) => {
        asked.push(request);
        const draft = new ExchangeDraft(request, cleanUrl(new URL(request.url)));
        const [status, location] = world.script[request.url] ?? [200];
        draft.address = from === PUBLIC ? (request.addresses[0] ?? PUBLIC) : from;
        const headers = location === undefined ? [] : [["location", location] as const];
        draft.head = { httpVersion: "1.1", status, statusText: "", headers };
        return Promise.resolve(draft.finish("response", null));
      },
      lookup: async (host) => Promise.resolve(world.names?.[host] ?? [PUBLIC]),
      ...world.deps,
    },
  );
  return { ...followed, asked };
}

async function onLoopback(): Promise<readonly string[]> {
  return Promise.resolve(["127.0.0.1"]);
}

function urls({ chain }: FollowedRedirects): readonly string[] {
  return chain.map((exchange) => exchange.url);
}

describe("followRedirects", () => {
  test("ends with the first answer that sends nowhere", async () => {
    expect(await follow({}, { script: {} })).toMatchObject({ redirects: "final", chain: [{ status: 200 }] });
    expect(await follow({}, { script: { "http://a.test/": [302] } })).toMatchObject({ redirects: "final" });
    expect(await follow({}, { script: { "http://a.test/": [304, "/x"] } })).toMatchObject({ redirects: "final" });
    expect(await follow({}, { script: { "http://a.test/": [500, "/x"] } })).toMatchObject({ redirects: "final" });
  });

  test.each([
    [301, "/next", "http://a.test/next"],
    [302, "next?x=1", "http://a.test/next?x=1"],
    [303, "//b.test/p", "http://b.test/p"],
    [307, "https://a.test/", "https://a.test/"],
    [308, "http://me:secret@b.test/#part", "http://b.test/"],
    [308, "http://:secret@b.test/", "http://b.test/"],
    [308, "http://me@b.test/p#", "http://b.test/p"],
    [308, "http://b.test/a%23b?c=%23#", "http://b.test/a%23b?c=%23"],
  ])("follows %i to %s", async (status, location, next) => {
    const followed = await follow({ method: "HEAD" }, { script: { "http://a.test/": [status, location] } });
    expect(urls(followed)).toEqual(["http://a.test/", next]);
    expect(followed.redirects).toBe("final");
    expect(followed.asked[1]?.method).toBe("HEAD");
  });

  test("looks a further host up and pins what it found; the same host keeps its addresses", async () => {
    const script: Script = { "http://a.test/": [302, "/b"], "http://a.test/b": [302, "http://c.test/"] };
    const followed = await follow(
      {},
      { script, names: { "c.test": ["23.45.67.99", "2606:4700::1"], "a.test": ["23.1.1.1"] } },
    );
    expect(followed.asked.map((request) => request.addresses)).toEqual([
      [PUBLIC],
      [PUBLIC],
      ["23.45.67.99", "2606:4700::1"],
    ]);
  });

  test("lets the next request say that a host has no addresses", async () => {
    const deps = { lookup: async (): Promise<never> => Promise.reject(new Error("no")) };
    const followed = await follow({}, { script: { "http://a.test/": [302, "http://b.test/"] }, deps });
    expect(followed.asked[1]).toMatchObject({ url: "http://b.test/", addresses: [] });
  });

  test("sees a loop", async () => {
    const script: Script = { "http://a.test/": [302, "/b"], "http://a.test/b": [302, "/#x"] };
    expect(await follow({}, { script })).toMatchObject({ redirects: "loop", chain: { length: 2 } });
    expect(await follow({}, { script: { "http://a.test/": [302, "/"] } })).toMatchObject({
      redirects: "loop",
      chain: { length: 1 },
    });
  });

  test("stops after ten redirects", async () => {
    const script = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`http://a.test/${at === 0 ? "" : at}`, [302, `/${at + 1}`] as const]),
    );
    expect(await follow({}, { script })).toMatchObject({ redirects: "too-many", chain: { length: 11 } });
  });

  test.each(["ftp://b.test/", "file:///etc/passwd", "javascript:alert(1)", "http://", "https://[bad/"])(
    "does not go to %s",
    async (location) => {
      const followed = await follow({}, { script: { "http://a.test/": [302, location] } });
      expect(followed).toMatchObject({ redirects: "bad-location", chain: { length: 1 } });
    },
  );

  test.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://localhost:8080/",
    "http://app.localhost/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://169.254.169.254/latest/meta-data",
    "http://192.168.1.1/",
    "http://10.0.0.1/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://inside.test/",
    "http://mixed.test/",
  ])("never goes from outside to %s", async (location) => {
    const names = {
      "inside.test": ["192.168.7.7"],
      "mixed.test": [PUBLIC, "10.0.0.1"],
      "app.localhost": [PUBLIC],
      localhost: [PUBLIC],
    };
    const followed = await follow({}, { script: { "http://a.test/": [302, location] }, names });
    expect(followed).toMatchObject({ redirects: "to-private", chain: { length: 1 } });
    expect(followed.asked).toHaveLength(1);
  });

  test("stays inside where it began inside, and does not come back in from outside", async () => {
    const script: Script = { "http://10.0.0.1/": [302, "http://10.0.0.2/"] };
    expect(await follow({ url: "http://10.0.0.1/", addresses: ["10.0.0.1"] }, { script })).toMatchObject({
      redirects: "final",
      chain: { length: 2 },
    });
    const out: Script = { "http://10.0.0.1/": [302, "http://b.test/"], "http://b.test/": [302, "http://10.0.0.3/"] };
    expect(await follow({ url: "http://10.0.0.1/", addresses: ["10.0.0.1"] }, { script: out })).toMatchObject({
      redirects: "to-private",
      chain: { length: 2 },
    });
  });

  test("holds through a proxy, where only names and literals are known", async () => {
    const proxy = { host: "10.0.0.9", port: 3128 };
    const script: Script = {
      "http://a.test/": [302, "http://192.168.1.1/"],
      "http://10.0.0.1/": [302, "http://10.0.0.2/"],
      "http://localhost/": [302, "http://10.0.0.2/"],
    };
    expect(await follow({ proxy }, { script, from: null })).toMatchObject({ redirects: "to-private" });
    expect(await follow({ proxy, url: "http://10.0.0.1/" }, { script, from: null })).toMatchObject({
      redirects: "final",
    });
    expect(await follow({ proxy, url: "http://localhost/" }, { script, from: null })).toMatchObject({
      redirects: "final",
    });
    const kept = await follow({ proxy }, { script: { "http://a.test/": [302, "https://b.test/"] }, from: null });
    expect(kept.asked[1]?.proxy).toEqual(proxy);
    const switched = await follow(
      { proxy },
      { script: { "http://a.test/": [302, "https://b.test/"] }, from: null, deps: { proxyFor: () => null } },
    );
    expect(switched.asked[1]?.proxy).toBeNull();
  });

  test("stops when it is called off", async () => {
    const controller = new AbortController();
    const followed = await follow(
      {},
      {
        script: { "http://a.test/": [302, "http://b.test/"] },
        deps: {
          lookup: async () => {
            controller.abort();
            return Promise.resolve([PUBLIC]);
          },
        },
      },
    );
    expect(followed.redirects).toBe("final");
    const off = await followRedirects(
      { method: "GET", url: "http://a.test/", addresses: [], proxy: null },
      { signal: AbortSignal.abort() },
      {
        httpRequest: async (request) => {
          const draft = new ExchangeDraft(request, request.url);
          draft.head = { httpVersion: "1.1", status: 302, statusText: "", headers: [["location", "/b"]] };
          return Promise.resolve(draft.finish("response", null));
        },
        lookup: async () => Promise.resolve([]),
      },
    );
    expect(off).toMatchObject({ redirects: "not-followed", chain: { length: 1 } });
  });

  test("works over real connections", async () => {
    const last = await saying("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhome");
    const first = await saying(
      `HTTP/1.1 301 Moved\r\nSet-Cookie: a=b\r\nLocation: http://site.test:${last.port}/home\r\nContent-Length: 0\r\n\r\n`,
    );
    const followed = await followRedirects(
      { method: "GET", url: `http://127.0.0.1:${first.port}/`, addresses: [], proxy: null },
      { signal },
      {
        lookup: onLoopback,
        httpRequest: async (request, options) => httpRequest(request, options, { lookup: onLoopback, userAgent: "t" }),
      },
    );
    expect(followed).toMatchObject({
      redirects: "final",
      chain: [{ status: 301 }, { status: 200, bodySample: "home" }],
    });
    expect(last.received()).toMatch(/^GET \/home /);
    expect(last.received()).not.toMatch(/cookie|referer/i);
  });
});
