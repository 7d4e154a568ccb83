import type { Advice, TopicId } from "./page.ts";

/** What the pages say that are neither one status nor one verdict. */
export const TOPIC_ADVICE: Readonly<Record<TopicId, Advice>> = {
  "502-503-504": {
    fault: ["site-origin", "site-edge"],
    helps: ["wait", "watch", "contact-site"],
    vain: ["reload-often", "own-dns", "restart"],
    related: ["status-502", "status-503", "status-504", "status-500"],
  },
  "form-or-payment": {
    fault: [],
    helps: ["check-arrived", "contact-site", "request-id"],
    vain: ["send-again", "reload-often"],
    related: ["status-502", "status-504", "verdict-gateway-error"],
  },
  "search-ranking": {
    fault: ["site-origin"],
    helps: ["owner-page", "watch"],
    vain: [],
    related: ["status-503", "status-502", "verdict-maintenance"],
  },
  "windows-update": {
    fault: ["site-edge", "proxy"],
    helps: ["wait", "once-again", "proxy-off", "vpn-toggle", "company-desk"],
    vain: ["reinstall", "cache", "reload-often"],
    related: ["status-502", "status-503", "status-504", "verdict-proxy-error"],
  },
  "blank-page": {
    fault: ["site-origin", "browser"],
    helps: ["hard-reload", "private-window", "extensions-off", "wait", "contact-site"],
    vain: ["restart", "own-dns"],
    related: ["status-502", "verdict-invalid-response", "verdict-mtu-blackhole", "verdict-browser-only"],
  },
  "iis-numbers": {
    fault: ["site-origin"],
    helps: ["wait", "watch", "contact-site", "owner-page"],
    vain: ["reload-often", "own-dns", "cache"],
    related: ["status-502", "status-504", "topic-502-503-504"],
  },
  "server-error-only": {
    fault: ["site-origin"],
    helps: ["wait", "once-again", "status-page", "contact-site"],
    vain: ["own-dns", "cache", "restart"],
    related: ["status-500", "status-502", "topic-blank-page"],
  },
  "class-1xx": { fault: ["none"], helps: ["nothing-needed"], vain: [], related: ["status-100", "status-103"] },
  "class-2xx": { fault: ["none"], helps: ["nothing-needed"], vain: [], related: ["status-200", "verdict-healthy"] },
  "class-3xx": {
    fault: ["none"],
    helps: ["nothing-needed"],
    vain: [],
    related: ["status-301", "status-302", "verdict-redirect-loop"],
  },
  "class-4xx": {
    fault: ["site-origin", "browser"],
    helps: ["check-address", "sign-in", "contact-site"],
    vain: ["reload-often", "own-dns"],
    related: ["status-404", "status-403", "status-429", "verdict-other-http-error"],
  },
  "class-5xx": {
    fault: ["site-origin", "site-edge"],
    helps: ["check-arrived", "wait", "watch", "contact-site"],
    vain: ["reload-often", "own-dns", "cache", "restart"],
    related: ["status-500", "status-502", "status-503", "status-504"],
  },
};
