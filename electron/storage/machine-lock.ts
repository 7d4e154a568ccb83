import { rmSync, statSync } from "node:fs";
import { createServer, connect, type Server } from "node:net";
import { join } from "node:path";

/** A lock that is held; the system lets go of it when this process dies, however it dies. */
export interface HeldLock {
  release(): Promise<void>;
}

/**
 * Where a lock of this name lies: an abstract socket on Linux and a pipe on Windows, both for the whole machine and
 * gone with their owner; elsewhere a socket in `folder`, whose file may stay behind and is then taken over.
 */
export function lockAddress(name: string, folder: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === "linux") return `\0goodgateway-${name}`;
  return platform === "win32" ? `\\\\.\\pipe\\goodgateway-${name}` : join(folder, `${name}.lock`);
}

/** Takes the lock, or null when somebody else on this machine holds it. Never waits. */
export async function takeLock(address: string): Promise<HeldLock | null> {
  const server = await listen(address);
  if (server !== null) return held(server);
  // A file that nobody listens on was left by a crash. Two that find it at once: only one can listen again.
  if (!isSocketFile(address) || (await somebodyAnswers(address))) return null;
  rmSync(address, { force: true });
  const again = await listen(address);
  return again === null ? null : held(again);
}

function held(server: Server): HeldLock {
  // A lock must not keep the program alive.
  server.unref();
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", () => resolve(null));
    server.listen(address, () => resolve(server));
  });
}

function isSocketFile(address: string): boolean {
  if (address.startsWith("\0") || address.startsWith("\\\\")) return false;
  try {
    return statSync(address).isSocket();
  } catch {
    return false;
  }
}

function somebodyAnswers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
