import { spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { access, constants, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dnsQuery } from "../../../../../electron/probes/dns/dns-query.ts";

export const UNBOUND = "/usr/sbin/unbound";

/** A real unbound on loopback that knows a few names and asks nobody else. */
export interface Unbound {
  readonly port: number;
  stop(): Promise<void>;
}

export async function hasUnbound(): Promise<boolean> {
  return access(UNBOUND, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Starts one; `records` are lines such as `shop.test. 300 IN A 127.0.0.1`. */
export async function startUnbound(records: readonly string[]): Promise<Unbound> {
  const folder = await mkdtemp(join(tmpdir(), "gg-unbound-"));
  const port = await freePort();
  const file = join(folder, "unbound.conf");
  await writeFile(file, configuration(folder, port, records));
  const child = spawn(UNBOUND, ["-d", "-p", "-c", file], { stdio: "ignore" });
  await answering(port, () => child.exitCode);
  return {
    port,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, port: number, records: readonly string[]): string {
  const data = records.map((record) => `  local-data: "${record}"`).join("\n");
  return `server:
  interface: 127.0.0.1@${port}
  access-control: 127.0.0.0/8 allow
  directory: "${folder}"
  chroot: ""
  username: ""
  use-syslog: no
  do-daemonize: no
  num-threads: 1
  module-config: "iterator"
  local-zone: "test." static
${data}
remote-control:
  control-enable: no
`;
}

async function answering(port: number, exitCode: () => number | null): Promise<void> {
  const server = { transport: "udp", address: "127.0.0.1", port } as const;
  for (let left = 100; left > 0; left -= 1) {
    if (exitCode() !== null) throw new Error(`unbound ended with ${String(exitCode())}`);
    const { signal } = new AbortController();
    // oxlint-disable-next-line no-await-in-loop -- asked until it answers
    const asked = await dnsQuery(server, { name: "shop.test", type: "A" }, { signal, timeoutMs: 500 });
    if (asked.rcode !== null) return;
  }
  throw new Error("unbound does not answer");
}

async function freePort(): Promise<number> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  return port;
}
