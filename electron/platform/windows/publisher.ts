import type { RunProgram } from "../exec.ts";
import { askPowershell, powershellScript } from "./powershell.ts";

/** Prints the state of a file's signature (0: valid; SignatureStatus of System.Management.Automation) and its subject. */
const SCRIPT = powershellScript(`
$seen = Get-AuthenticodeSignature -LiteralPath $env:GG_FILE
$subject = if ($null -eq $seen.SignerCertificate) { '' } else { $seen.SignerCertificate.Subject }
[pscustomobject]@{ status = [int] $seen.Status; subject = [string] $subject } | ConvertTo-Json -Compress
`);

/** Windows asks the network whether a certificate was taken back, which may take a while, ms. */
const LIMIT_MS = 20_000;

/**
 * What speaks against a program's signature, in English for the log; null when it is valid and one of these publishers
 * made it. A publisher is a whole name (`CN=..., O=...`: each of its parts must be the same) or a common name alone.
 * What could not be read speaks against it.
 */
export async function publisherFault(
  run: RunProgram,
  publishers: readonly string[],
  file: string,
): Promise<string | null> {
  const { signal } = new AbortController();
  const read = await askPowershell(run, SCRIPT, { signal, env: { GG_FILE: file }, timeoutMs: LIMIT_MS });
  if (!read.ok) return "the signature could not be read";
  const { status, subject } = read.value;
  if (status !== 0) return `the signature is not valid: state ${String(status)}`;
  const name = partsOf(typeof subject === "string" ? subject : "");
  return publishers.some((wanted) => isOf(name, wanted)) ? null : `signed by somebody else: ${String(subject)}`;
}

function isOf(name: ReadonlyMap<string, string>, wanted: string): boolean {
  const parts = partsOf(wanted);
  if (parts.size === 0) return wanted !== "" && name.get("CN") === wanted;
  return [...parts].every(([key, value]) => name.get(key) === value);
}

/** One part of a name as Windows writes it: a key, then a value that is quoted when it holds a comma or quotes. */
const PART = /\s*(?<key>[A-Za-z][\w.]*|\d+(?:\.\d+)+)=(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,]*))(?:,|$)/gu;

/** A distinguished name by its keys; empty for a text that is none. */
function partsOf(name: string): ReadonlyMap<string, string> {
  return new Map(
    [...name.matchAll(PART)].map(({ groups }) => {
      const value = groups?.["quoted"]?.replaceAll('""', '"') ?? groups?.["plain"] ?? "";
      return [(groups?.["key"] ?? "").toUpperCase(), value.trim()] as const;
    }),
  );
}
