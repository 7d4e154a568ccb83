import { randomBytes } from "node:crypto";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../e2e/support/root.ts";
import { Lane } from "../../lab/lane/lane.ts";
import { LAB_REFERENCES, type Product } from "../../lab/lane/product.ts";
import { makeCertificates } from "../../lab/servers/certificates.ts";
import { must } from "../../lab/support/exec.ts";
import { cleanLeftovers, RunState } from "../../lab/support/state.ts";

/** A lane that stands, with the built product beside it. */
export interface LabSeat {
  readonly lane: Lane;
  readonly product: Product;
  /** The references file of the lab. */
  readonly references: string;
}

/** Builds one lane, does the work in it, and takes everything down again. */
export async function withLane<Value>(work: (seat: LabSeat) => Promise<Value>): Promise<Value> {
  await cleanLeftovers();
  const state = new RunState(randomBytes(2).toString("hex"));
  try {
    const certificates = await makeCertificates(join(state.folder, "certificates"));
    // A copy of its own: the project's may be built anew meanwhile.
    await cp(join(ROOT, "out"), join(state.folder, "product"), { recursive: true });
    await cp(join(ROOT, "package.json"), join(state.folder, "package.json"));
    const product = { cli: join(state.folder, "product/cli/index.js"), authority: certificates.authority };
    const lane = new Lane(state, 0, certificates);
    await lane.up();
    const references = join(lane.folder, "references-bench.json");
    await writeFile(references, JSON.stringify(LAB_REFERENCES));
    const value = await work({ lane, product, references });
    await lane.down();
    return value;
  } finally {
    await state.clean();
  }
}

/** Runs one of our own scripts (in this folder) inside the lab's client; gives what it printed, a line each. */
export async function insideClient(
  { lane, product }: LabSeat,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const file = join(import.meta.dirname, script);
  const command = ["netns", "exec", lane.ns.client, process.execPath, "--import", "tsx", file, ...args];
  const stdout = await must("ip", command, {
    cwd: ROOT,
    timeoutMs: 300_000,
    env: {
      PATH: "/usr/bin:/usr/sbin:/bin:/sbin",
      LANG: "C.UTF-8",
      HOME: lane.folder,
      GOODGATEWAY_HOME: join(lane.folder, "home/data"),
      NODE_EXTRA_CA_CERTS: product.authority,
      ...env,
    },
  });
  return stdout.trim().split("\n");
}
