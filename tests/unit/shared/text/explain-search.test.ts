import { describe, expect, test } from "vitest";
import { isOneSlip, searchable } from "../../../../shared/lib/search-text.ts";
import { EXPLAIN_PAGES, pageById, pageOfStatus } from "../../../../shared/model/explain/pages.ts";
import { STATUSES } from "../../../../shared/model/explain/statuses.ts";
import { indexPages, searchPages } from "../../../../shared/text/explain-search.ts";
import { explainTranslator } from "../../../../shared/text/explain-translator.ts";

const english = indexPages(explainTranslator("en-GB"));
const german = indexPages(explainTranslator("de-AT"));

/** What people read on their screens, and the page they mean. */
const TEXTS: readonly (readonly [text: string, page: string])[] = [
  ["502 Bad Gateway", "status-502"],
  ["502 Service Temporarily Overloaded", "status-502"],
  ["Error 502", "status-502"],
  ["Temporary Error (502)", "status-502"],
  ["502 Proxy Error", "status-502"],
  ["502 Server Error: The server encountered a temporary error and could not complete your request", "status-502"],
  [
    "502. That’s an error. The server encountered a temporary error and could not complete your request. Please try again in 30 seconds.",
    "status-502",
  ],
  ["HTTP 502", "status-502"],
  ["HTTP Error 502 - Bad Gateway", "status-502"],
  ["502. That's an error", "status-502"],
  ["Bad Gateway: The proxy server received an invalid response from an upstream server", "status-502"],
  ["502 Bad Gateway NGINX", "status-502"],
  ["502 Bad Gateway nginx/1.18.0 (Ubuntu)", "status-502"],
  ["bad gateway nginx", "status-502"],
  ["502", "status-502"],
  ["a blank white page", "topic-blank-page"],
  ["blank black page", "topic-blank-page"],
  ["a picture page of the site's own", "topic-blank-page"],
  ["Bild statt der Seite", "topic-blank-page"],
  ["Error 502 Ray ID: 7f2b4c1d2e3f4a5b • 2026-05-01 10:00:00 UTC Bad gateway", "status-502"],
  ["HTTP Error 502.5 - Process Failure", "topic-iis-numbers"],
  ["Windows Update 0x80244021", "topic-windows-update"],
  ["0x80244021", "topic-windows-update"],
  ["Windows Update error 0x80244022", "topic-windows-update"],
  ["0x80244023", "topic-windows-update"],
  ["WU_E_PT_HTTP_STATUS_BAD_GATEWAY", "topic-windows-update"],
  ["HTTP Error 502.3 - Bad Gateway", "topic-iis-numbers"],
  ["Forwarder Connection Error (ARR)", "topic-iis-numbers"],
  ["502.3 Forwarder Connection Error (ARR)", "topic-iis-numbers"],
  ["IIS 502.1", "topic-iis-numbers"],
  ["Server Error", "topic-server-error-only"],
  ["500 Internal Server Error", "status-500"],
  ["501 Not Implemented", "status-501"],
  ["503 Service Unavailable", "status-503"],
  ["Service Temporarily Unavailable", "status-503"],
  ["504 Gateway Time-out", "status-504"],
  ["505 HTTP Version Not Supported", "status-505"],
  ["404 Not Found", "status-404"],
  ["403 Forbidden", "status-403"],
  ["502 vs 503 vs 504", "topic-502-503-504"],
  ["ERR_NAME_NOT_RESOLVED", "verdict-name-not-found"],
  ["This site can’t be reached: example.org refused to connect. ERR_CONNECTION_REFUSED", "verdict-site-refused"],
  ["NET::ERR_CERT_DATE_INVALID", "verdict-tls-expired"],
  ["gateway-error", "verdict-gateway-error"],
  ["resolver-stale", "verdict-resolver-stale"],
];

describe("the search over the explanations", () => {
  test.each(TEXTS)("finds the page of “%s” first, in both languages", (text, page) => {
    expect(searchPages(english, text)[0]?.id).toBe(page);
    expect(searchPages(german, text)[0]?.id).toBe(page);
  });

  test("finds every status by its number and every verdict by its code", () => {
    for (const status of Object.keys(STATUSES)) {
      expect(searchPages(english, status)[0]?.id).toBe(`status-${status}`);
    }
    for (const { id, name } of EXPLAIN_PAGES.filter(({ kind }) => kind === "verdict")) {
      expect(searchPages(english, name)[0]?.id).toBe(id);
    }
  });

  test("takes the class's page for a number that nobody has defined", () => {
    expect(searchPages(english, "error 555")[0]).toMatchObject({ id: "topic-class-5xx", name: "555" });
    expect(searchPages(english, "477")[0]).toMatchObject({ id: "topic-class-4xx", status: 477 });
  });

  test("finds with the first letters, with a slip, and without umlauts", () => {
    expect(searchPages(english, "bad gatew")[0]?.id).toBe("status-502");
    expect(searchPages(english, "bad gatewya")[0]?.id).toBe("status-502");
    expect(searchPages(english, "captiv prtal")[0]?.id).toBe("verdict-captive-portal");
    expect(searchPages(german, "ueberlastet").map(({ id }) => id)).toContain("status-529");
    expect(searchPages(german, "uberlastet").map(({ id }) => id)).toContain("status-529");
    expect(searchPages(german, "ÜBERLASTET").map(({ id }) => id)).toContain("status-529");
  });

  test("finds nothing for nothing and for what stands nowhere", () => {
    expect(searchPages(english, "  ")).toEqual([]);
    expect(searchPages(english, "qqxxzzy")).toEqual([]);
  });

  test("keeps to the limit", () => {
    expect(searchPages(english, "server", 5)).toHaveLength(5);
  });
});

describe("the pages", () => {
  test("have a title and a meaning in both languages, and differ between them", () => {
    const [en, de] = [explainTranslator("en"), explainTranslator("de")];
    for (const { words } of EXPLAIN_PAGES) {
      for (const part of ["title", "means"]) {
        const key = `${words}.${part}`;
        expect(en(key)).not.toBe(key);
        expect(de(key), key).not.toBe(en(key));
      }
      expect(de.has(`${words}.more`)).toBe(en.has(`${words}.more`));
    }
  });

  test("refer only to pages that exist, and never to themselves", () => {
    for (const { id, related } of EXPLAIN_PAGES) {
      for (const other of related) {
        expect(pageById(other), `${id} -> ${other}`).not.toBeNull();
        expect(other).not.toBe(id);
      }
    }
  });

  test("say what helps and whose fault it is; only what depends on the case names nobody", () => {
    expect(EXPLAIN_PAGES.filter(({ helps }) => helps.length === 0)).toEqual([]);
    const nobody = EXPLAIN_PAGES.filter(({ fault }) => fault.length === 0).map(({ id }) => id);
    expect(nobody).toEqual(["topic-form-or-payment"]);
  });

  test("warn of sending twice wherever the site may have done the work already", () => {
    for (const status of [500, 502, 504, 520, 524, 598]) {
      expect(pageOfStatus(status)?.helps[0], String(status)).toBe("check-arrived");
    }
  });

  test("know no status outside 100-599 unless a vendor made it up", () => {
    expect(pageOfStatus(999)?.id).toBe("status-999");
    expect(pageOfStatus(600)).toBeNull();
    expect(pageOfStatus(99)).toBeNull();
    expect(pageOfStatus(502.5)).toBeNull();
  });
});

describe("text that is compared", () => {
  test("loses capitals, diacritics and signs, but keeps the dot inside a number", () => {
    expect(searchable("  Größe: ÉTÉ_ok… 502.3. ")).toBe("grosse ete ok 502.3");
  });

  test("differs by one slip only", () => {
    expect(["gatewy", "gatewaay", "gatevay", "gaetway"].every((typed) => isOneSlip(typed, "gateway"))).toBe(true);
    expect(["gatwy", "gateway", "getavay", "dns"].some((typed) => isOneSlip(typed, "gateway"))).toBe(false);
    expect(isOneSlip("5023", "5024")).toBe(false);
  });
});
