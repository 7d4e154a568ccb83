// `node build/scripts/peers.mjs [--only ID] [--lanes N] [--all]`: the same scenarios for the product and its peers.
import { randomBytes } from "node:crypto";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureBuild } from "../../../build/scripts/ensure-build.mjs";
import { SCENARIOS } from "../../scenarios/all.ts";
import type { LabScenario } from "../../scenarios/scenario.ts";
import { Lane } from "../lane/lane.ts";
import { missingNeeds } from "../needs.ts";
import { makeCertificates } from "../servers/certificates.ts";
import { run } from "../support/exec.ts";
import { cleanLeftovers, RunState } from "../support/state.ts";
import { face, PEERS, type PeerAnswer, takeSeat } from "./peers.ts";
import { peersPage, type PeerRow } from "./page.ts";

const { values } = parseArgs({
  options: { only: { type: "string" }, lanes: { type: "string" }, all: { type: "boolean" } },
});

/**
 * What a person's words decide, no other program can be asked; and Chromium does not start under the program that shows
 * it another time.
 */
function chosen(): readonly LabScenario[] {
  const parts = values.only?.split(",") ?? [];
  return SCENARIOS.filter(
    ({ id, answers, short, faults, twinUrl }) =>
      answers === undefined &&
      faults.every((fault) => fault.do !== "clock") &&
      (faults.length > 0 || twinUrl !== undefined) &&
      (values.all === true || short === true) &&
      (parts.length === 0 || parts.some((part) => id.includes(part))),
  );
}

async function versions(): Promise<readonly string[]> {
  const first = async (program: string, ...args: readonly string[]): Promise<string> => {
    const { stdout, stderr } = await run(program, args);
    return (stdout || stderr).split("\n")[0]?.trim() ?? program;
  };
  return Promise.all([
    first("/usr/bin/chromium", "--version"),
    first("/usr/bin/curl", "--version").then((line) => line.split(" ").slice(0, 2).join(" ")),
    first("/usr/bin/dig", "-v"),
  ]);
}

async function main(): Promise<void> {
  const missing = await missingNeeds();
  if (missing.length > 0) throw new Error(`the lab needs ${missing.join(", ")}`);
  await cleanLeftovers();
  await ensureBuild();
  const state = new RunState(randomBytes(2).toString("hex"));
  try {
    const certificates = await makeCertificates(join(state.folder, "certificates"));
    await cp(join(import.meta.dirname, "../../../out"), join(state.folder, "product"), { recursive: true });
    await cp(join(import.meta.dirname, "../../../package.json"), join(state.folder, "package.json"));
    const product = { cli: join(state.folder, "product/cli/index.js"), authority: certificates.authority };
    const waiting = [...chosen()];
    const rows: PeerRow[] = [];
    const worker = async (lane: Lane): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const scenario = next;
        const faults = [...(scenario.setup ?? []), ...scenario.faults];
        const answers: PeerAnswer[] = [];
        // oxlint-disable-next-line no-await-in-loop -- a lane does one case at a time
        await lane.with(faults, scenario.roundTripMs ?? 20, async (client) => {
          const seat = await takeSeat(lane, product, client);
          // oxlint-disable-next-line no-await-in-loop -- nobody shall be in another's way
          for (const peer of PEERS) answers.push(await face(peer, seat, scenario));
        });
        rows.push({ scenario, answers });
        process.stdout.write(`${scenario.id}: ${answers.map(({ said, ms }) => `${said} ${ms} ms`).join(" | ")}\n`);
      }
    };
    const lanes = Array.from(
      { length: Number(values.lanes ?? "2") },
      (_, index) => new Lane(state, index, certificates),
    );
    // oxlint-disable-next-line no-await-in-loop -- one after the other, see run-cases.ts
    for (const lane of lanes) await lane.up();
    await Promise.all(lanes.map(worker));
    await Promise.all(lanes.map((lane) => lane.down()));
    const page = peersPage(rows, await versions());
    const file = join(import.meta.dirname, "../PEERS.md");
    await writeFile(file, page);
    await run(process.execPath, [join(import.meta.dirname, "../../../node_modules/oxfmt/bin/oxfmt"), file]);
    process.stdout.write(page);
  } finally {
    await state.clean();
  }
}

await main();
