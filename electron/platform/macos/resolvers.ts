import { ok } from "../../../shared/lib/result.ts";
import { isZonedLiteral } from "../readings/zoned-address.ts";
import { parseResolvConf } from "../linux/resolv-conf.ts";
import type { ConfiguredResolver, Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { parsed } from "../readings/reading.ts";
import { scutil } from "./scutil.ts";

/** The DNS servers in use. Where scutil says nothing usable, /etc/resolv.conf does: macOS keeps it up to date. */
export async function macosResolvers(deps: MachineDeps, signal: AbortSignal): Reading<readonly ConfiguredResolver[]> {
  const answer = parsed(await scutil(deps.run, "--dns", signal), parseScutilDns);
  if (answer.ok || answer.error.code === "cancelled") return answer;
  const file = await deps.files.readText("/etc/resolv.conf");
  return file.ok && file.value !== null ? ok(parseResolvConf(file.value)) : answer;
}

interface Block {
  readonly scoped: boolean;
  readonly servers: readonly string[];
  readonly domain: string | null;
  readonly interfaceName: string | null;
  readonly port: number;
  readonly flags: string;
}

/**
 * Servers in `scutil --dns`, the default ones first, then those of other interfaces (scoped queries). Left out: mDNS
 * and resolvers for one domain only (they are not asked for ordinary names). Null when it is no such text.
 */
export function parseScutilDns(text: string): readonly ConfiguredResolver[] | null {
  if (!/^(?:DNS configuration|No DNS configuration available)/m.test(text)) return null;
  const blocks = blocksIn(text);
  const scoped = blocks.filter((block) => block.scoped);
  const found = blocks
    .filter((block) => block.scoped || (block.domain === null && !/supplemental/i.test(block.flags)))
    .flatMap((block) =>
      block.servers.map((address) => {
        // The default block often names no interface; the scoped one with the same servers does.
        const twin = scoped.find(({ servers }) => servers.join() === block.servers.join());
        return { address, port: block.port, interfaceName: block.interfaceName ?? twin?.interfaceName ?? null };
      }),
    );
  const seen = new Set<string>();
  return found.flatMap((server) => {
    const key = `${server.address} ${server.port} ${server.interfaceName}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...server, upstream: false }];
  });
}

function blocksIn(text: string): readonly Block[] {
  const scopedFrom = text.search(/^DNS configuration \(for scoped queries\)/m);
  return [...text.matchAll(/^resolver #\d+\n((?:[ \t]+.*(?:\n|$))*)/gm)].map((match) => {
    const body = match[1] ?? "";
    const value = (key: string) => new RegExp(`^\\s*${key}\\s*: (.*)$`, "m").exec(body)?.[1]?.trim() ?? null;
    return {
      scoped: scopedFrom !== -1 && match.index > scopedFrom,
      servers: [...body.matchAll(/^\s*nameserver\[\d+\] : (\S+)/gm)].flatMap(([, address = ""]) =>
        isZonedLiteral(address) ? [address] : [],
      ),
      domain: value("domain"),
      interfaceName: /\(([^)]+)\)/.exec(value("if_index") ?? "")?.[1] ?? null,
      port: Number(value("port") ?? 53) || 53,
      flags: value("flags") ?? "",
    };
  });
}
