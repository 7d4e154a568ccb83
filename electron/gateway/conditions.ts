import type { PageView } from "./page-view.ts";
import { proxyStatusMeaning, type ProxyStatusMeaning } from "./proxy-status.ts";

/**
 * One test of a response. Body tests are literal words looked for in the page's plain form (see page-view.ts: lower
 * case, white space squeezed, none beside tags), so that their cost grows with the body's length and nothing else: no
 * page can make a pattern backtrack.
 */
export type Condition =
  | { readonly on: "body-has"; readonly any: readonly string[] }
  | { readonly on: "body-is"; readonly any: readonly string[] }
  | { readonly on: "body-starts"; readonly any: readonly string[] }
  | { readonly on: "title-has"; readonly any: readonly string[] }
  | {
      readonly on: "body-near";
      readonly first: string;
      readonly next: string;
      readonly within: number;
      readonly stop: string;
    }
  | { readonly on: "body-empty" }
  | { readonly on: "body-json" }
  | { readonly on: "header-present"; readonly names: readonly string[] }
  | { readonly on: "header-absent"; readonly names: readonly string[] }
  | { readonly on: "header-starts"; readonly name: string; readonly any: readonly string[] }
  | { readonly on: "header-has"; readonly name: string; readonly any: readonly string[] }
  | { readonly on: "goes-to"; readonly any: readonly string[] }
  | { readonly on: "status-text"; readonly any: readonly string[] }
  | { readonly on: "proxy-status"; readonly any: readonly ProxyStatusMeaning[] }
  | { readonly on: "either"; readonly of: readonly Condition[] }
  | { readonly on: "both"; readonly of: readonly Condition[] };

/** What a condition rests on when it holds: the page's text, or what came beside it (headers, status line). */
export type Ground = "page" | "wire";

/** The page contains one of these. */
export const has = (...any: string[]): Condition => ({ on: "body-has", any });
/** The whole page is one of these. */
export const is = (...any: string[]): Condition => ({ on: "body-is", any });
/** The page starts with one of these. */
export const starts = (...any: string[]): Condition => ({ on: "body-starts", any });
/** The page's title contains one of these. */
export const title = (...any: string[]): Condition => ({ on: "title-has", any });
/** `next` begins at most `within` characters after the end of `first`, and no `stop` (when given) lies before it. */
export const near = (first: string, next: string, within: number, stop = ""): Condition => ({
  on: "body-near",
  first,
  next,
  within,
  stop,
});
/** No body, or white space only. */
export const EMPTY: Condition = { on: "body-empty" };
/** The body is JSON. */
export const JSON_BODY: Condition = { on: "body-json" };
/** One of these headers is there. */
export const present = (...names: string[]): Condition => ({ on: "header-present", names });
/** None of these headers is there. */
export const absent = (...names: string[]): Condition => ({ on: "header-absent", names });
/** The header's value starts with one of these. */
export const header = (name: string, ...any: string[]): Condition => ({ on: "header-starts", name, any });
/** The header's value contains one of these. */
export const headerHas = (name: string, ...any: string[]): Condition => ({ on: "header-has", name, any });
/** The answer sends the visitor to, or shows them, an address that contains one of these. */
export const goesTo = (...any: string[]): Condition => ({ on: "goes-to", any });
/** The status line's reason is one of these. */
export const statusLine = (...any: string[]): Condition => ({ on: "status-text", any });
/** Proxy-Status (RFC 9209) says one of these. */
export const proxyStatus = (...any: ProxyStatusMeaning[]): Condition => ({ on: "proxy-status", any });
/** One of these conditions holds. */
export const either = (...of: Condition[]): Condition => ({ on: "either", of });

/** All of these conditions hold; for use inside {@link either}. */
export const both = (...of: Condition[]): Condition => ({ on: "both", of });

/** How often {@link near} tries again after a first word that is not followed: bounded, for hostile pages. */
const NEAR_TRIES = 8;

function isNear(text: string, condition: Extract<Condition, { on: "body-near" }>): boolean {
  let at = text.indexOf(condition.first);
  for (let tries = 0; at !== -1 && tries < NEAR_TRIES; tries++) {
    const from = at + condition.first.length;
    const window = text.slice(from, from + condition.within + condition.next.length);
    const found = window.indexOf(condition.next);
    if (found !== -1 && !(condition.stop !== "" && window.slice(0, found).includes(condition.stop))) return true;
    at = text.indexOf(condition.first, from);
  }
  return false;
}

function eitherHolds(of: readonly Condition[], view: PageView): Ground | null {
  let ground: Ground | null = null;
  for (const one of of) {
    const held = holds(one, view);
    if (held === "wire") return held;
    ground ??= held;
  }
  return ground;
}

function bothHold(of: readonly Condition[], view: PageView): Ground | null {
  let ground: Ground = "page";
  for (const one of of) {
    const held = holds(one, view);
    if (held === null) return null;
    if (held === "wire") ground = held;
  }
  return ground;
}

function proxyStatusHolds(any: readonly ProxyStatusMeaning[], view: PageView): boolean {
  const meaning = proxyStatusMeaning(view.proxyStatus());
  return meaning !== null && any.includes(meaning);
}

type BodyCondition = Extract<Condition, { on: `${"body" | "title"}-${string}` }>;
type HeaderCondition = Extract<Condition, { on: `header-${string}` }>;

function bodyHolds(condition: BodyCondition, view: PageView): boolean {
  switch (condition.on) {
    case "body-has":
      return condition.any.some((word) => view.has(word));
    case "body-is":
      return condition.any.includes(view.text());
    case "body-starts":
      return condition.any.some((word) => view.text().startsWith(word));
    case "title-has":
      return condition.any.some((word) => view.title().includes(word));
    case "body-near":
      return isNear(view.text(), condition);
    case "body-empty":
      return view.isEmpty();
    case "body-json":
      return view.isJson();
  }
}

function headerHolds(condition: HeaderCondition, view: PageView): boolean {
  switch (condition.on) {
    case "header-present":
      return condition.names.some((name) => view.values(name).length > 0);
    case "header-absent":
      return condition.names.every((name) => view.values(name).length === 0);
    case "header-starts":
      return view.values(condition.name).some((value) => condition.any.some((word) => value.startsWith(word)));
    case "header-has":
      return view.values(condition.name).some((value) => condition.any.some((word) => value.includes(word)));
  }
}

function goesToHolds(any: readonly string[], view: PageView): Ground | null {
  const holdsOne = (address: string): boolean => any.some((word) => address.includes(word));
  if (view.values("location").some(holdsOne)) return "wire";
  return view.pageTargets().some(holdsOne) ? "page" : null;
}

/** On what ground the condition holds for this response; null when it does not. */
export function holds(condition: Condition, view: PageView): Ground | null {
  switch (condition.on) {
    case "header-present":
    case "header-absent":
    case "header-starts":
    case "header-has":
      return headerHolds(condition, view) ? "wire" : null;
    case "goes-to":
      return goesToHolds(condition.any, view);
    case "status-text":
      return condition.any.includes(view.statusText) ? "wire" : null;
    case "proxy-status":
      return proxyStatusHolds(condition.any, view) ? "wire" : null;
    case "either":
      return eitherHolds(condition.of, view);
    case "both":
      return bothHold(condition.of, view);
    default:
      return bodyHolds(condition, view) ? "page" : null;
  }
}
