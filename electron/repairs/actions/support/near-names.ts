/** Sites that very many people type, for slips of one letter; only names, nobody is asked anything for them. */
const WELL_KNOWN = [
  "amazon.com",
  "apple.com",
  "bing.com",
  "duckduckgo.com",
  "ebay.com",
  "facebook.com",
  "github.com",
  "gmail.com",
  "google.com",
  "instagram.com",
  "linkedin.com",
  "microsoft.com",
  "netflix.com",
  "office.com",
  "outlook.com",
  "paypal.com",
  "pinterest.com",
  "reddit.com",
  "spotify.com",
  "stackoverflow.com",
  "tiktok.com",
  "twitch.tv",
  "twitter.com",
  "whatsapp.com",
  "wikipedia.org",
  "yahoo.com",
  "youtube.com",
  "zoom.us",
] as const;

/** Ends that keyboards make out of real ones. */
const SLIPPED_ENDS: Readonly<Record<string, string>> = {
  cim: "com",
  cm: "com",
  cmo: "com",
  co: "com",
  comm: "com",
  con: "com",
  conm: "com",
  cpm: "com",
  om: "com",
  ocm: "com",
  vom: "com",
  xom: "com",
  ney: "net",
  nett: "net",
  met: "net",
  ogr: "org",
  orgg: "org",
  rog: "org",
  ed: "de",
  dee: "de",
};

/** How many near names are offered; more is guessing. */
const MOST = 3;

/**
 * Names that somebody may have meant, the likeliest first: a slip in the end of the name, a dot that is missing or too
 * many after www, one letter away from a well-known site. Empty for names that look like nothing else.
 */
export function nearNames(host: string): readonly string[] {
  const name = host.toLowerCase().replace(/\.$/u, "");
  const found = [...slippedWww(name), ...slippedEnd(name), ...slippedLetter(name)];
  return [...new Set(found)].filter((one) => one !== name).slice(0, MOST);
}

function slippedEnd(name: string): readonly string[] {
  const dot = name.lastIndexOf(".");
  const end = SLIPPED_ENDS[name.slice(dot + 1)];
  return dot > 0 && end !== undefined ? [name.slice(0, dot + 1) + end] : [];
}

function slippedWww(name: string): readonly string[] {
  const rest = /^(?:w{1,2}\.|w{4,}\.|www(?=[a-z\d-]+\.)|www,)(?<rest>.+\..+)$/u.exec(name)?.groups?.["rest"];
  return rest === undefined || name.startsWith("www.") ? [] : [`www.${rest}`];
}

function slippedLetter(name: string): readonly string[] {
  const bare = name.replace(/^www\./u, "");
  const lead = name.startsWith("www.") ? "www." : "";
  return WELL_KNOWN.filter((known) => known !== bare && isOneSlipAway(bare, known)).map((known) => lead + known);
}

/** One letter more, less, other, or two neighbours swapped (Damerau's four slips, CACM 7(3), 1964). */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB || restB.slice(1) === restA || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
