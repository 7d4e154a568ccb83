import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";

/** Longest Retry-After that still reads as "busy"; beyond it the site planned its absence. Seconds. */
export const MAINTENANCE_AFTER_SECONDS = 300;

const MAINTENANCE =
  /\b(?:scheduled|planned|under(?:going)?|down for|site|in) maintenance\b|\bmaintenance (?:mode|work|window)\b|\bwartungsarbeiten\b|\bim wartungsmodus\b|\ben maintenance\b|\ben mantenimiento\b|\bin manutenzione\b|\bem manutenção\b/i;

const PARKED =
  /\bthis domain (?:name )?(?:is|may be) for sale\b|\bbuy this domain\b|\bdomain (?:is )?parked\b|\bparked free, courtesy of\b|\bthis domain (?:name )?has expired\b|\bdomain has been (?:registered and parked|suspended)\b|\bsedoparking\.com\b|\bparkingcrew\.net\b|\bd38psrni17bvxu\.cloudfront\.net\b/i;

/** Marketplaces that a lapsed or unused name leads to. */
const PARKING_HOSTS =
  /(?:^|\.)(?:hugedomains\.com|dan\.com|afternic\.com|sedo\.com|sedoparking\.com|bodis\.com|undeveloped\.com)$/i;

/** The page's title and first headings: what it says about itself, in contrast to what it may merely quote. */
function headline(body: string): string {
  const parts = [...body.matchAll(/<(title|h1|h2)\b[^>]*>(.*?)<\/\1>/gis)].slice(0, 4).map((match) => match[2] ?? "");
  return parts.join(" \n ").replaceAll(/<[^>]*>/g, " ");
}

/** The page says that the site is being worked on. Of a page that is fine otherwise, only its headline counts. */
export function saysMaintenance(exchange: HttpExchange): boolean {
  const error = exchange.status !== null && exchange.status >= 500;
  return MAINTENANCE.test(error ? exchange.bodySample : headline(exchange.bodySample));
}

/** The page (or where it leads) is a parking or expired-domain page. */
export function saysParked(exchange: HttpExchange): boolean {
  if (exchange.status === null || exchange.status >= 500) return false;
  const text = `${headline(exchange.bodySample)} ${exchange.bodyBytes <= 40_000 ? exchange.bodySample : ""}`;
  return PARKING_HOSTS.test(hostOf(exchange.url)) || PARKED.test(text);
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
