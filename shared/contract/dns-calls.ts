import { z } from "zod";
import type {
  DnsBenchState,
  DnsFlushAnswer,
  DnsHistoryRow,
  DnsJob,
  DnsOverview,
  DnsPlanned,
  DnsRecovered,
  DnsRefusal,
  DnsUndoAnswer,
} from "../model/dns-job.ts";

z.config({ jitless: true });

const id = z.string().min(1).max(64);
const started = z.object({ id });

/** Room for a handful of addresses; main says which of them cannot be used. */
const OWN_SERVERS_LIMIT = 500;

/**
 * The calls about DNS. A switch: `dns.plan` shows what would happen, `dns.switch` does exactly that, its progress and
 * questions come as `dns.event`, `dns.confirm` answers them. One job at a time; `dns.job` tells a fresh page of it.
 */
export const dnsCalls = {
  "dns.status": { input: z.undefined(), output: z.custom<DnsOverview | DnsRefusal>() },
  "dns.plan": {
    input: z.strictObject({
      choice: z.strictObject({
        id: z.enum(["cloudflare", "google", "quad9", "own"]),
        text: z.string().max(OWN_SERVERS_LIMIT),
      }),
      /** Null: the connection with the way out. */
      linkId: z.string().max(200).nullable(),
    }),
    output: z.custom<DnsPlanned>(),
  },
  "dns.switch": {
    input: z.strictObject({
      planId: id,
      /** The person has read what speaks against it. */
      anyway: z.boolean(),
      /** A site to look at before and after; null: none. */
      url: z.string().max(100_000).nullable(),
    }),
    output: started,
  },
  /** The one-click fix for an address, as typed. */
  "dns.fix": { input: z.strictObject({ input: z.string().max(100_000), anyway: z.boolean() }), output: started },
  "dns.job": { input: z.undefined(), output: z.custom<DnsJob | null>() },
  /** Answers the question that is open; false when there is none any more. */
  "dns.confirm": { input: z.strictObject({ id, yes: z.boolean() }), output: z.object({ taken: z.boolean() }) },
  "dns.moreTime": { input: z.strictObject({ id }), output: z.object({ given: z.boolean() }) },
  "dns.cancel": { input: z.strictObject({ id }), output: z.object({ cancelled: z.boolean() }) },
  /** `anyNetwork`: also where the servers from before belong to another network. */
  "dns.undo": { input: z.strictObject({ changeId: id, anyNetwork: z.boolean() }), output: z.custom<DnsUndoAnswer>() },
  "dns.history": { input: z.undefined(), output: z.array(z.custom<DnsHistoryRow>()) },
  /** `elevate`: may ask for the administrator's rights. */
  "dns.flush": { input: z.strictObject({ elevate: z.boolean() }), output: z.custom<DnsFlushAnswer>() },
  /** What the start of the program put right; each time the same. */
  "dns.recovered": { input: z.undefined(), output: z.array(z.custom<DnsRecovered>()) },
  /** `names`: sites this person has checked, so that the comparison is about them too. */
  "dns.bench": {
    input: z.strictObject({ names: z.array(z.string().regex(/^[\w.-]{1,253}$/)).max(12) }),
    output: started,
  },
  "dns.benchStop": { input: z.strictObject({ id }), output: z.object({ stopped: z.boolean() }) },
};

/** The events about DNS: each brings the whole state. */
export const dnsEvents = {
  "dns.event": z.custom<DnsJob>(),
  "dns.benchEvent": z.custom<DnsBenchState>(),
};
