import { ok } from "../../../../shared/lib/result.ts";
import { ask } from "../../readings/reading.ts";
import type { LinuxDnsDeps } from "./deps.ts";
import { serversForFile } from "./compose.ts";
import { fileKind } from "./kind-file.ts";
import { untouched, type DnsKind } from "./kind.ts";
import { readResolverFile, type ResolverFileState } from "./resolver-file.ts";

/** Our record's name in each make; the script uses the same. Debian's makes `tun*` the first. */
const RECORDS = { resolvconf: "tun-goodgateway.inet", openresolv: "goodgateway" } as const;

/** A record of our own in resolvconf, beside the others'. */
export function resolvconfKind(
  deps: LinuxDnsDeps,
  make: "resolvconf" | "openresolv",
  read: () => ResolverFileState = readResolverFile,
): DnsKind {
  const file = fileKind(read);
  const record = RECORDS[make];
  return {
    describe: async (link, signal) => {
      const bare = await file.describe(link, signal);
      // The file is made from what DHCP and other programs handed in.
      const handedIn = (family: typeof bare.v4): typeof bare.v4 =>
        family.origin === "static" ? { origin: "automatic", configured: [], inUse: family.inUse } : family;
      return { ...bare, v4: handedIn(bare.v4), v6: handedIn(bare.v6) };
    },
    snapshot: async (link, signal) => {
      const bare = await file.snapshot(link, signal);
      if (!bare.ok) return bare;
      const names = await recordNames(deps, signal);
      if (!names.ok) return untouched(names.error.code === "no-tool" ? "no-tool" : "failed", names.error.detail);
      if (names.value.some((name) => isOurs(name, record))) return untouched("busy", record);
      return ok({ ...bare.value, manager: make, settings: { record: null }, native: {} });
    },
    plan: ({ servers }) => {
      const written = serversForFile(servers);
      if (written.length === 0) return untouched("invalid-address");
      const options = make === "openresolv" ? ["-x", "-m", "0"] : [];
      const away = make === "openresolv" ? ["-f"] : [];
      return ok({
        servers: written,
        settings: { record: "present" },
        kept: {},
        commands: [
          { argv: ["/usr/sbin/resolvconf", ...options, "-a", record], elevated: true, purpose: "switch" },
          { argv: ["/usr/sbin/resolvconf", ...away, "-d", record], elevated: true, purpose: "restore" },
        ],
        needsAdmin: true,
        afterPowerCut: "volatile",
        lasts: "until-restart",
        objects: ["/run/goodgateway", `resolvconf: ${record}`],
      });
    },
    settingsNow: async (_snapshot, signal) => {
      const names = await recordNames(deps, signal);
      return names.ok ? ok({ record: names.value.some((name) => isOurs(name, record)) ? "present" : null }) : names;
    },
    arguments: ({ plan }) => ({
      kind: make,
      link: "0",
      uuid: "",
      before: "absent",
      after: "present",
      servers: plan.servers.join(" "),
      profileBefore: "",
    }),
  };
}

async function recordNames(deps: LinuxDnsDeps, signal: AbortSignal) {
  const output = await ask(deps.run, { program: "resolvconf", args: ["-i"], signal });
  return output.ok ? ok(output.value.stdout.split(/\s+/).filter((word) => word !== "")) : output;
}

/** Also what Debian's make leaves of it when it is killed between writing and renaming. */
function isOurs(name: string, record: string): boolean {
  return name === record || name.startsWith(`${record}_new.`);
}
