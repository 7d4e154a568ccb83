// Applications of one machine of the lab, and on the `net` machine the edges too.
// usage: main.ts net|back CONTROL_SOCKET CERTIFICATE_FOLDER
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import type { Behaviour, Page } from "../../scenarios/behaviour.ts";
import { back, ORIGIN_NAMES, originAddress, SITES, web, web6, type Site } from "../net/places.ts";
import { Application } from "./application.ts";
import { Edge, VENDORS } from "./edge.ts";

/** One command on the control socket. */
type Command =
  | { readonly application: string; readonly behaviour: Behaviour }
  | { readonly edge: string; readonly page: Page | null };

const [machine = "back", control = "", folder = ""] = process.argv.slice(2);
const pair = { cert: readFileSync(`${folder}/good.crt`, "utf8"), key: readFileSync(`${folder}/good.key`, "utf8") };
const applications = new Map<string, Application>();
const edges = new Map<string, Edge>();

for (const name of ORIGIN_NAMES) {
  const address = originAddress(name);
  const here = address.startsWith("10.") ? "back" : "net";
  if (here !== machine) continue;
  applications.set(name, new Application(address, here === "net" ? pair : null));
}
await Promise.all([...applications.values()].map((one) => one.set({ how: "fine" })));

if (machine === "net") {
  const sites = Object.entries<Site>(SITES).filter(([, site]) => site.front === "edge");
  await Promise.all(
    sites.map(async ([name, site]) => {
      const vendor = VENDORS[name];
      if (vendor === undefined) throw new Error(`no delivery network is called ${name}`);
      const edge = new Edge(vendor, back(site.n));
      edges.set(name, edge);
      await edge.listen([web(site.n), ...(site.v6 === true ? [web6(site.n)] : [])], pair);
    }),
  );
}

async function obey(line: string): Promise<string> {
  // From our own runner.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const command = JSON.parse(line) as Command;
  if ("edge" in command) {
    const edge = edges.get(command.edge);
    if (edge === undefined) return `no edge ${command.edge}`;
    edge.setOwnFault(command.page);
    return "ok";
  }
  const application = applications.get(command.application);
  if (application === undefined) return `no application ${command.application}`;
  await application.set(command.behaviour);
  return "ok";
}

createServer((socket) => {
  socket.on("error", () => socket.destroy());
  createInterface({ input: socket }).once("line", (line) => {
    obey(line).then(
      (reply) => socket.end(`${reply}\n`),
      (error: unknown) => socket.end(`${error instanceof Error ? error.message : String(error)}\n`),
    );
  });
}).listen(control);
