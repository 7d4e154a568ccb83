import type { Advice } from "./page.ts";

const NO_WAITING_GAME = ["reload-often", "own-dns", "cache", "restart", "reinstall"] as const;

/** What pages of one kind have in common: whose fault, what helps, what does not, where to read on. */
export const FAMILIES = {
  information: { fault: ["none"], helps: ["nothing-needed"], vain: [], related: ["topic-class-1xx"] },
  fine: { fault: ["none"], helps: ["nothing-needed"], vain: [], related: ["verdict-healthy", "topic-blank-page"] },
  moved: {
    fault: ["none"],
    helps: ["nothing-needed", "site-cookies"],
    vain: ["own-dns"],
    related: ["verdict-redirect-loop", "topic-class-3xx"],
  },
  request: {
    fault: ["site-origin", "browser"],
    helps: ["check-address", "private-window", "site-cookies", "contact-site"],
    vain: ["reload-often", "own-dns", "restart"],
    related: ["verdict-other-http-error", "topic-class-4xx"],
  },
  address: {
    fault: ["site-origin"],
    helps: ["check-address", "home-page", "contact-site"],
    vain: ["reload-often", "own-dns", "cache", "restart"],
    related: ["verdict-not-found", "verdict-parked"],
  },
  denied: {
    fault: ["site-edge", "site-origin"],
    helps: ["sign-in", "vpn-toggle", "private-window", "contact-site"],
    vain: ["reload-often", "own-dns", "restart"],
    related: ["verdict-access-denied", "verdict-provider-block"],
  },
  slowdown: {
    fault: ["site-edge"],
    helps: ["retry-after", "wait", "extensions-off"],
    vain: ["reload-often", "own-dns", "cache"],
    related: ["verdict-rate-limited", "status-503"],
  },
  toolarge: {
    fault: ["browser", "site-origin"],
    helps: ["site-cookies", "private-window", "smaller-request", "contact-site"],
    vain: ["reload-often", "own-dns", "restart"],
    related: ["verdict-session-bound", "verdict-other-http-error"],
  },
  signedout: {
    fault: ["browser"],
    helps: ["sign-in", "hard-reload", "site-cookies"],
    vain: ["own-dns", "restart", "send-again"],
    related: ["verdict-session-bound", "topic-form-or-payment"],
  },
  proxy: {
    fault: ["proxy"],
    helps: ["proxy-sign-in", "proxy-off", "company-desk"],
    vain: ["contact-site", "cache", "own-dns"],
    related: ["verdict-proxy-auth", "verdict-proxy-error"],
  },
  portal: {
    fault: ["local-network"],
    helps: ["portal-login"],
    vain: ["contact-site", "cache", "reinstall"],
    related: ["verdict-captive-portal"],
  },
  yourproof: {
    fault: ["device"],
    helps: ["own-certificate", "contact-site"],
    vain: ["own-dns", "cache", "reload-often"],
    related: ["verdict-client-certificate"],
  },
  leftearly: {
    fault: ["site-origin", "browser"],
    helps: ["once-again", "check-arrived", "contact-site"],
    vain: ["reload-often", "own-dns"],
    related: ["verdict-invalid-response", "verdict-gateway-timeout"],
  },
  sitefault: {
    fault: ["site-origin"],
    helps: ["check-arrived", "once-again", "watch", "contact-site"],
    vain: NO_WAITING_GAME,
    related: ["verdict-origin-error", "topic-form-or-payment"],
  },
  gateway: {
    fault: ["site-origin", "site-edge"],
    helps: ["check-arrived", "wait", "watch", "contact-site", "request-id", "owner-page"],
    vain: NO_WAITING_GAME,
    related: ["verdict-gateway-error", "topic-502-503-504", "topic-form-or-payment"],
  },
  timeout: {
    fault: ["site-origin"],
    helps: ["check-arrived", "wait", "watch", "contact-site", "request-id"],
    vain: [...NO_WAITING_GAME, "send-again"],
    related: ["verdict-gateway-timeout", "topic-502-503-504", "topic-form-or-payment"],
  },
  busy: {
    fault: ["site-origin", "site-edge"],
    helps: ["retry-after", "wait", "watch"],
    vain: NO_WAITING_GAME,
    related: ["verdict-overloaded", "verdict-maintenance", "topic-502-503-504"],
  },
  edge: {
    fault: ["site-edge"],
    helps: ["wait", "watch", "status-page", "request-id"],
    vain: NO_WAITING_GAME,
    related: ["verdict-edge-error", "topic-class-5xx"],
  },
  siteproof: {
    fault: ["site-origin", "site-edge"],
    helps: ["contact-site", "watch", "owner-page"],
    vain: ["own-dns", "cache", "restart"],
    related: ["verdict-gateway-error", "verdict-tls-expired"],
  },
} as const satisfies Record<string, Advice>;

/** One of {@link FAMILIES}. */
export type FamilyId = keyof typeof FAMILIES;
