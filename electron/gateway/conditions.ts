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
  | { readonly on: "body-near"; readonly first: string; readonly next: string; readonly within: number }
  | { readonly on: "body-empty" }
  | { readonly on: "body-json" }
  | { readonly on: "header-present"; readonly names: readonly string[] }
  | { readonly on: "header-starts"; readonly name: string; readonly any: readonly string[] }
  | { readonly on: "header-has"; readonly name: string; readonly any: readonly string[] }
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
/** `next` begins at most `within` characters after the end of `first`. */
export const near = (first: string, next: string, within: number): Condition => ({
  on: "body-near",
  first,
  next,
  within,
});
/** No body, or white space only. */
export const EMPTY: Condition = { on: "body-empty" };
/** The body is JSON. */
export const JSON_BODY: Condition = { on: "body-json" };
/** One of these headers is there. */
export const present = (...names: string[]): Condition => ({ on: "header-present", names });
/** The header's value starts with one of these. */
export const header = (name: string, ...any: string[]): Condition => ({ on: "header-starts", name, any });
/** The header's value contains one of these. */
export const headerHas = (name: string, ...any: string[]): Condition => ({ on: "header-has", name, any });
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
    if (text.slice(from, from + condition.within + condition.next.length).includes(condition.next)) return true;
    at = text.indexOf(condition.first, from);
  }
  return false;
}

function wire(isHeld: boolean): Ground | null {
  return isHeld ? "wire" : null;
}

function page(isHeld: boolean): Ground | null {
  return isHeld ? "page" : null;
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

/** On what ground the condition holds for this response; null when it does not. */
export function holds(condition: Condition, view: PageView): Ground | null {
  switch (condition.on) {
    case "body-has":
      return page(condition.any.some((word) => view.has(word)));
    case "body-is":
      return page(condition.any.includes(view.text()));
    case "body-starts":
      return page(condition.any.some((word) => view.text().startsWith(word)));
    case "title-has":
      return page(condition.any.some((word) => view.title().includes(word)));
    case "body-near":
      return page(isNear(view.text(), condition));
    case "body-empty":
      return page(view.isEmpty());
    case "body-json":
      return page(view.isJson());
    case "header-present":
      return wire(condition.names.some((name) => view.values(name).length > 0));
    case "header-starts":
      return wire(view.values(condition.name).some((value) => condition.any.some((word) => value.startsWith(word))));
    case "header-has":
      return wire(view.values(condition.name).some((value) => condition.any.some((word) => value.includes(word))));
    case "status-text":
      return wire(condition.any.includes(view.statusText));
    case "proxy-status":
      return wire(proxyStatusHolds(condition.any, view));
    case "either":
      return eitherHolds(condition.of, view);
    case "both":
      return bothHold(condition.of, view);
  }
}
