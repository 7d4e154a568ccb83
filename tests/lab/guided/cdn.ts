import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Box } from "../dns/boxes.ts";
import { CDN, ORIGIN } from "./internet-places.ts";

/** A real gateway beside a machine, in front of a site's own server. */
export interface Cdn {
  /** The ids of the requests that the gateway has answered, as its own log has them. */
  requestIds(): readonly string[];
  stop(): void;
}

/**
 * Starts nginx as a delivery network that looks for its origin at a port where nobody listens, and as that origin, which
 * is fine. Every answer of the gateway carries its request's id.
 */
export function startCdn(box: Box, folder: string): Cdn {
  const place = join(folder, "cdn");
  mkdirSync(place);
  const file = join(place, "nginx.conf");
  writeFileSync(file, configuration(place));
  const args = ["netns", "exec", box.internet, "nginx", "-p", place, "-e", join(place, "error.log"), "-c", file];
  const program = spawn("ip", args, { stdio: "ignore" });
  return {
    requestIds: () => readFileSync(join(place, "ids.log"), "utf8").split("\n").filter(Boolean),
    stop: () => void program.kill("SIGTERM"),
  };
}

function configuration(place: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
daemon off;
user root;
worker_processes 1;
pid ${place}/nginx.pid;
events { worker_connections 64; }
http {
  log_format id '$request_id';
  ${temporary.map((name) => `${name}_temp_path ${place}/${name};`).join("\n  ")}
  server {
    listen ${CDN}:80;
    access_log ${place}/ids.log id;
    add_header X-Request-Id $request_id always;
    location / { proxy_pass http://${ORIGIN}:8081; }
  }
  server {
    listen ${ORIGIN}:80;
    access_log off;
    location / { default_type text/html; return 200 "<!doctype html><title>Shop</title><h1>All goods</h1>"; }
  }
}
`;
}
