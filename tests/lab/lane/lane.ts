import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Fault, WireSpec } from "../../scenarios/scenario.ts";
import { applyFault } from "../faults/apply.ts";
import type { ClientSettings, FaultKit, Undo, WireSettings } from "../faults/fault-kit.ts";
import { connectWire, makeNamespaces, namesFor, type Namespaces, type NodeName, waitForWire } from "../net/topology.ts";
import { SITES } from "../net/places.ts";
import type { Certificates } from "../servers/certificates.ts";
import { dnsServers, signingScript } from "../servers/dns.ts";
import { gatewayServers } from "../servers/gateways.ts";
import { webNginx } from "../servers/nginx.ts";
import { routerServers } from "../servers/proxies.ts";
import type { Server } from "../servers/server.ts";
import { askSocket } from "../support/ask-socket.ts";
import { run, script } from "../support/exec.ts";
import type { RunState } from "../support/state.ts";
import { Processes } from "./processes.ts";

/** One whole small internet. Several stand side by side, each in namespaces of its own. */
export class Lane {
  readonly ns: Namespaces;
  readonly folder: string;
  readonly #processes: Processes;
  #roundTripMs = 20;

  readonly #state: RunState;
  readonly index: number;
  readonly #certificates: Certificates;

  constructor(state: RunState, index: number, certificates: Certificates) {
    this.#state = state;
    this.index = index;
    this.#certificates = certificates;
    this.ns = namesFor(state.id, index);
    this.folder = join(state.folder, `lane${index}`);
    this.#processes = new Processes(this.ns, this.folder, state);
  }

  /** Builds everything and waits until every server accepts. */
  async up(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o755 });
    await makeNamespaces(this.ns, this.#state);
    const wire = join(import.meta.dirname, "../net/wire.py");
    const ends = [`${this.ns.router}:wan`, `${this.ns.net}:wan`];
    this.#processes.start(null, "wire", ["/usr/bin/python3", wire, join(this.folder, "wire.sock"), ...ends]);
    const files = { folder: this.folder, certificates: this.#certificates };
    const servers = [...dnsServers(files), webNginx(files), ...gatewayServers(files), ...routerServers(files)];
    await Promise.all(servers.map((server) => this.#writeFiles(server)));
    await script(signingScript(this.folder), { timeoutMs: 30_000 });
    await waitForWire(this.ns);
    await connectWire(this.ns);
    for (const server of servers) {
      this.#processes.start(server.node, server.name, [server.program, ...server.args], server.env);
    }
    for (const machine of ["net", "back"] as const) {
      const main = join(import.meta.dirname, "../origins/main.ts");
      const args = [machine, this.#control(machine), this.#certificates.folder];
      this.#processes.start(machine, `origins-${machine}`, [process.execPath, "--import", "tsx", main, ...args]);
    }
    await Promise.all([...servers.map((server) => this.#waitFor(server)), this.#waitForControls()]);
    await this.#waitForSites();
  }

  /** Programs that ended by themselves, with the end of what they said. */
  async casualties(): Promise<readonly string[]> {
    const names = await this.#processes.dead();
    return Promise.all(
      names.map(async (name) => {
        const log = await readFile(join(this.folder, `${name}.log`), "utf8").catch(() => "");
        return `${name}: ${log.slice(-300)}`;
      }),
    );
  }

  async down(): Promise<void> {
    await this.#processes.stopAll();
  }

  /**
   * Breaks the network as told, does the work, and mends it again. Throws when something could not be broken or mended;
   * the lane is then not fit for another case.
   */
  async with<Value>(
    faults: readonly Fault[],
    roundTripMs: number,
    work: (client: ClientSettings) => Promise<Value>,
  ): Promise<Value> {
    const client: ClientSettings = { env: {}, wrapper: [], systemRoots: [], references: {}, mounts: [] };
    const kit = this.#kit(client);
    this.#roundTripMs = roundTripMs;
    await kit.wire(null);
    const undos: Undo[] = [];
    try {
      // In order: later ones may build on earlier ones.
      // oxlint-disable-next-line no-await-in-loop
      for (const fault of faults) undos.unshift(await applyFault(kit, fault));
      return await work(client);
    } finally {
      // oxlint-disable-next-line no-await-in-loop -- backwards, one by one
      for (const undo of undos) await undo();
    }
  }

  #kit(client: ClientSettings): FaultKit {
    return {
      ns: this.ns,
      folder: this.folder,
      certificates: this.#certificates,
      client,
      inside: (node, text) => this.inside(node, text),
      start: async (node, name, command) => {
        this.#processes.start(node, name, command);
        await new Promise((resolve) => void setTimeout(resolve, 150));
      },
      stop: (name) => this.#processes.stop(name),
      command: async (machine, command) => {
        const reply = await askSocket(this.#control(machine), JSON.stringify(command));
        if (reply !== "ok") throw new Error(`the lab's ${machine} machine says: ${reply}`);
      },
      dnsdist: (who, lua) => this.#dnsdist(who, lua),
      wire: (settings) => this.#wire(settings),
    };
  }

  /** Runs a shell script inside one machine. */
  inside(node: NodeName, text: string): Promise<string> {
    return script(`exec ip netns exec ${this.ns[node]} /bin/sh -e <<'LAB_SCRIPT'\n${text}\nLAB_SCRIPT`);
  }

  async #dnsdist(who: "provider" | "public", lua: string): Promise<void> {
    const args = [
      "netns",
      "exec",
      this.ns.net,
      "/usr/bin/dnsdist",
      "-C",
      join(this.folder, `dnsdist-${who}.lua`),
      "-e",
      lua,
    ];
    const { code, stdout, stderr } = await run("ip", args);
    if (code !== 0 || /error/i.test(stdout)) throw new Error(`dnsdist ${who} refused ${lua}: ${stdout}${stderr}`);
  }

  async #wire(settings: WireSettings | null): Promise<void> {
    const usual: WireSpec = { delay: this.#roundTripMs / 2 };
    const all = {
      ab: { ...usual, ...settings?.ab },
      ba: { ...usual, ...settings?.ba },
      seed: settings?.seed ?? this.index + 1,
    };
    const reply = await askSocket(join(this.folder, "wire.sock"), JSON.stringify(all));
    if (reply !== "ok") throw new Error(`the wire says: ${reply}`);
  }

  #control(machine: "net" | "back"): string {
    return join(this.folder, `${machine}.sock`);
  }

  async #writeFiles({ files, folders = {} }: Server): Promise<void> {
    for (const [name, owner] of Object.entries(folders)) {
      // oxlint-disable-next-line no-await-in-loop -- a folder before its files
      await mkdir(join(this.folder, name), { recursive: true, mode: 0o755 });
      // oxlint-disable-next-line no-await-in-loop
      if (owner !== "root") await script(`chown ${owner} ${join(this.folder, name)}`);
    }
    await Promise.all(
      Object.entries(files).map(async ([name, text]) => {
        const path = join(this.folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      }),
    );
  }

  async #waitFor({ name, node, ready }: Server): Promise<void> {
    const waits = ready.map(
      ([address, port]) => `until (exec 3<>/dev/tcp/${address}/${port}) 2>/dev/null; do sleep 0.2; done`,
    );
    const args = ["netns", "exec", this.ns[node], "bash", "-c", waits.join("; ")];
    const { code } = await run("ip", args, { timeoutMs: 90_000 });
    if (code === 0) return;
    const log = await readFile(join(this.folder, `${name}.log`), "utf8").catch(() => "");
    throw new Error(`${name} did not get ready: ${log.slice(-600)}`);
  }

  /** Every site must have shown its page once: some gateways drop the first request after their start. */
  async #waitForSites(): Promise<void> {
    const sites = Object.keys(SITES).map(
      (name) => `until curl -gsf -m 3 -o /dev/null http://${name}.example.com/; do sleep 0.1; done`,
    );
    const args = ["netns", "exec", this.ns.client, "/bin/sh", "-c", sites.join("; ")];
    const { code } = await run("ip", args, { timeoutMs: 90_000 });
    if (code !== 0) throw new Error("not every site of the lab works");
  }

  async #waitForControls(): Promise<void> {
    for (let tries = 0; tries < 900; tries += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const names = await readdir(this.folder);
      if (["net.sock", "back.sock", "wire.sock"].every((name) => names.includes(name))) return;
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => void setTimeout(resolve, 100));
    }
    throw new Error("the lab's applications did not get ready");
  }
}
