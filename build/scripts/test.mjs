// `npm test`: everything, on a fresh clone too. With a word only that part: unit, campaigns, e2e, packaged, lab, boxes.
// Options after the word go to the test runner, e.g. `npm run test:e2e -- -t clipboard`.
import { access, mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { prepare } from "./prepare.mjs";
import { onDisplay } from "./lib/desktop.mjs";
import { at } from "./lib/paths.mjs";
import { run, runTool } from "./lib/run.mjs";
import { say } from "./lib/say.mjs";
import { countsFrom, Tally } from "./lib/tally.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";

const PARTS = ["static", "unit", "campaigns", "e2e", "packaged", "lab", "boxes"];
/** Campaigns that need nothing but loopback, shortest first; the last mostly waits. */
const CAMPAIGNS = ["dns", "urls", "ipc", "watch", "hostile"];
const [word = "", ...others] = process.argv.slice(2);
const parts = new Set(PARTS.includes(word) ? [word] : PARTS);
const options = PARTS.includes(word) ? others : process.argv.slice(2);
/** On a build machine nobody reads the notes: what is skipped there counts as failed. */
const strict = (process.env["CI"] ?? "") !== "" && process.env["CI"] !== "false";
const tally = new Tally();
/** No colours in what is read as text. */
const PLAIN = { FORCE_COLOR: undefined, NO_COLOR: "1" };
const results = at("node_modules", ".cache", "test-results");

/** @param {Promise<{ code: number }>} running @returns {Promise<import("./lib/tally.mjs").Step | object>} */
async function oneOf(running) {
  const { code } = await running;
  return code === 0 ? { passed: 1 } : { failed: 1, note: `ended with ${code}` };
}

/** @param {string} note */
function leftOut(note) {
  return strict ? { failed: 1, note: `skipped, which counts as failed here: ${note}` } : { skipped: 1, note };
}

/**
 * @param {string} name of the result file
 * @param {readonly string[]} args
 * @param {boolean} display
 */
async function vitest(name, args, display = false) {
  const file = `${results}/${name}.json`;
  const own = ["run", "-c", "build/config/vitest.config.ts", "--reporter=default", "--reporter=json"];
  const all = [at("node_modules/vitest/vitest.mjs"), ...own, `--outputFile.json=${file}`, ...args, ...options];
  const started = display ? await onDisplay(process.execPath, all) : { program: process.execPath, args: all };
  if (started === null) return leftOut("there is no display and no xvfb-run");
  const { code } = await run(started.program, started.args, { env: PLAIN });
  return countsFrom(file, code);
}

/**
 * Where nobody reads the notes, a skipped test of the window, the lab or the machines counts as one failure more.
 * @param {Partial<import("./lib/tally.mjs").Step>} counts
 */
function strictly(counts) {
  const { skipped = 0, failed = 0, note = "" } = counts;
  if (!strict || skipped === 0) return counts;
  return { ...counts, failed: failed + 1, note: `${note} skipped tests count as failed here`.trim() };
}

async function statics() {
  await tally.step("lint", () => oneOf(runTool("oxlint/bin/oxlint", ["--max-warnings", "0"], { env: PLAIN })));
  await tally.step("format", () => oneOf(runTool("oxfmt/bin/oxfmt", ["--check"], { env: PLAIN })));
  await tally.step("types", () => oneOf(runTool("typescript/bin/tsc", ["-b"], { env: PLAIN })));
}

async function units() {
  const projects = ["--project", "unit", "--project", "contract", "--project", "ui"];
  const coverage = options.length === 0 ? ["--coverage"] : [];
  await tally.step("unit, contract, window parts", () => vitest("unit", [...projects, ...coverage]));
  const samples = process.env["GG_GATEWAY_SAMPLES"] ?? "";
  const script = "tests/bench/classify-samples.ts";
  if (samples !== "" && (await exists(script))) {
    // The samples' own signatures tell on which hop each was made, which decides between "you" and "your proxy".
    const signatures = samples.replace(/samples\.json$/u, "signatures.json");
    const files = [samples, ...((await exists(signatures)) ? [signatures] : [])];
    await tally.step("gateway samples", () => oneOf(runTool("tsx/dist/cli.mjs", [at(script), ...files])));
  }
}

/** @param {string} name */
async function campaign(name) {
  await tally.step(`campaign ${name}`, async () => {
    const file = `${results}/campaign-${name}.json`;
    const args = [at(`tests/bench/campaign-${name}.ts`), "--short"];
    const { code } = await runTool("tsx/dist/cli.mjs", args, { env: { GG_RESULT_FILE: file } });
    return countsFrom(file, code);
  });
}

/** The short forms; the hostile servers are slow on purpose, so the others run beside them. */
async function campaigns() {
  const waiting = CAMPAIGNS.slice(-1).map((name) => campaign(name));
  for (const name of CAMPAIGNS.slice(0, -1)) await campaign(name);
  await Promise.all(waiting);
}

/** @param {ReadonlySet<string>} missing */
async function windows(missing) {
  const { ensureBuild } = await import("./ensure-build.mjs");
  const { getRuntime } = await import("./runtime.mjs");
  const ready = await tally.step("build and runtime", async () => {
    await ensureBuild();
    await getRuntime();
    return { passed: 1 };
  });
  const why = missing.has("window") ? "the window's libraries are missing" : ready ? null : "there is nothing to start";
  if (parts.has("e2e")) {
    const args = ["--project", "e2e", "--exclude", "**/packaged*.test.ts"];
    await tally.step("window (e2e)", async () =>
      why === null ? strictly(await vitest("e2e", args, true)) : leftOut(why),
    );
  }
  if (parts.has("packaged")) {
    await tally.step("package", () => oneOf(run(process.execPath, [at("build/scripts/package.mjs")])));
    const args = ["--project", "e2e", "tests/e2e/packaged"];
    await tally.step("packaged program", async () =>
      why === null ? strictly(await vitest("packaged", args, true)) : leftOut(why),
    );
  }
}

async function lab() {
  if (!(await exists("tests/lab/run.ts"))) return;
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    await tally.step("lab", async () => leftOut("it needs root on Linux"));
    return;
  }
  const { missing } = await ensureSystemPackages(["lab"]);
  if (missing.has("lab")) {
    await tally.step("lab", async () => leftOut("its servers are missing"));
    return;
  }
  // The lab writes {passed, failed, skipped} to this file; it checks its own needs and says what it lacks.
  const file = `${results}/lab.json`;
  await tally.step("lab, short form", async () => {
    const { code } = await run(process.execPath, [at("build/scripts/lab.mjs"), "--short"], {
      env: { GG_RESULT_FILE: file },
    });
    return strictly(await countsFrom(file, code));
  });
}

/** The DNS switch on throw-away machines with real DNS managers, and the same killed at every step. */
async function boxes() {
  const [tests, kills] = ["DNS boxes", "DNS killed at every step, short form"];
  const why = await whyNoBoxes();
  if (why !== null) {
    await tally.step(tests, async () => leftOut(why));
    await tally.step(kills, async () => leftOut(why));
    return;
  }
  const { ensureBuild } = await import("./ensure-build.mjs");
  const { getRuntime } = await import("./runtime.mjs");
  await tally.step("machines for DNS", async () => {
    await ensureBuild();
    await getRuntime();
    return oneOf(run("bash", [at("tests/lab/dns/box.sh"), "image", "all"]));
  });
  await tally.step(tests, async () => strictly(await vitest("boxes", ["--project", "lab"])));
  const file = `${results}/campaign-kill.json`;
  await tally.step(kills, async () => {
    const { code } = await run(process.execPath, [at("build/scripts/campaign-kill.mjs"), "--short"], {
      env: { GG_RESULT_FILE: file },
    });
    return strictly(await countsFrom(file, code));
  });
}

/** Why there can be no throw-away machines here; null when there can. */
async function whyNoBoxes() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "it needs root on Linux";
  const { missing } = await ensureSystemPackages(["boxes", "window"]);
  return missing.size > 0 ? "programs are missing" : null;
}

/** @param {string} file */
function exists(file) {
  // A path of the project, or an absolute one.
  return access(resolve(at(), file)).then(
    () => true,
    () => false,
  );
}

async function main() {
  await mkdir(results, { recursive: true });
  const needsSystem = parts.has("e2e") || parts.has("packaged");
  const { missing } = needsSystem ? await ensureSystemPackages() : { missing: new Set() };
  if (parts.has("static")) await statics();
  if (parts.has("unit")) await units();
  if (parts.has("campaigns")) await campaigns();
  if (needsSystem) await windows(missing);
  if (parts.has("lab")) await lab();
  if (parts.has("boxes")) await boxes();
}

await tally
  .step("preparation", async () => {
    await prepare();
    return {};
  })
  .then((ready) => (ready ? main() : undefined))
  .catch((error) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    tally.steps.push({ name: "the test script itself", passed: 0, failed: 1, skipped: 0, seconds: 0, note: "crashed" });
  });
tally.close();
process.exitCode = tally.sum("failed") === 0 ? 0 : 1;
