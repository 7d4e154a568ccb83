import { homedir, hostname, release, uptime, userInfo } from "node:os";
import { environment, type ReportEnvironment } from "../../../shared/contract/report/environment.ts";
import type { Observations } from "../../../shared/model/checkup.ts";

/** The parts of the systeminformation library that are used: all of them take nothing from us. */
export interface SystemFacts {
  osInfo(): Promise<{
    readonly distro: string;
    readonly release: string;
    readonly kernel: string;
    readonly arch: string;
  }>;
  system(): Promise<{ readonly manufacturer: string; readonly model: string; readonly uuid: string }>;
  networkInterfaces(): Promise<unknown>;
  wifiConnections(): Promise<unknown>;
}

/** Longest wait for the whole reading, ms: it happens beside the person, never before the first line of a verdict. */
const LIMIT_MS = 2500;

/**
 * The machine around a check-up: what the operating system says of itself, and DNS, proxies and VPNs as the check-up
 * saw them. Never fails and never waits for long; what could not be read is null or empty. Slow on Windows, so only
 * reports that are made on purpose hold it.
 */
export async function readEnvironment(
  observations: Observations,
  load: () => Promise<SystemFacts> = loadSystemFacts,
  browsers: () => Promise<ReportEnvironment["browsers"]> = loadBrowsers,
): Promise<ReportEnvironment> {
  const installed = withinLimit(browsers());
  const facts = await withinLimit(load());
  const [os, model, adapters, wifi] =
    facts === null
      ? [null, null, null, null]
      : await Promise.all([
          withinLimit(facts.osInfo()),
          withinLimit(facts.system()),
          withinLimit(facts.networkInterfaces()),
          withinLimit(facts.wifiConnections()),
        ]);
  const read = environment.safeParse({
    system: {
      ...whoAndWhere(),
      maker: filled(model?.manufacturer),
      model: filled(model?.model),
      os: filled(os?.distro),
      release: filled(os?.release),
      kernel: filled(os?.kernel) ?? release(),
      arch: filled(os?.arch),
      machineId: filled(model?.uuid),
    },
    adapters: records(adapters).map(adapterOf),
    wifi: records(wifi).map(wifiOf),
    ...observed(observations),
    browsers: (await installed) ?? [],
  });
  return read.success ? read.data : { ...EMPTY, ...observed(observations) };
}

const EMPTY: ReportEnvironment = {
  system: null,
  adapters: [],
  wifi: [],
  dns: [],
  proxies: [],
  vpn: [],
  browsers: [],
};

/** Loaded only here and only when asked: it is large and starts programs. */
async function loadSystemFacts(): Promise<SystemFacts> {
  const { default: library } = await import("systeminformation");
  return library;
}

/** The browsers of this computer, a line for each profile. */
async function loadBrowsers(): Promise<ReportEnvironment["browsers"]> {
  const [{ realBrowserDeps }, { readBrowsers }] = await Promise.all([
    import("../../browsers/browser-deps.ts"),
    import("../../browsers/read-browsers.ts"),
  ]);
  const deps = realBrowserDeps();
  if (deps === null) return [];
  const found = await readBrowsers(deps, AbortSignal.timeout(LIMIT_MS));
  return found.flatMap(({ name, version, profiles }): ReportEnvironment["browsers"] =>
    profiles.length === 0
      ? [{ name, version, profile: null }]
      : profiles.map(({ folder }) => ({ name, version, profile: folder })),
  );
}

function whoAndWhere(): object {
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  return {
    machine: filled(hostname()),
    user: userName(),
    home: filled(homedir()),
    timeZone: filled(timeZone),
    locale: filled(locale),
    uptimeSeconds: Math.round(uptime()),
  };
}

function userName(): string | null {
  try {
    return filled(userInfo().username);
  } catch {
    // No entry for this user id (containers).
    return null;
  }
}

/** What the check-up itself saw of DNS, proxies and tunnels. */
function observed({ checks }: Observations): Pick<ReportEnvironment, "dns" | "proxies" | "vpn"> {
  const servers = (checks["dns-configured"]?.facts?.resolvers ?? []).map(({ server }) => server);
  const routes = (checks["default-route"]?.facts?.routes ?? []).filter(({ tunnel }) => tunnel);
  return {
    dns: servers.length === 0 ? [] : [{ adapter: null, origin: "unknown", servers, searchDomains: [] }],
    proxies: (checks.proxy?.facts?.settings ?? []).map(({ host, port, pacUrl, where }) => ({
      server: pacUrl ?? (host === null ? "" : port === null ? host : `${host}:${port}`),
      place: where,
    })),
    vpn: [...new Set(routes.map(({ interfaceName }) => interfaceName))].map((adapter) => ({ adapter, product: null })),
  };
}

function adapterOf(raw: Record<string, unknown>): object {
  const addresses = [raw["ip4"], raw["ip6"]].flatMap((address) => filled(address) ?? []);
  return {
    name: filled(raw["ifaceName"]) ?? filled(raw["iface"]) ?? "",
    mac: filled(raw["mac"]),
    kind: filled(raw["type"]),
    driver: null,
    speedMbit: measured(raw["speed"]),
    dhcp: typeof raw["dhcp"] === "boolean" ? raw["dhcp"] : null,
    mtu: measured(raw["mtu"]),
    addresses,
  };
}

function wifiOf(raw: Record<string, unknown>): object {
  return {
    adapter: filled(raw["iface"]) ?? "",
    ssid: filled(raw["ssid"]),
    bssid: filled(raw["bssid"]),
    signalDbm: measured(raw["signalLevel"]),
    qualityPercent: measured(raw["quality"]),
    channel: measured(raw["channel"]),
    frequencyMhz: measured(raw["frequency"]),
    security: filled(Array.isArray(raw["security"]) ? raw["security"].join(" ") : raw["security"]),
    rateMbit: measured(raw["txRate"]),
  };
}

/** A text with something in it; the library writes "" or "-" for what it does not know. */
function filled(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" || text === "-" ? null : text;
}

function measured(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function records(value: unknown): Record<string, unknown>[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) => (typeof item === "object" && item !== null ? [{ ...item }] : []));
}

/** The value, or null when it does not come in time or not at all. */
async function withinLimit<Value>(reading: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LIMIT_MS);
  });
  try {
    return await Promise.race([reading, late]);
  } catch {
    // A part of the machine that does not answer is simply not in the report.
    return null;
  } finally {
    clearTimeout(timer);
  }
}
