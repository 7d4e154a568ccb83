import { ok } from "../../../../shared/lib/result.ts";
import type { DnsCommand, DnsFamily, DnsSnapshot } from "../../../../shared/model/dns-settings.ts";
import { composeFile, serversForFile, sha256 } from "./compose.ts";
import { ofFamily, untouched, type BareLink, type DnsKind } from "./kind.ts";
import { readResolverFile, RESOLVER_FILE, type ResolverFileState } from "./resolver-file.ts";
import { COMPOSE_AWK } from "./script/kind-file.ts";

/** More than any real file; a larger one is not ours to copy into a journal. */
const MAX_FILE_BYTES = 64 * 1024;

/** /etc/resolv.conf itself, where nobody manages it. */
export function fileKind(read: () => ResolverFileState = readResolverFile): DnsKind {
  return {
    describe: async (link) => {
      const { file } = read();
      return {
        id: link.id,
        name: link.interfaceName,
        interfaceName: link.interfaceName,
        defaultRoute: link.defaultRoute,
        networkKey: link.gateway,
        v4: familyOf(file.servers, "v4"),
        v6: familyOf(file.servers, "v6"),
        searchDomains: searchIn(read().bytes),
        encryption: null,
      };
    },
    snapshot: async (link) => snapshotOf(link, read()),
    plan: ({ snapshot, servers }) => {
      const written = serversForFile(servers);
      if (written.length === 0) return untouched("invalid-address");
      const before = Buffer.from(snapshot.native["text"] ?? "", "base64");
      const after = `file:${sha256(composeFile(before, written))}`;
      return ok({
        servers: written,
        settings: { file: after },
        kept: {},
        commands: commandsFor(snapshot, written),
        needsAdmin: true,
        afterPowerCut: snapshot.native["systemd"] === "yes" ? "boot-restore" : "next-start",
        lasts: "permanent",
        objects: ["/var/lib/goodgateway", "/run/goodgateway", NEXT],
      });
    },
    settingsNow: async () => ok({ file: markOf(read()) }),
    arguments: ({ snapshot, plan }) => ({
      kind: "file",
      link: "0",
      uuid: "",
      before: snapshot.settings["file"] ?? "missing",
      after: plan.settings["file"] ?? "",
      servers: plan.servers.join(" "),
      profileBefore: "",
    }),
  };
}

/** Where the new file is made, beside the old one, so that a rename puts it in place (script/kind-file.ts). */
const NEXT = "/etc/.resolv.conf.goodgateway";

function command(purpose: DnsCommand["purpose"], ...argv: readonly string[]): DnsCommand {
  return { argv, elevated: true, purpose };
}

/** What the elevated script does to the file, step by step; CHANGE stands for the id of the change. */
function commandsFor(snapshot: DnsSnapshot, servers: readonly string[]): readonly DnsCommand[] {
  const kept = "/var/lib/goodgateway/keep-CHANGE";
  const missing = snapshot.settings["file"] === "missing";
  // A file keeps its rights and owner; a link is replaced by a file that everybody can read.
  const rights = (snapshot.settings["file"] ?? "").startsWith("file:") ? ["cp", "-a", RESOLVER_FILE, NEXT] : null;
  return [
    ...(missing ? [] : [command("guard", "cp", "-a", RESOLVER_FILE, `${kept}/before`)]),
    command("guard", "awk", "-v", `servers=${servers.join(" ")}`, COMPOSE_AWK, RESOLVER_FILE),
    command("guard", "/bin/sh", `${kept}/script`, "guard", "CHANGE", kept),
    ...(rights === null ? [] : [command("switch", ...rights)]),
    command("switch", "/bin/sh", "-c", `cat ${kept}/after >${NEXT}`),
    ...(rights === null ? [command("switch", "chmod", "644", NEXT)] : []),
    command("switch", "mv", "-fT", NEXT, RESOLVER_FILE),
    ...(missing
      ? [command("restore", "rm", "-f", RESOLVER_FILE)]
      : [command("restore", "cp", "-a", `${kept}/before`, NEXT), command("restore", "mv", "-fT", NEXT, RESOLVER_FILE)]),
  ];
}

function snapshotOf(link: BareLink, state: ResolverFileState): Awaited<ReturnType<DnsKind["snapshot"]>> {
  const { file, bytes } = state;
  if (file.kind === "other") return untouched("failed", "not a file");
  if ((bytes?.length ?? 0) > MAX_FILE_BYTES) return untouched("failed", "file too large");
  return ok({
    manager: "plain-file",
    linkId: link.id,
    linkName: file.path,
    networkKey: link.gateway,
    v4: familyOf(file.servers, "v4"),
    v6: familyOf(file.servers, "v6"),
    settings: { file: markOf(state) },
    native: { text: (bytes ?? Buffer.alloc(0)).toString("base64") },
  });
}

function markOf({ mark }: ResolverFileState): string | null {
  return mark === "missing" ? null : mark;
}

/** Whatever wrote the file, it is written down here; who wrote it cannot be told. */
export function familyOf(servers: readonly string[], family: "v4" | "v6"): DnsFamily {
  const own = ofFamily(servers, family);
  return { origin: own.length > 0 ? "static" : "absent", configured: own, inUse: own };
}

/** Search domains; the last line that names any counts (resolv.conf(5)). */
function searchIn(bytes: Buffer | null): readonly string[] {
  const lines = (bytes ?? Buffer.alloc(0)).toString("latin1").split("\n");
  const last = lines.flatMap((line) => /^(?:search|domain)[ \t]+(.*)$/.exec(line)?.[1] ?? []).at(-1);
  return last === undefined ? [] : last.split(/\s+/).filter((word) => word !== "");
}
