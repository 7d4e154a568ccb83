/** Where the pages of the small internet are. */
export const PAGES = "23.45.67.2";
/** An address that once was right: nothing listens there. */
export const NOBODY = "23.45.67.9";
/** Pages with a fixed reply, of two operators. */
export const FIXED = ["23.45.67.21", "23.45.67.22"] as const;
/** The sign-in page, and where the tests say what shall be. */
export const PORTAL = "23.45.67.30";
/** Each answers at this address; POST changes it. */
export const CONTROL = `http://${PORTAL}:8080/`;

/** A gateway, and the server behind it. */
export const CDN = "23.45.67.40";
export const ORIGIN = "23.45.67.41";

/** What the internet has besides the resolvers. */
export const ADDRESSES = [PAGES, NOBODY, ...FIXED, PORTAL, CDN, ORIGIN] as const;

/** The resolvers, by whose they are. */
export const RESOLVERS = {
  provider: ["192.0.2.53", "2001:db8::53"],
  public: ["1.1.1.1", "1.0.0.1", "8.8.8.8", "8.8.4.4", "2606:4700:4700::1111", "2001:4860:4860::8888"],
} as const;

/** Names with a fixed reply, and the one that never changes. */
export const NAMES: Readonly<Record<string, string>> = {
  "fixed-one.test": FIXED[0],
  "fixed-two.test": FIXED[1],
  "stable.test": PAGES,
  "portal.test": PORTAL,
  "cdn.site.test": CDN,
};

/** How it is at the moment. */
export interface InternetState {
  /** Sites whose names still lead to nobody, at the resolvers of each kind. */
  readonly moved: Readonly<Record<keyof typeof RESOLVERS, readonly string[]>>;
  /** The provider's resolver says nothing at all. */
  readonly silent: boolean;
  /** Every page is swapped for the sign-in page until somebody signs in. */
  readonly portal: boolean;
  /** By how much the clocks out there are ahead of this computer's, days. */
  readonly aheadDays: number;
}

/** As it should be. */
export const ALL_FINE: InternetState = {
  moved: { provider: [], public: [] },
  silent: false,
  portal: false,
  aheadDays: 0,
};

/** What the program is told to compare with, in the form of its references file. */
export const REFERENCES = {
  publicResolvers: [
    { id: "cloudflare", name: "Cloudflare", udp: ["1.1.1.1", "1.0.0.1"] },
    { id: "google", name: "Google Public DNS", udp: ["8.8.8.8", "8.8.4.4"] },
  ],
  connectivityChecks: [
    { url: "http://fixed-one.test/204", status: 204 },
    { url: "http://fixed-two.test/success.txt", status: 200, body: "success" },
  ],
  egress: [
    { host: "1.1.1.1", port: 443 },
    { host: "8.8.8.8", port: 443 },
  ],
  stableName: "stable.test",
};
