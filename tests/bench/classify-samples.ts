import { readFileSync } from "node:fs";
import { z } from "zod";
import { classify } from "../../electron/gateway/classify.ts";
import { describeSignature } from "../unit/electron/gateway/describe-signature.ts";

/*
 * Measures the classifier against a file of labelled responses that is not part of this project:
 *   npx tsx tests/bench/classify-samples.ts SAMPLES.json [SIGNATURES.json] [--all]
 * SAMPLES: [{status, statusText, headers: {...}, body, expectedSignatureId, expectedFaultSide}]; SIGNATURES (optional):
 * [{id, hop}], where the labels' own ids get their hop from. Sides may be this project's own or the words of such
 * collections (you, your-network, isp, cdn, site-gateway, site-origin). Exit 1 below 99 % or on any false accusation.
 */
const Sample = z.object({
  id: z.string().optional(),
  status: z.number(),
  statusText: z.string().default(""),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  expectedSignatureId: z.string().nullable(),
  expectedFaultSide: z.string().nullable(),
});

const WORDS: Readonly<Record<string, string>> = {
  you: "device",
  "your-network": "local-network",
  isp: "provider",
  cdn: "site-edge",
  "site-gateway": "site-edge",
};

const PROXY_HOPS = new Set(["local-proxy", "antivirus", "corporate-proxy"]);

const [samplesFile, signaturesFile] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
if (samplesFile === undefined) {
  process.stderr.write("usage: classify-samples.ts SAMPLES.json [SIGNATURES.json] [--all]\n");
  process.exit(2);
}

const hops = new Map<string, string>();
if (signaturesFile !== undefined) {
  const rows = z
    .array(z.object({ id: z.string(), hop: z.string() }))
    .parse(JSON.parse(readFileSync(signaturesFile, "utf8")));
  for (const { id, hop } of rows) hops.set(id, hop);
}

function expectedSide(side: string, signatureId: string): string {
  const hop = hops.get(signatureId) ?? describeSignature(signatureId)?.hop;
  if (hop !== undefined && PROXY_HOPS.has(hop)) return "proxy";
  return WORDS[side] ?? side;
}

let expecting = 0;
let agreed = 0;
let fine = 0;
let accused = 0;
let sameId = 0;
let unmatched = 0;
for (const sample of z.array(Sample).parse(JSON.parse(readFileSync(samplesFile, "utf8")))) {
  const got = classify({ ...sample, headers: Object.entries(sample.headers) });
  const label = `${sample.id ?? sample.expectedSignatureId ?? "?"} (${sample.status})`;
  if (sample.expectedFaultSide === null || sample.expectedSignatureId === null) {
    fine += 1;
    if (got.faultSide === "none") continue;
    accused += 1;
    process.stdout.write(`ACCUSED  ${label}: got ${got.signatureId} ${got.faultSide}\n`);
    continue;
  }
  expecting += 1;
  if (got.signatureId === sample.expectedSignatureId) sameId += 1;
  if (got.signatureId === null) unmatched += 1;
  const wanted = expectedSide(sample.expectedFaultSide, sample.expectedSignatureId);
  if (got.faultSide === wanted) agreed += 1;
  else process.stdout.write(`SIDE     ${label}: wanted ${wanted}, got ${got.faultSide} by ${got.signatureId}\n`);
  if (process.argv.includes("--all") && got.signatureId !== sample.expectedSignatureId) {
    process.stdout.write(`ID       ${label}: ${sample.expectedSignatureId} is ${got.signatureId} here\n`);
  }
}

const share = expecting === 0 ? 100 : (100 * agreed) / expecting;
process.stdout.write(
  `side right: ${agreed} of ${expecting} (${share.toFixed(2)} %); same id: ${sameId}; no signature: ${unmatched}\n` +
    `fine pages: ${fine}, accused: ${accused}\n`,
);
process.exitCode = share >= 99 && accused === 0 ? 0 : 1;
