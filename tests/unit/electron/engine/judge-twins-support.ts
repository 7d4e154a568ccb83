import type { Observations } from "../../../../shared/model/checkup.ts";
import type { VerdictCode } from "../../../../shared/model/verdict-code.ts";
import {
  type FactsMap,
  failing,
  lookup,
  observe,
  OLD_V4,
  ONLINE,
  portal,
  publicResolvers,
  references,
  resolver,
  target,
  tls,
} from "./build-observations.ts";

/** A twin differs from a row's case by the one observation that must turn the verdict. */
export interface Twin {
  readonly row: VerdictCode;
  readonly rival: string;
  readonly given: Observations;
  readonly becomes: VerdictCode;
}

export const plain = target({ scheme: "http" });
export const site = (facts: FactsMap): Observations => observe({ ...ONLINE, ...facts });
export const expired = tls({ outcome: "expired" });
export const certificate = (bad: ReturnType<typeof tls>, more: FactsMap = {}): Observations =>
  site({ tls: { handshakes: [bad] }, ...failing({ outcome: "tls-failed", tls: bad }), ...more });
export const clock = (minutes: number): FactsMap => ({
  clock: {
    offsets: [
      { source: "a.example", offsetMs: minutes * 60_000 },
      { source: "b.example", offsetMs: minutes * 60_000 },
    ],
    medianOffsetMs: minutes * 60_000,
  },
});
export const dark: FactsMap = {
  references: references("fails"),
  "captive-portal": portal("failed", "failed"),
  "dns-system": lookup({ outcome: "timeout" }),
  "dns-configured": { resolvers: [resolver({ outcome: "timeout" })], upstreamsKnown: false },
  "dns-public": publicResolvers({ outcome: "timeout" }),
  tcp: { connects: [] },
  tls: { handshakes: [] },
  clock: { offsets: [], medianOffsetMs: null },
};
export const silentResolver: FactsMap = {
  "dns-system": lookup({ outcome: "temporary-failure" }),
  "dns-configured": { resolvers: [resolver({ outcome: "timeout" })], upstreamsKnown: false },
};
export const oldOwn: FactsMap = {
  "dns-system": lookup({ addresses: [OLD_V4] }),
  "dns-configured": { resolvers: [resolver({ addresses: [OLD_V4] })], upstreamsKnown: false },
};
export const lossySamples: FactsMap = {
  "path-quality": {
    samples: [{ address: "1.1.1.1", role: "reference", how: "tcp", sent: 10, lost: 5, medianMs: 100, spreadMs: 9 }],
  },
};
