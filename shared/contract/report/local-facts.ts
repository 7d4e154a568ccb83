import { z } from "zod";
import { field, list, ms } from "../../lib/redaction/field.ts";
import { connectObservation, family } from "./wire-facts.ts";

const addressState = z.enum(["routable", "link-local-only", "none"]);
const reach = z.enum(["works", "fails", "not-checked"]);

/** `interfaces`. */
export const interfacesFacts = z.object({
  interfaces: list(
    z.object({
      name: field("adapter"),
      id: field("adapter-id"),
      kind: z.enum(["ethernet", "wifi", "cellular", "tunnel", "virtual", "loopback", "other"]),
      up: z.boolean(),
      carrier: z.boolean().nullable(),
      addresses: list(
        z.object({
          address: field("own-address"),
          prefix: z.number(),
          family,
          scope: z.enum(["link-local", "private", "shared", "loopback", "public"]),
        }),
      ),
    }),
  ),
});

/** `address`. */
export const addressFacts = z.object({ v4: addressState, v6: addressState });

/** `default-route`. */
export const defaultRouteFacts = z.object({
  routes: list(
    z.object({
      family,
      gateway: field("router-address").nullable(),
      interfaceName: field("adapter"),
      metric: z.number().nullable(),
      tunnel: z.boolean(),
    }),
  ),
});

const ping = z.object({
  address: field("address"),
  sent: z.number(),
  received: z.number(),
  medianMs: ms.nullable(),
  failure: z.enum(["no-reply", "unreachable", "not-permitted", "no-tool", "too-big", "error"]).nullable(),
});

/** `router`. */
export const routerFacts = z.object({
  routers: list(
    z.object({
      address: field("router-address"),
      interfaceName: field("adapter"),
      ping: ping.nullable(),
      neighbour: z.enum(["reachable", "stale", "failed", "absent", "unknown"]),
      tcp: connectObservation.nullable(),
    }),
  ),
});

/** `references`. */
export const referencesFacts = z.object({ connects: list(connectObservation), v4: reach, v6: reach });

/** `path-quality`. */
export const pathQualityFacts = z.object({
  samples: list(
    z.object({
      address: field("address"),
      role: z.enum(["router", "reference", "target"]),
      how: z.enum(["ping", "tcp"]),
      sent: z.number(),
      lost: z.number(),
      medianMs: ms.nullable(),
      spreadMs: ms.nullable(),
    }),
  ),
});

/** `captive-portal`. */
export const captivePortalFacts = z.object({
  probes: list(
    z.object({
      url: field("url"),
      outcome: z.enum(["as-expected", "intercepted", "failed"]),
      status: z.number().nullable(),
      location: field("url").nullable(),
    }),
  ),
  unroutableAnswered: z.boolean().nullable(),
  loginUrl: field("url").nullable(),
});

const proxySetting = z.object({
  source: z.enum([
    "environment",
    "windows-user",
    "windows-connection",
    "winhttp",
    "macos-service",
    "gnome",
    "kde",
    "given",
  ]),
  kind: z.enum(["manual", "pac", "auto-detect"]),
  host: field("local-host").nullable(),
  port: z.number().nullable(),
  scheme: z.enum(["http", "https", "all", "socks"]),
  pacUrl: field("local-url").nullable(),
  bypass: list(field("local-host")),
  where: field("setting-place"),
});

/** `proxy`. */
export const proxyFacts = z.object({
  settings: list(proxySetting),
  applies: proxySetting.nullable(),
  connect: connectObservation.nullable(),
  pac: z.enum(["fetched", "unreachable", "invalid"]).nullable(),
});

/** `clock`. */
export const clockFacts = z.object({
  offsets: list(z.object({ source: field("host"), offsetMs: ms })),
  medianOffsetMs: ms.nullable(),
});

/** `path-mtu`. */
export const pathMtuFacts = z.object({
  largestPassing: z.number().nullable(),
  smallestVanishing: z.number().nullable(),
  errorReturned: z.boolean().nullable(),
  largeStalled: z.number(),
  smallPassed: z.number(),
});

/** `vantage`. */
export const vantageFacts = z.object({
  results: list(
    z.object({
      place: field("place"),
      status: z.number().nullable(),
      outcome: z.enum(["response", "failed"]),
      address: field("address").nullable(),
    }),
  ),
  refusal: z.enum(["rate-limited", "unreachable", "malformed", "timeout"]).nullable(),
});
