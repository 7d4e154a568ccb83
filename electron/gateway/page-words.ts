import { HEAD_CHARACTERS, plainText } from "./page-view.ts";
import { visibleText, withoutTags } from "./visible-text.ts";

/** "We are down on purpose" as sites say it, in their languages; plain form, see page-view.ts. */
const MAINTENANCE: Readonly<Record<string, readonly string[]>> = {
  en: [
    "maintenance mode",
    "under maintenance",
    "down for maintenance",
    "scheduled maintenance",
    "planned maintenance",
    "undergoing maintenance",
    "performing maintenance",
    "routine maintenance",
    "site maintenance",
    "system maintenance",
    "closed for maintenance",
    "offline for maintenance",
    "we'll be back soon",
    "we will be back soon",
    "we'll be right back",
    "we will be right back",
    "be back shortly",
    "scheduled upgrade",
  ],
  de: [
    "wartungsarbeiten",
    "wartungsmodus",
    "wegen wartung",
    "in wartung",
    "wartungspause",
    "gleich wieder da",
    "bald wieder für sie da",
  ],
  fr: [
    "en maintenance",
    "maintenance en cours",
    "maintenance programmée",
    "site en travaux",
    "de retour bientôt",
    "bientôt de retour",
  ],
  es: [
    "en mantenimiento",
    "mantenimiento programado",
    "tareas de mantenimiento",
    "por mantenimiento",
    "volveremos pronto",
    "volvemos pronto",
  ],
  it: [
    "in manutenzione",
    "manutenzione in corso",
    "manutenzione programmata",
    "lavori di manutenzione",
    "torneremo presto",
  ],
  nl: [
    "in onderhoud",
    "gepland onderhoud",
    "onderhoudswerkzaamheden",
    "wegens onderhoud",
    "onderhoudsmodus",
    "zo terug",
  ],
  pt: ["em manutenção", "manutenção programada", "modo de manutenção", "voltaremos em breve", "voltamos em breve"],
  pl: ["przerwa techniczna", "prace konserwacyjne", "prace serwisowe", "wkrótce wrócimy"],
  sv: ["underhållsarbete", "planerat underhåll", "strax tillbaka"],
  tr: ["bakım çalışması", "bakım modu", "bakımdayız"],
  ru: ["технические работы", "техническое обслуживание", "технических работ", "профилактические работы"],
  ja: ["メンテナンス中", "メンテナンスのため", "定期メンテナンス", "緊急メンテナンス", "システムメンテナンス"],
  zh: ["维护中", "系统维护", "網站維護", "网站维护", "系統維護", "維護中", "停机维护", "例行维护"],
  ko: ["점검 중", "점검중", "서비스 점검", "시스템 점검"],
};

const PHRASES = Object.values(MAINTENANCE).flat();

/** Visible characters of a page that is a notice and nothing else; longer ones merely speak of maintenance. */
const NOTICE_CHARACTERS = 2_500;

function headlines(text: string): string {
  const found: string[] = [];
  for (const name of ["title", "h1", "h2"]) {
    const open = text.indexOf(`<${name}`);
    if (open === -1) continue;
    const end = text.indexOf(`</${name}`, open);
    found.push(withoutTags(text.slice(open, end === -1 ? open + 300 : end)));
  }
  return found.join(" ");
}

/**
 * The words by which a page says that the site is down on purpose, null when it does not. Only a headline or a page
 * short enough to be a notice counts: long pages speak about maintenance, they do not announce it.
 */
export function maintenanceWords(body: string): string | null {
  const seen = visibleText(plainText(body.slice(0, HEAD_CHARACTERS)));
  const where = seen.length <= NOTICE_CHARACTERS && body.length <= HEAD_CHARACTERS ? seen : "";
  return PHRASES.find((phrase) => where.includes(phrase)) ?? maintenanceHeadline(body);
}

/** The same of the title and the first headings alone: all that counts of a page that is fine otherwise. */
export function maintenanceHeadline(body: string): string | null {
  const text = plainText(body.slice(0, HEAD_CHARACTERS));
  const titles = text.includes("<article>") || text.includes("<article ") ? "" : headlines(text);
  return PHRASES.find((phrase) => titles.includes(phrase)) ?? null;
}

/** Signs of a page that a domain seller or parking company shows; each is enough to ask, two are enough to say. */
const PARKING_SIGNS = [
  "sedoparking.com",
  "parkingcrew.net",
  "bodis.com",
  "parklogic.com",
  "cashparking.com",
  "afternic.com",
  "hugedomains.com",
  "dan.com/buy-domain",
  "domainmarket.com",
  "window.park",
  "parking-lander",
  "/park.js",
  "this domain is for sale",
  "this domain may be for sale",
  "domain is for sale",
  "domain name is for sale",
  "buy this domain",
  "get this domain",
  "make an offer on this domain",
  "this domain is parked",
  "this domain has been parked",
  "domain is parked free",
  "parked domain",
  "this domain has expired",
  "this domain name has expired",
  "domain has recently expired",
  "diese domain steht zum verkauf",
  "diese domain ist zu verkaufen",
  "ce nom de domaine est à vendre",
  "este dominio está en venta",
  "questo dominio è in vendita",
  "deze domeinnaam is te koop",
  "deze domeinnaam is geregistreerd",
  "este domínio está à venda",
  "domena jest na sprzedaż",
  "このドメインは売り出し中",
  "此域名可出售",
  "此域名正在出售",
] as const;

/** Signs of a parked domain in a page, in a fixed order; empty when there are none or the page is too long for one. */
export function parkingSigns(body: string): readonly string[] {
  if (body.length > HEAD_CHARACTERS) return [];
  const text = plainText(body);
  return PARKING_SIGNS.filter((sign) => text.includes(sign));
}
