import type { Result } from "../../../../shared/lib/result.ts";
import type { ElevationFailure } from "../../elevated/run-elevated.ts";
import type { Reading } from "../../machine.ts";
import { parseProxyAddress } from "../proxy-text.ts";

/** What stands at a place, exactly enough to bring it back; values as the system writes them, null for absent. */
export type PlaceState = Readonly<Record<string, string | number | boolean | null>>;

/** Where a setting leads: what has to answer for it to be alive. */
export type ProxyLead =
  | { readonly kind: "manual"; readonly host: string; readonly port: number }
  | { readonly kind: "pac"; readonly url: string };

/** One place of this computer where a proxy can be set, and whether one is. */
export interface ProxyPlace {
  /** Names it as long as it is there. */
  readonly id: string;
  /** A proper name as people see it: a service, a variable, a desktop. */
  readonly label: string;
  readonly state: PlaceState;
  /** What stands there once its proxies are switched off. */
  readonly off: PlaceState;
  /** Empty when no proxy is on here. */
  readonly leads: readonly ProxyLead[];
  readonly needsAdmin: boolean;
  /** An organisation's rule holds it: it cannot be switched from here. */
  readonly locked: boolean;
  /** What will be done, as exact commands. */
  readonly commands: readonly string[];
}

/** Reads and writes the places of one kind. */
export interface ProxyKeeper {
  /** Every place, those without a proxy too; none where there is nothing of the kind. */
  list(signal: AbortSignal): Reading<readonly ProxyPlace[]>;
  /** Makes a place of the last list what `to` says. Whether it did is seen only by reading again. */
  write(place: ProxyPlace, to: PlaceState, signal: AbortSignal): Promise<Result<void, ElevationFailure>>;
}

/** Where a text like `http://user:secret@proxy:8080` leads; none when it cannot be read. */
export function leadOf(text: string): readonly ProxyLead[] {
  const proxy = parseProxyAddress(text);
  return proxy === null ? [] : [{ kind: "manual", host: proxy.host, port: proxy.port }];
}

/** Variables that programs take proxies from; the upper-case forms too. */
export const PROXY_VARIABLES = [
  "http_proxy",
  "https_proxy",
  "all_proxy",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "ALL_PROXY",
] as const;
