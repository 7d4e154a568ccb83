import { ok } from "../../../shared/lib/result.ts";
import type { Handlers } from "../answer.ts";
import { referencesFrom } from "./references.ts";

/** What the owner's page needs. */
export interface OwnerPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** `owner.ask`: the site through its gateway and past it, and its name over the public resolvers. */
export function ownerHandlers({ env }: OwnerPorts): Pick<Handlers, "owner.ask"> {
  return {
    "owner.ask": async ({ input, origin, privateMode }) => {
      const [{ parseTarget }, { askOwner, parseOrigin }] = await Promise.all([
        import("../../engine/target.ts"),
        import("../../engine/owner/ask-owner.ts"),
      ]);
      const target = parseTarget(input);
      if (!target.ok) return target;
      const place = parseOrigin(origin, target.value.port);
      if (!place.ok) return ok({ kind: "bad-origin" });
      const [references, { createProbes }, { systemServersOf }] = await Promise.all([
        referencesFrom(env),
        import("../../probes/create-probes.ts"),
        import("../../engine/references.ts"),
      ]);
      const report = await askOwner({
        target: target.value,
        origin: place.value,
        references: privateMode ? { publicResolvers: [] } : references,
        probes: createProbes({ systemServers: systemServersOf(references) }),
        signal: new AbortController().signal,
      });
      return ok({ kind: "asked", report });
    },
  };
}
