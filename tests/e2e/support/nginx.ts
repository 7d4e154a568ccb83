import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, constants, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { until } from "./processes.ts";

/** A real nginx in front of a dead upstream: `/` is fine, everything under `/dead/` is its own 502. */
export interface Nginx {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The program, or null where it is not installed: then what needs it is skipped, and counted as skipped. */
export async function findNginx(): Promise<string | null> {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/opt/homebrew/bin"].filter(Boolean);
  for (const folder of folders) {
    const program = join(folder, "nginx");
    const found = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return program;
  }
  return null;
}

/** Starts one on a free loopback port, in the foreground and in a folder of its own. */
export async function startNginx(program: string): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), "gg-nginx-"));
  const [port, nobody] = await Promise.all([freePort(), freePort()]);
  const file = join(folder, "nginx.conf");
  await writeFile(file, configuration(folder, port, nobody));
  const child = spawn(program, ["-p", folder, "-e", join(folder, "error.log"), "-c", file], {
    stdio: "ignore",
  });
  const origin = `http://127.0.0.1:${port}`;
  await until(
    async () => {
      if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
      return fetch(`${origin}/`).then(
        ({ status }) => status,
        () => 0,
      );
    },
    (status) => status === 200,
  );
  return {
    origin,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, port: number, nobody: number): string {
  return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    location / { default_type text/html; return 200 "<!doctype html><title>Fine</title><h1>Fine</h1>"; }
    location /dead/ { proxy_pass http://127.0.0.1:${nobody}; }
  }
}
`;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
