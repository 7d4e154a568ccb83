import { addressScope } from "../../../shared/lib/ip.ts";
import { ok, type Result } from "../../../shared/lib/result.ts";
import type { ConfiguredResolver, ReadingError } from "../../platform/machine.ts";
import type { CheckContext } from "../check.ts";
import { isLinkName } from "./internal-name.ts";
import { parseServerEntry } from "./server-entry.ts";

/** Most resolvers asked: systems use three; more only come from broken or very large set-ups. */
const MOST_RESOLVERS = 6;

/** The resolvers this machine is set to use, or those that stand in for them (references file), each once. */
export async function ownResolvers(
  context: CheckContext,
): Promise<Result<readonly ConfiguredResolver[], ReadingError>> {
  const standIn = context.references.systemResolver;
  if (standIn !== null) return ok(standIn.flatMap(fromEntry));
  const reading = await context.machine.resolvers(context.signal);
  if (!reading.ok) return reading;
  const seen = new Set<string>();
  // A link's own name is no business of servers outside, even of those this machine is set to use (RFC 6762, 3).
  const may = isLinkName(context.target.host)
    ? reading.value.filter(({ address }) => addressScope(address) !== "public")
    : reading.value;
  const single = may.filter(({ address, port }) => {
    const key = `${address}#${port}`;
    return seen.has(key) ? false : seen.add(key).size > 0;
  });
  return ok(single.slice(0, MOST_RESOLVERS));
}

function fromEntry(entry: string): readonly ConfiguredResolver[] {
  const parsed = parseServerEntry(entry);
  return parsed === null ? [] : [{ ...parsed, interfaceName: null, upstream: false }];
}
