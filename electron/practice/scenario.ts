import type { Answers } from "../../shared/model/answers.ts";
import type { FaultSide } from "../../shared/model/fault-side.ts";
import type { RepairId } from "../../shared/model/repair.ts";
import type { VerdictCode } from "../../shared/model/verdict-code.ts";

/** What a name leads to in the practice network's true zone. */
export interface ZoneEntry {
  readonly a?: readonly string[];
  readonly aaaa?: readonly string[];
  /** The name's own servers fail: every resolver answers SERVFAIL. */
  readonly failing?: boolean;
}

/** How a resolver behaves. `honest` answers from the zone. */
export type ResolverBehaviour =
  | { readonly kind: "honest"; readonly delayMs?: number }
  | { readonly kind: "silent" }
  | { readonly kind: "failing" }
  /** Answers these names with old addresses, everything else honestly. */
  | { readonly kind: "stale"; readonly old: Readonly<Record<string, string>> }
  /** Sends every name to one place, also names that do not exist. */
  | { readonly kind: "hijack"; readonly address: string }
  /** A filter: these names get 0.0.0.0 and the extended error "blocked" (RFC 8914, code 15). */
  | { readonly kind: "filter"; readonly names: readonly string[] };

/** A page a server sends. */
export interface Page {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** Only every n-th request gets it; the others get a fine page. Default 1: always. */
  readonly every?: number;
}

/** The certificate of a TLS site. */
export type CertificateKind = "good" | "expired" | "wrong-name" | "self-signed" | "unknown-authority";

/** What listens at one address of the practice network. */
export type SiteBehaviour =
  | { readonly kind: "page"; readonly page: Page; readonly tls?: CertificateKind }
  /** A gateway that really forwards to an origin, and says what came of it in its own words. */
  | {
      readonly kind: "gateway";
      readonly product: "nginx" | "cdn";
      readonly origin: "dead" | "silent" | "fine" | "garbage";
    }
  /** A proxy server; it cannot reach the site, or asks for a password. */
  | { readonly kind: "proxy"; readonly fault: "upstream-dead" | "auth" }
  | { readonly kind: "redirect-loop" }
  | { readonly kind: "mute" } // accepts and says nothing
  | { readonly kind: "hang-up" } // accepts and closes
  | { readonly kind: "closed" } // refuses
  | { readonly kind: "dropped" }; // swallows every packet

/** What is different about the practice computer. Everything not named is healthy. */
export interface MachineFaults {
  readonly link?: "down";
  readonly address?: "link-local-only" | "none";
  readonly route?: "none";
  readonly router?: "dead" | "ignores-ping";
  /** Nothing beyond the router answers. */
  readonly internet?: "dead" | "no-v6";
  /** A captive portal catches plain http and names. */
  readonly portal?: boolean;
  /** Lines of the hosts file. */
  readonly hosts?: readonly string[];
  /** Names are asked of this resolver instead of the provider's. */
  readonly resolver?: string;
  /** A proxy is set, at this address of the practice network. */
  readonly proxy?: { readonly host: string; readonly port: number };
}

/** What a repair changes in the practice network; everything not named stays. */
export interface PracticeMend {
  readonly repair: RepairId;
  /** The exact thing that would be done on a real computer; shown before. */
  readonly does: string;
  /** False: the person does it, the practice network only believes them. */
  readonly byProgram: boolean;
  /** True: it can be taken back, and the fault with it. */
  readonly undoable: boolean;
  /** Replaces these parts of the scenario. Absent: it is done, and helps nothing. */
  readonly change?: Partial<Pick<PracticeScenario, "machine" | "zone" | "resolver" | "publicResolvers" | "sites">>;
}

/** One fault of the practice network, as data. */
export interface PracticeScenario {
  /** Permanent, kebab-case; title and description stand in the catalogues under `practice.ID`. */
  readonly id: string;
  /** What the person types. */
  readonly address: string;
  readonly expected: { readonly code: VerdictCode; readonly side: FaultSide };
  readonly answers?: Answers;
  readonly machine?: MachineFaults;
  /** Names beside the built-in ones (references' stable names). */
  readonly zone: Readonly<Record<string, ZoneEntry>>;
  /** The provider's resolver, which this computer is set to. */
  readonly resolver?: ResolverBehaviour;
  /** All public resolvers alike. */
  readonly publicResolvers?: ResolverBehaviour;
  /** By `address:port` (v6 in brackets). */
  readonly sites: Readonly<Record<string, SiteBehaviour>>;
  /** The first plug that the person pulls is another box's: nothing goes away. The next one is the right one. */
  readonly wrongPlugFirst?: true;
  /** What can be done about it; absent: nothing on this computer. */
  readonly mends?: readonly PracticeMend[];
}
