import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "../../scenarios/behaviour.ts";

/** A page ready to be sent. */
export interface Ready {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

interface Fixture extends Ready {
  readonly expect?: string;
}

const FOLDER = join(import.meta.dirname, "../../fixtures/gateway");
/** Belong to one connection, not to a page. */
const NOT_COPIED = new Set([
  "content-length",
  "transfer-encoding",
  "connection",
  "keep-alive",
  "content-encoding",
  "date",
]);

let all: readonly Fixture[] | null = null;

function fixtures(): readonly Fixture[] {
  all ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      // Our own fixtures; the signature tests hold them against their form.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as readonly Fixture[];
    });
  return all;
}

/** The page a scenario names. Throws when there is no such fixture: a typing error must not pass as a fault. */
export function readyPage(page: Page): Ready {
  if (!("fixture" in page)) {
    const headers = Object.entries({ "content-type": "text/html; charset=utf-8", ...page.headers });
    return { status: page.status, statusText: "", headers, body: page.body };
  }
  const found = fixtures().find(
    (one) => one.expect === page.fixture && (page.status === undefined || one.status === page.status),
  );
  if (found === undefined) throw new Error(`there is no page ${page.fixture} in tests/fixtures/gateway`);
  return { ...found, headers: found.headers.filter(([name]) => !NOT_COPIED.has(name.toLowerCase())) };
}

/** What a site shows when all is well. */
export const FINE: Ready = {
  status: 200,
  statusText: "OK",
  headers: [
    ["content-type", "text/html; charset=utf-8"],
    ["cache-control", "no-store"],
  ],
  body: `<!doctype html><html lang="en"><head><title>The lab's shop</title></head><body><h1>Good morning</h1><p>${"Tea, cups and kettles. ".repeat(80)}</p></body></html>`,
};
