import { either, has, header, present, title } from "../conditions.ts";
import { GATEWAY_ERRORS, family } from "../signature.ts";

/** Content systems and well-known sites. */
export const SITES = family(
  {
    vendor: "WordPress",
    hop: "origin",
    side: "site-origin",
    kind: "application-error",
    statuses: [500, 502, 503],
    band: "special-page",
    confidence: "high",
  },
  [
    {
      id: "wordpress-database",
      all: [either(has(">error establishing a database connection"), title("database error"))],
      meaning: "The site's WordPress cannot reach its database.",
    },
    {
      id: "wordpress-maintenance",
      kind: "maintenance",
      statuses: [503],
      all: [has("briefly unavailable for scheduled maintenance. check back in a minute")],
      meaning: "The site's WordPress is being updated, as a rule for less than a minute.",
    },
    {
      id: "wordpress-critical",
      statuses: [500],
      all: [has("there has been a critical error on this website")],
      meaning: "A fatal error in the site's WordPress or one of its plug-ins.",
    },
    {
      id: "discourse-500",
      vendor: "Discourse",
      all: [has("the software powering this discussion forum encountered an unexpected problem")],
      meaning: "The site's forum program failed.",
    },
    {
      id: "github-unicorn",
      vendor: "GitHub",
      statuses: GATEWAY_ERRORS,
      all: [title("unicorn! · github")],
      signs: [header("server", "github.com"), present("x-github-request-id")],
      meaning: "GitHub itself failed on this page or took too long.",
    },
    {
      id: "twitter-over-capacity",
      vendor: "Twitter",
      kind: "overloaded",
      confidence: "medium",
      all: [has("twitter / over capacity", "twitter is over capacity")],
      meaning: "The site has more visitors than it can serve.",
    },
    {
      id: "gmail-temporary",
      vendor: "Google",
      confidence: "low",
      maxBody: 8_000,
      all: [has(">temporary error", ">gmail temporary error", ">gmail - temporary error"), has("account", "gmail")],
      meaning: "A service of the Google account fails for the moment.",
    },
    {
      id: "google-sorry",
      vendor: "Google",
      side: "device",
      kind: "challenge",
      statuses: [429, 503],
      all: [has("our systems have detected unusual traffic from your computer network")],
      meaning: "Google takes this network for a robot: a shared address, a VPN, or a program that asks too often.",
    },
    {
      id: "api-overloaded",
      vendor: null,
      kind: "overloaded",
      statuses: [503, 529],
      all: [has('"type":"overloaded_error"', '"type": "overloaded_error"')],
      meaning: "The service says that it is overloaded and asks for patience.",
    },
    {
      id: "postgrest-error",
      vendor: "PostgREST",
      statuses: [400, 401, 403, 404, 406, 409, 500, 503, 504],
      band: "marker",
      all: [header("proxy-status", "postgrest;")],
      meaning: "The site's database service reports its own error; the header names it, not a gateway.",
    },
  ],
);
