import { maintenanceHeadline, maintenanceWords, parkingSigns } from "../../gateway/page-words.ts";
import { plainText } from "../../gateway/page-view.ts";
import { visibleText } from "../../gateway/visible-text.ts";
import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";

/** Longest Retry-After that still reads as "busy"; beyond it the site planned its absence. Seconds. */
export const MAINTENANCE_AFTER_SECONDS = 300;

/** Marketplaces that a lapsed or unused name leads to. */
const PARKING_HOSTS =
  /(?:^|\.)(?:hugedomains\.com|dan\.com|afternic\.com|sedo\.com|sedoparking\.com|bodis\.com|undeveloped\.com)$/i;

/** The page announces that the site is being worked on. Of a page that is fine otherwise, only its headline counts. */
export function saysMaintenance({ status, bodySample }: HttpExchange): boolean {
  const error = status !== null && status >= 500;
  return (error ? maintenanceWords(bodySample) : maintenanceHeadline(bodySample)) !== null;
}

/** Bytes of a page that can be a seller's notice; longer ones merely quote one. */
const PARKING_BYTES = 40_000;

/** The page (or where it leads) is a parking or expired-domain page. */
export function saysParked(exchange: HttpExchange): boolean {
  if (exchange.status === null || exchange.status >= 500) return false;
  if (PARKING_HOSTS.test(hostOf(exchange.url))) return true;
  return exchange.bodyBytes <= PARKING_BYTES && parkingSigns(exchange.bodySample).length > 0;
}

/** Characters of visible text that an error page has at most; longer ones are written about errors. */
const NOTICE_CHARACTERS = 600;

/** A headline that announces a failure of a server, by its number (5xx) or its name (RFC 9110, 15.6). */
const SERVER_ERROR =
  /^\W*(?:http\W*)?(?:error\W*)?(?:code\W*)?5\d\d\b|^\W*(?:bad gateway|internal server error|service (?:temporarily )?unavailable|gateway time-?out)\b/i;

/**
 * The headline of a short page with a good status that announces a server's error; null when there is none. The status
 * counts more: it is told beside the verdict, and never makes one.
 */
export function announcedError({ status, bodySample }: HttpExchange): string | null {
  if (status === null || status < 200 || status >= 300) return null;
  if (visibleText(plainText(bodySample)).length > NOTICE_CHARACTERS) return null;
  const headlines = [...bodySample.matchAll(/<(title|h1)\b[^>]*>([^<]{1,200})</gi)].map((match) =>
    (match[2] ?? "").trim(),
  );
  return headlines.find((headline) => SERVER_ERROR.test(headline)) ?? null;
}

/** The page asks for a certificate of the visitor (nginx 495/496, IIS 403.7, Apache). */
export function saysClientCertificate(exchange: HttpExchange): boolean {
  if (exchange.status === 495 || exchange.status === 496) return true;
  if (exchange.status !== 400 && exchange.status !== 403) return false;
  return /no required ssl certificate|ssl certificate error|client certificate (?:is )?required|403\.7\b/i.test(
    exchange.bodySample,
  );
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? "";
}
