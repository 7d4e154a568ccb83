import type { AnswerKey } from "../../../shared/model/answers.ts";
import type { Evidence } from "../../../shared/model/verdict.ts";
import { saw, say } from "./evidence.ts";
import { type Candidate, open, out, type Rival, type Rule } from "./rule.ts";
import { fineFacts, worksHere } from "./rules-working.ts";
import { overlap } from "./signals/signals-dns.ts";
import type { Signals } from "./signals/signals.ts";

function browserFails(s: Signals): boolean {
  return worksHere(s) && s.answers["browser-fails"] === "yes";
}

function told(key: AnswerKey): Evidence {
  return saw("http", say(`answer-${key}`));
}

function browserCacheStale(s: Signals): Candidate | null {
  if (!browserFails(s)) return null;
  const keepsOld = s.answers["reload-keeps-old"] === "yes";
  const mended = s.answers["host-cache-cleared-works"] === "yes";
  const addressMoved =
    s.dns.configured.addresses.length > 0 &&
    s.dns.osAddresses.length > 0 &&
    !overlap(s.dns.osAddresses, s.dns.configured.addresses);
  const privateWorks = s.answers["private-window-works"] === "yes";
  if (!mended && !((keepsOld || addressMoved) && privateWorks)) return null;
  return {
    side: "browser",
    base: "medium",
    fromAnswers: true,
    evidence: [
      ...fineFacts(s),
      told("browser-fails"),
      ...(mended ? [told("host-cache-cleared-works")] : []),
      ...(keepsOld ? [told("reload-keeps-old")] : []),
    ],
  };
}

function sessionBound(s: Signals): Candidate | null {
  if (!browserFails(s) || s.answers["private-window-works"] !== "yes") return null;
  if (s.answers["no-extensions-works"] === "yes") return null;
  return {
    side: "browser",
    base: "medium",
    fromAnswers: true,
    evidence: [...fineFacts(s), told("browser-fails"), told("private-window-works")],
  };
}

function browserOnly(s: Signals): Candidate | null {
  if (!browserFails(s)) return null;
  return { side: "browser", base: "medium", fromAnswers: true, evidence: [...fineFacts(s), told("browser-fails")] };
}

/** A private window leaves the cache behind as well as the cookies. */
const staleCache: Rival = {
  code: "browser-cache-stale",
  decide: (s) => {
    if (s.answers["reload-keeps-old"] === "no") return out(say("because-reload-is-new"));
    if (s.answers["host-cache-cleared-works"] === "no") return out(say("because-cleared-cache-fails"));
    return open(say("would-clear-host-cache"));
  },
};

const extensionOrProxy: Rival = {
  code: "browser-only",
  decide: (s) => {
    if (s.answers["host-cache-cleared-works"] === "yes") return out(say("because-cleared-cache-works"));
    return s.answers["no-extensions-works"] === "no"
      ? out(say("because-extensions-innocent"))
      : open(say("would-try-no-extensions"));
  },
};

/** The site works here; the person's answers place the fault in the browser. */
export const BROWSER_RULES: readonly Rule[] = [
  { code: "browser-cache-stale", layer: "healthy", applies: browserCacheStale, rivals: [extensionOrProxy] },
  { code: "session-bound", layer: "healthy", applies: sessionBound, rivals: [staleCache] },
  { code: "browser-only", layer: "healthy", applies: browserOnly, rivals: [staleCache] },
];
