import ipaddr from "ipaddr.js";
import { isRecord, numberIn, parseJson, rowsIn, textIn, type JsonRecord } from "../../json.ts";

/** DNS settings of one family in a profile or in a running connection of NetworkManager. */
export interface NmFamily {
  /** `auto`, `manual`, `disabled`, `ignore`, `link-local`, `shared`... */
  readonly method: string;
  readonly dns: readonly string[];
  readonly ignoreAuto: boolean;
  readonly search: readonly string[];
}

/** Both families. */
export interface NmConnection {
  readonly v4: NmFamily;
  readonly v6: NmFamily;
}

/** `GetAppliedConnection` as `busctl --json=short` prints it; null when it is something else. */
export function parseAppliedConnection(text: string): NmConnection | null {
  const answer = parseJson(text);
  const data = isRecord(answer) && Array.isArray(answer["data"]) ? answer["data"] : [];
  const settings: unknown = data[0];
  if (!isRecord(settings) || !isRecord(settings["ipv4"])) return null;
  const v6 = settings["ipv6"];
  return { v4: familyIn(settings["ipv4"], "v4"), v6: familyIn(isRecord(v6) ? v6 : {}, "v6") };
}

function familyIn(settings: JsonRecord, family: "v4" | "v6"): NmFamily {
  const value = (name: string): unknown => {
    const variant = settings[name];
    return isRecord(variant) ? variant["data"] : undefined;
  };
  // The list as text exists since NetworkManager 1.42; the numbers before.
  const named = rowsIn(value("dns-data")).flatMap((one) => textIn(one) ?? []);
  const numbers = rowsIn(value("dns")).flatMap((one) => (family === "v4" ? v4Of(one) : v6Of(one)));
  return {
    method: textIn(value("method")) ?? "disabled",
    dns: named.length > 0 ? named : numbers,
    ignoreAuto: value("ignore-auto-dns") === true,
    search: rowsIn(value("dns-search")).flatMap((one) => textIn(one) ?? []),
  };
}

/** A number in network byte order, read on a little-endian machine. */
function v4Of(value: unknown): readonly string[] {
  const number = numberIn(value);
  if (number === null) return [];
  return [[number, number >>> 8, number >>> 16, number >>> 24].map((part) => part & 0xff).join(".")];
}

function v6Of(value: unknown): readonly string[] {
  const bytes = rowsIn(value).map((byte) => numberIn(byte) ?? -1);
  return bytes.length === 16 && bytes.every((byte) => byte >= 0) ? [ipaddr.fromByteArray(bytes).toString()] : [];
}

/** Methods under which a family asks nobody and setting servers is refused or useless. */
const OFF = new Set(["disabled", "ignore"]);

/** Is this family in use at all? */
export function isOn(family: NmFamily): boolean {
  return !OFF.has(family.method);
}

/** `v4 servers|ignore automatic|v6 servers|ignore automatic`; the two halves of a family that is off are empty. */
export function deviceText(connection: NmConnection): string {
  return `${halfText(connection.v4)}|${halfText(connection.v6)}`;
}

function halfText(family: NmFamily): string {
  return isOn(family) ? `${family.dns.join(",")}|${family.ignoreAuto ? "yes" : "no"}` : "|";
}

/** The same for a profile from four lines of `nmcli -t`; null when there are others. */
export function profileText(stdout: string): string | null {
  const lines = stdout.split("\n").filter((line) => line !== "");
  const fields = ["ipv4.dns", "ipv4.ignore-auto-dns", "ipv6.dns", "ipv6.ignore-auto-dns"];
  const values = fields.flatMap((field, place) => {
    const line = lines[place] ?? "";
    return line.startsWith(`${field}:`) ? [line.slice(field.length + 1).replaceAll(" ", "")] : [];
  });
  return values.length === fields.length ? values.join("|") : null;
}

/** The lines `KEY:value` of `nmcli -t -e no`; numbered keys (`IP4.DNS[1]`) collect under their name. */
export function nmcliFields(stdout: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const line of stdout.split("\n")) {
    const colon = line.indexOf(":");
    if (colon < 0) continue;
    const key = line.slice(0, colon).replace(/\[\d+\]$/, "");
    fields.set(key, [...(fields.get(key) ?? []), line.slice(colon + 1)]);
  }
  return fields;
}
