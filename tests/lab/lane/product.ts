import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BUILT_IN_REFERENCES } from "../../../electron/engine/outside-endpoints.ts";
import type { FaultSide } from "../../../shared/model/fault-side.ts";
import { FAULT_SIDES } from "../../../shared/model/fault-side.ts";
import type { LabScenario } from "../../scenarios/scenario.ts";
import type { ClientSettings } from "../faults/fault-kit.ts";
import { run } from "../support/exec.ts";
import type { Lane } from "./lane.ts";

/** What the product said about one case. */
export interface Said {
  readonly code: string;
  readonly side: FaultSide;
  readonly confidence: string;
  /** As the document says it. */
  readonly ms: number;
  /** From outside, start of the program included. */
  readonly wallMs: number;
  readonly leftOpen: readonly string[];
  /** Codes of what was found beside the verdict. */
  readonly findings: readonly string[];
  /** The whole document, to look into. */
  readonly document: string;
}

/** Where the run's own copy of the built product and its certificates lie. */
export interface Product {
  readonly cli: string;
  /** PEM file with the lab's authority. */
  readonly authority: string;
}

/** Where Debian keeps the roots that the system trusts. */
const SYSTEM_BUNDLE = "/etc/ssl/certs/ca-certificates.crt";

/** Runs the unmodified, built product inside the client, as a person's terminal would. */
export async function diagnose(lane: Lane, product: Product, scenario: Asked, client: ClientSettings): Promise<Said> {
  const home = join(lane.folder, "home");
  await mkdir(home, { recursive: true });
  const references = join(lane.folder, "references.json");
  await writeFile(references, JSON.stringify({ ...LAB_REFERENCES, ...client.references }));
  const answers = Object.entries(scenario.answers ?? {}).flatMap(([key, value]) => ["--answer", `${key}=${value}`]);
  const command = [
    ...client.wrapper,
    process.execPath,
    product.cli,
    "diagnose",
    scenario.url,
    "--json",
    "--references",
    references,
    ...(scenario.elsewhere === true ? ["--elsewhere"] : []),
    ...answers,
  ];
  const env = {
    PATH: "/usr/bin:/usr/sbin:/bin:/sbin",
    LANG: "C.UTF-8",
    HOME: home,
    GOODGATEWAY_HOME: join(home, "data"),
    NODE_EXTRA_CA_CERTS: product.authority,
    ...(await bundle(lane, client)),
    ...client.env,
  };
  const started = Date.now();
  const inside = ["netns", "exec", lane.ns.client, ...mounted(client, command)];
  const { code, stdout, stderr } = await run("ip", inside, { env, timeoutMs: 30_000, cwd: home });
  return read(stdout, Date.now() - started, `exit ${code} ${stderr.slice(-300)}`);
}

/** What a check-up is asked. */
export type Asked = Pick<LabScenario, "url" | "answers" | "elsewhere">;

/** The built-in list as it is, with names that exist in the lab, and nobody who looks from elsewhere. */
export const LAB_REFERENCES = {
  ...BUILT_IN_REFERENCES,
  dnssec: { good: "signed.example", bad: "broken.example" },
  vantage: null,
};

async function bundle(lane: Lane, { systemRoots }: ClientSettings): Promise<Record<string, string>> {
  if (systemRoots.length === 0) return {};
  const texts = await Promise.all([SYSTEM_BUNDLE, ...systemRoots].map((file) => readFile(file, "utf8")));
  const file = join(lane.folder, "system-bundle.pem");
  await writeFile(file, texts.join("\n"));
  return { SSL_CERT_FILE: file };
}

function mounted({ mounts }: ClientSettings, command: readonly string[]): readonly string[] {
  if (mounts.length === 0) return command;
  // A shell of its own with a private view of the files; "$@" is the command itself, untouched.
  return ["unshare", "-m", "/bin/sh", "-c", [...mounts, '"$@"'].join("\n"), "sh", ...command];
}

interface ReadDocument {
  readonly durationMs: number;
  readonly verdict: {
    readonly code: string;
    readonly faultSide: string;
    readonly confidence: string;
    readonly leftOpen: readonly { readonly code: string }[];
  };
  readonly findings: readonly { readonly code: string }[];
}

function read(stdout: string, wallMs: number, otherwise: string): Said {
  const document = parse(stdout);
  if (document === null) throw new Error(`the product printed no document: ${otherwise} ${stdout.slice(0, 200)}`);
  const { verdict, findings, durationMs } = document;
  return {
    code: verdict.code,
    side: FAULT_SIDES.find((one) => one === verdict.faultSide) ?? "unknown",
    confidence: verdict.confidence,
    ms: durationMs,
    wallMs,
    leftOpen: verdict.leftOpen.map(({ code }) => code),
    findings: findings.map(({ code }) => code),
    document: stdout,
  };
}

function parse(text: string): ReadDocument | null {
  try {
    // The document's form is a contract with tests of its own.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return JSON.parse(text) as ReadDocument;
  } catch {
    return null;
  }
}
