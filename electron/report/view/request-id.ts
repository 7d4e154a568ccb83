import type { SavedReport } from "../../../shared/contract/report/report.ts";

/** Headers that name one request to the site's or the gateway's own support, the most telling first. */
const ID_HEADERS = [
  "cf-ray",
  "x-amz-cf-id",
  "x-azure-ref",
  "x-vercel-id",
  "x-nf-request-id",
  "fly-request-id",
  "x-akamai-request-id",
  "x-request-id",
  "x-amzn-requestid",
  "x-amzn-trace-id",
  "x-ms-request-id",
];

/** The id of the main answer as `header: value`; null when it carries none. */
export function findRequestId(report: SavedReport): string | null {
  const headers = report.observations.checks.http?.facts?.chain.at(-1)?.headers ?? [];
  for (const wanted of ID_HEADERS) {
    const found = headers.find(([name]) => name === wanted);
    if (found !== undefined) return `${wanted}: ${found[1]}`;
  }
  return null;
}
