import { EDGE, json, ORIGIN, page, pageScenarios, type Row, sample, SITE } from "./page-rows.ts";
import type { LabScenario } from "./scenario.ts";

const ROWS: readonly Row[] = [
  // Other answers.
  {
    id: "page-401",
    broken: "the site asks for a password",
    behaviour: page(401, "<h1>Unauthorized</h1>", { "www-authenticate": 'Basic realm="x"' }),
    code: "access-denied",
    sides: SITE,
  },
  {
    id: "page-403",
    broken: "the site refuses",
    behaviour: page(403, "<h1>Forbidden</h1>"),
    code: "access-denied",
    sides: SITE,
    short: true,
  },
  {
    id: "page-451",
    broken: "the site refuses for legal reasons",
    behaviour: page(451, "<h1>Unavailable for legal reasons</h1>"),
    code: "access-denied",
    sides: SITE,
  },
  {
    id: "page-404",
    broken: "no such page",
    behaviour: page(404, "<h1>Not found</h1>"),
    code: "not-found",
    sides: ORIGIN,
    short: true,
  },
  {
    id: "page-410",
    broken: "the page is gone for good",
    behaviour: page(410, "<h1>Gone</h1>"),
    code: "not-found",
    sides: ORIGIN,
  },
  {
    id: "page-429",
    broken: "too many requests",
    behaviour: page(429, "<h1>Slow down</h1>", { "retry-after": "30" }),
    code: "rate-limited",
    sides: EDGE,
    short: true,
  },
  {
    id: "page-429-json",
    broken: "an API's rate limit",
    behaviour: sample("json-429"),
    code: "rate-limited",
    sides: EDGE,
  },
  {
    id: "page-418",
    broken: "an unusual 4xx",
    behaviour: page(418, "<h1>Teapot</h1>"),
    code: "other-http-error",
    sides: ORIGIN,
  },
  {
    id: "page-400",
    broken: "a 400",
    behaviour: page(400, "<h1>Bad request</h1>"),
    code: "other-http-error",
    sides: ORIGIN,
  },
  {
    id: "page-modsecurity",
    broken: "the site's firewall says 406",
    behaviour: sample("modsecurity-block"),
    code: "access-denied",
    sides: SITE,
  },
  {
    id: "page-suspended",
    broken: "a suspended account",
    behaviour: sample("cpanel-suspended"),
    code: "access-denied",
    sides: SITE,
  },
  // Answers that are none.
  {
    id: "answer-closes",
    broken: "closes without an answer",
    behaviour: { how: "close" },
    code: "invalid-response",
    sides: ORIGIN,
    short: true,
  },
  {
    id: "answer-garbage",
    broken: "speaks something that is not HTTP",
    behaviour: { how: "garbage" },
    code: "invalid-response",
    sides: ORIGIN,
  },
  {
    id: "answer-half",
    broken: "promises more than it sends",
    behaviour: { how: "half" },
    code: "invalid-response",
    sides: ORIGIN,
  },
  {
    id: "answer-cut-chunks",
    broken: "breaks off in the middle of a chunk",
    behaviour: { how: "cut-chunks" },
    code: "invalid-response",
    sides: ORIGIN,
  },
  {
    id: "answer-bad-gzip",
    broken: "says gzip and sends none",
    behaviour: { how: "bad-gzip" },
    code: "invalid-response",
    sides: ORIGIN,
  },
  {
    id: "answer-reset",
    broken: "resets after the request",
    behaviour: { how: "reset" },
    code: "invalid-response",
    sides: ORIGIN,
  },
  {
    id: "answer-silent",
    broken: "takes requests and never answers",
    behaviour: { how: "silent" },
    code: "site-unreachable",
    sides: ["site-edge", "site-origin"],
  },
  {
    id: "answer-redirect-loop",
    broken: "redirects to itself for ever",
    behaviour: { how: "redirect-loop" },
    code: "redirect-loop",
    sides: ["site-edge"],
    short: true,
  },
  {
    id: "answer-redirect-loop-path",
    broken: "one page redirects to itself for ever",
    behaviour: { how: "redirect-loop", path: "/basket" },
    path: "/basket",
    code: "redirect-loop",
    sides: ["site-edge"],
  },
  {
    id: "answer-every-second",
    broken: "every second request gets a 502",
    behaviour: { ...page(502, "<h1>Bad gateway</h1>"), every: 2 },
    code: "intermittent",
    sides: SITE,
    short: true,
  },
  {
    id: "answer-every-third",
    broken: "every third request gets a 500",
    behaviour: { ...page(500, "<h1>Server error</h1>"), every: 3 },
    code: "intermittent",
    sides: SITE,
  },
  {
    id: "answer-third-closes",
    broken: "every third request is closed without an answer",
    behaviour: { how: "close", every: 3 },
    code: "intermittent",
    sides: SITE,
  },
  {
    id: "answer-one-path",
    broken: "one path gets a 502, the rest works",
    behaviour: { ...page(502, "<h1>Bad gateway</h1>"), path: "/checkout" },
    path: "/checkout",
    code: "gateway-error",
    sides: SITE,
  },
  {
    id: "answer-one-path-500",
    broken: "one path gets a 500, the rest works",
    behaviour: { ...page(500, "<h1>Server error</h1>"), path: "/report" },
    path: "/report",
    code: "origin-error",
    sides: ORIGIN,
  },
];

const FINE_ROWS: readonly Omit<Row, "code" | "sides">[] = [
  {
    id: "fine-article-on-502",
    broken: "nothing: an article about 502",
    behaviour: page(
      200,
      `<!doctype html><html><head><title>What is 502 Bad Gateway?</title></head><body><article><h1>What is a 502 Bad Gateway?</h1><p>${"nginx says: 502 Bad Gateway. The server is temporarily unable to service your request. ".repeat(20)}</p></article></body></html>`,
    ),
    short: true,
  },
  {
    id: "fine-error-page-as-200",
    broken: "nothing a status tells: an nginx error page sent as 200",
    behaviour: page(
      200,
      "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>",
    ),
  },
  { id: "fine-slow-page", broken: "nothing: a page that takes 1.5 s", behaviour: { how: "slow", delayMs: 1_500 } },
  { id: "fine-204", broken: "nothing: 204 without a body", behaviour: page(204, "") },
  {
    id: "fine-json",
    broken: "nothing: JSON that has an error field",
    behaviour: json(200, { status: "ok", error: null }),
  },
];

/** What must not be taken for a fault. A good status is believed: a page may quote any error. */
const FINE: readonly LabScenario[] = FINE_ROWS.map(({ id, broken, behaviour, short }) => ({
  id,
  broken,
  url: "http://plain.example.com/",
  faults: [{ do: "application", name: "plain", behaviour }],
  expected: { code: "healthy", sides: ["none"] },
  ...(short === true ? { short } : {}),
}));

/** Other answers of a site, answers that are none, and pages that only look like faults. */
export const SITE_ANSWER_SCENARIOS: readonly LabScenario[] = [...pageScenarios(ROWS), ...FINE];
