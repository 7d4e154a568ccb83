import { z } from "zod";
import { field, list } from "../../lib/redaction/field.ts";
import { dnsObservation, resolverObservations, systemLookup } from "./wire-facts.ts";

/** `hosts-file`. */
export const hostsFileFacts = z.object({
  path: field("file-path"),
  entries: list(z.object({ address: field("address"), line: z.number(), text: field("file-line") })),
});

/** `dns-system`. */
export const dnsSystemFacts = z.object({ lookup: systemLookup, control: systemLookup.nullable() });

/** `dns-configured`. */
export const dnsConfiguredFacts = z.object({ resolvers: list(resolverObservations), upstreamsKnown: z.boolean() });

/** `dns-public`. */
export const dnsPublicFacts = z.object({ resolvers: list(resolverObservations) });

/** `dns-made-up`. */
export const dnsMadeUpFacts = z.object({ configured: list(dnsObservation), public: list(dnsObservation) });

/** `dns-dnssec`. */
export const dnsDnssecFacts = z.object({
  withoutChecking: list(dnsObservation),
  good: dnsObservation.nullable(),
  bad: dnsObservation.nullable(),
});

/** `dns-interception`. */
export const dnsInterceptionFacts = z.object({
  unroutable: dnsObservation.nullable(),
  location: list(z.object({ observation: dnsObservation, standard: z.boolean().nullable() })),
  canary: dnsObservation.nullable(),
});
