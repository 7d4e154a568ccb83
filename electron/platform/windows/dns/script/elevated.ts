import { isIP } from "node:net";
import { GUARD } from "./guard.ts";
import { SETTINGS } from "./settings.ts";
import { shortScript } from "./short-script.ts";
import { VERBS } from "./verbs.ts";

/** First statements: stop at errors, print nothing, load only the system's own modules. */
const START = String.raw`# goodgateway-dns-elevated 1
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$env:PSModulePath = [Environment]::SystemDirectory + '\WindowsPowerShell\v1.0\Modules'
$until = 0
$phase = ''
`;

const BODY = shortScript([START, SETTINGS, GUARD, VERBS].join("\n"));

/**
 * A variable of the environment takes 32,767 characters, its name included (SetEnvironmentVariable); the script travels
 * in one to the program that asks for the elevation.
 */
const MOST_CHARACTERS = 32_500;

/** Everything a run is told. Each value is checked again in {@link elevatedCommand}. */
export interface ElevatedValues {
  readonly verb: "switch" | "restore" | "flush";
  /** 32 hexadecimal digits. */
  readonly tx: string;
  readonly guid: string;
  readonly ownerPid: number;
  readonly mode: "ask" | "keep-for";
  readonly deadlineSeconds: number;
  /** 64 hexadecimal digits. */
  readonly token: string;
  /** Second (Unix time) after which an answered prompt changes nothing. */
  readonly notAfter: number;
  readonly before: Readonly<Record<string, string | null>>;
  readonly set: Readonly<Record<string, string | null>>;
}

const GUID = /^\{[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}\}$/;
/** Lists as they are found in the registry, odd separators too; no letter beyond hexadecimal. */
const ADDRESSES = /^[\dA-Fa-f:.,; ]{0,400}$/;

/** Is it a GUID in braces, as Windows writes an adapter's? */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** Can this setting be part of a command: known name, value of digits, hexadecimal letters and separators only? */
export function isPlainSetting(name: string, value: string | null): boolean {
  if (/^v[46]\/(?:Profile)?NameServer$/.test(name)) return value === null || ADDRESSES.test(value);
  const server = /^doh\/([\dA-Fa-f:.]+)\/flags$/.exec(name)?.[1] ?? "";
  return isIP(server) !== 0 && (value === null || /^\d{1,10}$/.test(value));
}

/** The whole script, readable; null when a value is not what it must be, or the command would be too long. */
export function elevatedScript(values: ElevatedValues): string | null {
  const numbers = [values.ownerPid, values.deadlineSeconds, values.notAfter];
  const good =
    /^[\da-f]{32}$/.test(values.tx) &&
    /^[\da-f]{64}$/.test(values.token) &&
    isGuid(values.guid) &&
    ["switch", "restore", "flush"].includes(values.verb) &&
    ["ask", "keep-for"].includes(values.mode) &&
    numbers.every((number) => Number.isSafeInteger(number) && number >= 0) &&
    [...Object.entries(values.before), ...Object.entries(values.set)].every(([name, value]) =>
      isPlainSetting(name, value),
    );
  if (!good) return null;
  const head = [
    `$v = @{ verb = '${values.verb}'; tx = '${values.tx}'; guid = '${values.guid}'; owner = ${values.ownerPid}`,
    `mode = '${values.mode}'; deadline = ${values.deadlineSeconds}; token = '${values.token}'; late = ${values.notAfter}`,
    `before = ${map(values.before)}; set = ${map(values.set)} }`,
  ].join("; ");
  // The body is kept as text, since the guard needs it as a file; both texts are literal (no line begins with '@).
  return `$head = @'\n${head}\n'@\n$body = @'\n${BODY}\n'@\n. ([scriptblock]::Create($head))\n. ([scriptblock]::Create($body))\n`;
}

/** The script as PowerShell takes it (UTF-16LE in base64: no quoting anywhere); null as in {@link elevatedScript}. */
export function elevatedCommand(values: ElevatedValues): string | null {
  const script = elevatedScript(values);
  if (script === null) return null;
  const encoded = Buffer.from(script, "utf16le").toString("base64");
  return encoded.length > MOST_CHARACTERS ? null : encoded;
}

function map(values: Readonly<Record<string, string | null>>): string {
  const entries = Object.entries(values).map(
    ([name, value]) => `'${name}' = ${value === null ? "$null" : `'${value}'`}`,
  );
  return `@{ ${entries.join("; ")} }`;
}
