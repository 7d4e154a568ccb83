import { createHash } from "node:crypto";
import type { HttpExchange, HttpOutcome } from "../../../shared/model/facts/http-facts.ts";
import { ok } from "../../../shared/lib/result.ts";
import { PRACTICE_REFERENCES } from "../../../electron/practice/places.ts";
import { practiceMachine } from "../../../electron/practice/practice-machine.ts";
import type { HttpRequest, Probes } from "../../../electron/probes/probes.ts";
import type { Place } from "../../../electron/watch/place.ts";
import { spellAt, type Spell } from "./site-life.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** A network in which everything is made up but the rules that look at it. */
export interface World {
  readonly place: Place;
  /** Times of the requests to the site, ms. */
  readonly visits: number[];
  /** What came of each of them, in order. */
  readonly answers: readonly SiteAnswer[];
}

/** What the site's server sent, and when it was there, ms. Not good: an error, another page, or nothing. */
export interface SiteAnswer {
  readonly at: number;
  readonly good: boolean;
}

const SITE_ADDRESS = "203.0.113.80";

/** A page that is a little different at each visit. */
function shop(visit: number): string {
  const offers = Array.from(
    { length: 12 },
    (_, index) => `<li>Article ${(visit * 7 + index) % 40} for ${visit % 90} euros</li>`,
  );
  return `<!doctype html><html><head><title>Shop: ${visit % 17} new things</title></head><body><nav><a>Home</a><a>Cups and plates</a><a>Help</a></nav><h1>Welcome to the shop</h1><p>Token ${visit * 7_919}</p><ul>${offers.join("")}</ul><footer>Open from nine to five, every day of the week. Terms, privacy, about us.</footer></body></html>`;
}

const ERROR_502 =
  "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>";
const OWN_ERROR =
  "<!doctype html><html><head><title>Shop</title></head><body><h1>Oops, our little helpers are confused</h1><p>Somebody is looking into it, code 77-12.</p></body></html>";
const HOLDING =
  "<!doctype html><html><head><title>Hang tight</title></head><body><div><h1>We are polishing a few things for you</h1><p>Have a coffee, it is on us one day.</p></div></body></html>";
const PORTAL =
  "<!doctype html><html><head><title>Guest network</title></head><body><form><h1>Hello traveller</h1><p>Tick the box to use this network.</p></form></body></html>";

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: readonly (readonly [string, string])[];
}

/** The world of one life. */
export function madeUpWorld(spells: readonly Spell[], clock: VirtualClock, chance: () => number): World {
  const visits: number[] = [];
  const answers: SiteAnswer[] = [];
  const spell = (): Spell => spellAt(spells, clock.now());
  const network = (): boolean => spell().kind !== "no-internet" && spell().kind !== "no-link";
  const httpRequest = async (request: HttpRequest): Promise<HttpExchange> => {
    const toSite = request.addresses.includes(SITE_ADDRESS);
    if (toSite) visits.push(clock.now());
    await clock.pause(40 + Math.round(chance() * 400));
    const { kind } = spell();
    if (!network()) return failed(request, "connect-unreachable");
    if (kind === "portal") return answered(request, { status: 200, body: PORTAL });
    if (!toSite) return reference(request);
    const exchange = await siteAnswer(request, spell(), { clock, chance, visit: visits.length });
    const good = exchange.status === 200 && exchange.bodySample.includes("Welcome to the shop");
    answers.push({ at: clock.now(), good });
    return exchange;
  };
  const probes: Probes = {
    systemLookup: async (name) => {
      await clock.pause(20);
      const addresses = name.endsWith("shop.example") ? [SITE_ADDRESS] : ["198.51.100.10"];
      return network()
        ? { name, outcome: "answer", addresses, errno: null, ms: 20 }
        : { name, outcome: "temporary-failure", addresses: [], errno: "EAI_AGAIN", ms: 20 };
    },
    dnsQuery: () => Promise.reject(new Error("a watch asks no name server by itself")),
    tlsHandshake: () => Promise.reject(new Error("a watch makes no handshake by itself")),
    tcpConnect: async (address, port) => {
      await clock.pause(network() ? 20 : 3_000);
      const outcome = network() && spell().kind !== "portal" ? ("connected" as const) : ("timeout" as const);
      return { address, family: "v4", port, outcome, errno: null, ms: 20 };
    },
    httpRequest,
  };
  const machine = practiceMachine({});
  const interfaces: typeof machine.interfaces = async (signal) =>
    spell().kind === "no-link" ? ok([]) : machine.interfaces(signal);
  return {
    place: { probes, machine: { ...machine, interfaces }, references: PRACTICE_REFERENCES },
    visits,
    answers,
  };
}

interface Visit {
  readonly clock: VirtualClock;
  readonly chance: () => number;
  readonly visit: number;
}

async function siteAnswer(request: HttpRequest, spell: Spell, { clock, chance, visit }: Visit): Promise<HttpExchange> {
  const fine = answered(request, { status: 200, body: shop(visit) });
  const bad = answered(request, { status: 502, body: ERROR_502 });
  switch (spell.kind) {
    case "fine":
      // Once in a while a single request fails on a healthy site, too.
      return chance() < 0.01 ? bad : fine;
    case "refused":
      return failed(request, "connect-refused");
    case "gateway-502":
      return bad;
    case "busy-503":
      return answered(request, { status: 503, body: "busy", headers: [["retry-after", "90"]] });
    case "silent":
      await clock.pause(9_000);
      return failed(request, "headers-timeout");
    case "says-502-with-200":
      return answered(request, { status: 200, body: ERROR_502 });
    case "holding-page":
      return answered(request, { status: 200, body: HOLDING });
    case "error-page-with-200":
      // First with its true status, then somebody "mends" the status only.
      return answered(request, {
        status: clock.now() - spell.from < (spell.to - spell.from) / 3 ? 500 : 200,
        body: OWN_ERROR,
      });
    case "flapping-by-chance":
      return chance() < spell.share ? fine : bad;
    case "flapping-by-clock":
      return Math.floor((clock.now() - spell.from) / spell.periodMs) % 2 === 0 ? bad : fine;
    default:
      throw new Error(`no request reaches the site in ${spell.kind}`);
  }
}

function reference(request: HttpRequest): HttpExchange {
  const known = PRACTICE_REFERENCES.connectivityChecks.find(({ url }) => url === request.url);
  return known === undefined
    ? failed(request, "connect-timeout")
    : answered(request, { status: known.status, body: known.body ?? "" });
}

function answered(request: HttpRequest, { status, body, headers = [] }: Answer): HttpExchange {
  return {
    ...failed(request, "response"),
    address: request.addresses[0] ?? null,
    family: "v4",
    httpVersion: "1.1",
    status,
    headers: [["content-type", "text/html; charset=utf-8"], ...headers],
    bodySample: body,
    bodyBytes: body.length,
    bodyHash: createHash("sha256").update(body).digest("hex").slice(0, 16),
  };
}

function failed({ method, url }: HttpRequest, outcome: HttpOutcome): HttpExchange {
  return {
    method,
    url,
    outcome,
    address: null,
    family: null,
    proxy: null,
    httpVersion: null,
    status: null,
    statusText: "",
    headers: [],
    bodySample: "",
    bodyBytes: 0,
    bodyTruncated: false,
    bodyHash: null,
    tls: null,
    timings: { lookup: null, connect: null, tls: null, firstByte: null, total: 200 },
    errno: null,
  };
}
