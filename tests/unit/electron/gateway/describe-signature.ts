import type { FaultSide } from "../../../../shared/model/fault-side.ts";
import type { GatewayKind, Hop } from "../../../../shared/model/gateway.ts";
import { SIGNATURES } from "../../../../electron/gateway/table.ts";

/** What is known of a signature without a response. */
export interface SignatureDescription {
  readonly vendor: string | null;
  readonly hop: Hop;
  readonly faultSide: FaultSide;
  readonly kind: GatewayKind;
  readonly meaning: string;
}

const byId = new Map(SIGNATURES.map((signature) => [signature.id, signature]));

/** What a signature stands for; null for an id that this version does not know (a report of another version). */
export function describeSignature(id: string): SignatureDescription | null {
  const found = byId.get(id);
  if (found === undefined) return null;
  return {
    vendor: found.vendor,
    hop: found.hop,
    faultSide: found.side,
    kind: found.kind,
    meaning: found.meaning,
  };
}
