import { ask } from "../platform/readings/reading.ts";
import type { BrowserDeps } from "./browser-deps.ts";

/** Where a program is connected to at this moment. */
export interface Connection {
  readonly address: string;
  readonly port: number;
}

/** Open connections of some processes; null when the system could not be asked. Their own computer is left out. */
export async function connectionsOf(
  deps: BrowserDeps,
  pids: readonly number[],
  signal: AbortSignal,
): Promise<readonly Connection[] | null> {
  if (pids.length === 0) return [];
  if (deps.os === "linux") return onLinux(deps, pids);
  if (deps.os === "macos") {
    const args = ["-nP", "-a", "-p", pids.join(","), "-iTCP", "-sTCP:ESTABLISHED", "-Fn"];
    // Exit code 1: no such connection.
    const said = await ask(deps.run, { program: "lsof", args, signal }, true);
    return said.ok ? parseLsof(said.value.stdout) : null;
  }
  const said = await ask(deps.run, { program: "netstat", args: ["-ano", "-p", "TCP"], signal });
  const six = await ask(deps.run, { program: "netstat", args: ["-ano", "-p", "TCPv6"], signal }, true);
  if (!said.ok) return null;
  return parseNetstat(`${said.value.stdout}\n${six.ok ? six.value.stdout : ""}`, new Set(pids));
}

async function onLinux({ files }: BrowserDeps, pids: readonly number[]): Promise<readonly Connection[] | null> {
  const tables = await Promise.all(
    ["/proc/net/tcp", "/proc/net/tcp6"].map((path) => files.readText(path, 4 * 1024 * 1024)),
  );
  if (tables[0] === null) return null;
  const open = await Promise.all(
    pids.map(async (pid) => {
      const folder = `/proc/${pid}/fd`;
      return Promise.all((await files.list(folder)).map((fd) => files.linkTarget(`${folder}/${fd}`)));
    }),
  );
  const sockets = new Set(open.flat().flatMap((link) => /^socket:\[(\d+)\]$/.exec(link ?? "")?.[1] ?? []));
  return tables.flatMap((table) => parseProcNetTcp(table ?? "", sockets));
}

/** Rows of `/proc/net/tcp{,6}` whose socket is one of these: state 01 is an open connection (tcp_states.h). */
function parseProcNetTcp(text: string, sockets: ReadonlySet<string>): readonly Connection[] {
  const row = /^\s*\d+: [\dA-F]+:[\dA-F]{4} ([\dA-F]{8}|[\dA-F]{32}):([\dA-F]{4}) 01 \S+ \S+ \S+\s+\d+\s+\d+ (\d+)/gm;
  return [...text.matchAll(row)].flatMap(([, address = "", port = "", inode = ""]) =>
    sockets.has(inode) ? [{ address: addressOf(address), port: Number.parseInt(port, 16) }] : [],
  );
}

/** The kernel prints each 32 bits as a number of this machine: the bytes are the wrong way round on all we run on. */
function addressOf(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).toReversed());
  if (bytes.length === 4) return bytes.map((byte) => Number.parseInt(byte, 16)).join(".");
  // An IPv4 address in the form of IPv6.
  if (bytes.slice(0, 12).join("").toLowerCase() === "00000000000000000000ffff") {
    return bytes
      .slice(12)
      .map((byte) => Number.parseInt(byte, 16))
      .join(".");
  }
  const groups = (bytes.join("").match(/.{4}/g) ?? []).join(":");
  return shortForm(groups);
}

/** One way of writing an IPv6 address (the URL standard's, which is that of RFC 5952). */
function shortForm(address: string): string {
  try {
    return new URL(`http://[${address}]/`).hostname.slice(1, -1);
  } catch {
    return address;
  }
}

/** `lsof -Fn`: lines `nLOCAL->REMOTE`. */
export function parseLsof(text: string): readonly Connection[] {
  return [...text.matchAll(/^n\S+->(\S+)$/gm)].flatMap(([, remote = ""]) => endOf(remote));
}

/** `netstat -ano`: protocol, local, remote, state (translated), process. Listening ones have the remote port 0. */
export function parseNetstat(text: string, pids: ReadonlySet<number>): readonly Connection[] {
  return [...text.matchAll(/^\s*TCP\s+\S+\s+(\S+)\s+\S.*?\s(\d+)\s*$/gm)].flatMap(([, remote = "", pid]) =>
    pids.has(Number(pid)) ? endOf(remote).filter(({ port }) => port !== 0) : [],
  );
}

function endOf(text: string): readonly Connection[] {
  const [, six, four, port = ""] = /^(?:\[([^\]%]+)(?:%\w+)?\]|([\d.]+)):(\d+)$/.exec(text) ?? [];
  const address = six === undefined ? four : shortForm(six);
  return address === undefined ? [] : [{ address, port: Number(port) }];
}
