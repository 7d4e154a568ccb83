/** One intermediary named in Via (RFC 9110, section 7.6.3). */
export interface ViaHop {
  /** Like `1.1` or `HTTP/2`. */
  readonly protocol: string;
  /** Host name or pseudonym. */
  readonly host: string;
  /** Text in brackets; null without. */
  readonly comment: string | null;
}

/** Most members read; a longer chain is a loop or a prank. */
const MOST_HOPS = 32;

/** Splits at commas that are not inside brackets. */
function membersOf(value: string): readonly string[] {
  const members: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < value.length; at++) {
    const character = value[at];
    if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (character === "," && depth === 0) {
      members.push(value.slice(start, at));
      start = at + 1;
    }
  }
  members.push(value.slice(start));
  return members.map((member) => member.trim()).filter((member) => member !== "");
}

function hopOf(member: string): ViaHop {
  const open = member.indexOf("(");
  const close = member.lastIndexOf(")");
  const comment = open !== -1 && close > open ? member.slice(open + 1, close) : null;
  const [first = "", second] = (open === -1 ? member : member.slice(0, open)).trim().split(/\s+/);
  // Some senders leave the protocol out (`kong/3.4.2`, `cache13.l2cn1845[0,0,502-0,M]`).
  return second === undefined ? { protocol: "", host: first, comment } : { protocol: first, host: second, comment };
}

/** The intermediaries named in Via, nearest the origin first; empty when the header is absent. */
export function parseVia(headers: readonly (readonly [string, string])[]): readonly ViaHop[] {
  return headers
    .filter(([name]) => name.toLowerCase() === "via")
    .flatMap(([, value]) => membersOf(value))
    .slice(0, MOST_HOPS)
    .map(hopOf);
}

/** Headers that a product adds to everything it carries: they say what an answer passed, never who made it. */
const CARRIERS: readonly (readonly [header: string, vendor: string, starts: string])[] = [
  ["cf-ray", "Cloudflare", ""],
  ["x-amz-cf-id", "Amazon CloudFront", ""],
  ["x-azure-ref", "Azure Front Door", ""],
  ["x-served-by", "Fastly", "cache-"],
  ["akamai-grn", "Akamai", ""],
  ["x-vercel-id", "Vercel", ""],
  ["x-nf-request-id", "Netlify", ""],
  ["fly-request-id", "Fly.io", ""],
  ["x-sucuri-id", "Sucuri", ""],
  ["x-iinfo", "Imperva", ""],
  ["cdn-requestid", "Bunny CDN", ""],
  ["x-envoy-upstream-service-time", "Envoy", ""],
  ["x-kong-upstream-latency", "Kong", ""],
  ["x-varnish", "Varnish", ""],
];

/** Words in Via that name a product. */
const VIA_WORDS: readonly (readonly [word: string, vendor: string])[] = [
  ["cloudfront", "Amazon CloudFront"],
  ["google", "Google"],
  ["vegur", "Heroku"],
  ["fly.io", "Fly.io"],
  ["kong/", "Kong"],
  ["varnish", "Varnish"],
  ["squid", "Squid"],
  ["cisco-wsa", "Cisco Secure Web Appliance"],
  ["cisco-ironport", "Cisco Secure Web Appliance"],
  ["mcafee", "McAfee Web Gateway"],
  ["skyhigh", "Skyhigh Secure Web Gateway"],
  ["tinyproxy", "Tinyproxy"],
  ["trafficserver", "Apache Traffic Server"],
  ["apachetrafficserver", "Apache Traffic Server"],
  ["caddy", "Caddy"],
];

/** Products that the answer passed on its way, each once: those in Via first (nearest the origin first), then the rest. */
export function carriersOf(headers: readonly (readonly [string, string])[]): readonly string[] {
  const found = new Set<string>();
  for (const hop of parseVia(headers)) {
    const words = `${hop.host} ${hop.comment ?? ""}`.toLowerCase();
    for (const [word, vendor] of VIA_WORDS) if (words.includes(word)) found.add(vendor);
  }
  for (const [name, value] of headers) {
    for (const [carrier, vendor, start] of CARRIERS) {
      if (name.toLowerCase() === carrier && value.trim().toLowerCase().startsWith(start)) found.add(vendor);
    }
  }
  return [...found];
}
