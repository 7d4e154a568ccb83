import { join } from "node:path";
import { openAddress } from "../../../../../electron/browsers/open/open-address.ts";
import { openableAddress } from "../../../../../electron/browsers/open/web-address.ts";
import { versionOf } from "../../../../../electron/browsers/read/version.ts";
import type { InstalledBrowser } from "../../../../../electron/browsers/find-browsers.ts";
import { replaceHosts } from "../../../../../electron/platform/elevated/edit-hosts.ts";
import type { ElevationDeps } from "../../../../../electron/platform/elevated/run-elevated.ts";
import type {
  LaunchRequest,
  ProgramRequest,
  ProgramResult,
  RunProgram,
} from "../../../../../electron/platform/exec.ts";
import { linuxNeighbour } from "../../../../../electron/platform/linux/neighbour.ts";
import { linuxPing } from "../../../../../electron/platform/linux/ping.ts";
import type { MachineDeps } from "../../../../../electron/platform/machine-deps.ts";
import { macosNeighbour } from "../../../../../electron/platform/macos/neighbour.ts";
import { macosPing } from "../../../../../electron/platform/macos/ping.ts";
import { type NameService, restartNameService } from "../../../../../electron/platform/dns/name-services.ts";
import { pingWith } from "../../../../../electron/platform/readings/ping-observation.ts";
import { gnomeKeeper } from "../../../../../electron/platform/proxy/places/gnome-keeper.ts";
import { launchdKeeper } from "../../../../../electron/platform/proxy/places/launchd-keeper.ts";
import { macosKeeper } from "../../../../../electron/platform/proxy/places/macos-keeper.ts";
import type { PlaceState, ProxyPlace } from "../../../../../electron/platform/proxy/places/place.ts";
import { windowsEnvironmentKeeper } from "../../../../../electron/platform/proxy/places/windows-environment-keeper.ts";
import { windowsKeeper } from "../../../../../electron/platform/proxy/places/windows-keeper.ts";
import { winhttpKeeper } from "../../../../../electron/platform/proxy/places/winhttp-keeper.ts";
import { requestAddress } from "../../../../../electron/platform/renew-address.ts";
import { readVpns } from "../../../../../electron/platform/vpn/read-vpns.ts";
import { windowsNeighbour } from "../../../../../electron/platform/windows/neighbour.ts";
import { windowsPing } from "../../../../../electron/platform/windows/ping.ts";
import { ok } from "../../../../../shared/lib/result.ts";
import type { NetInterface } from "../../../../../shared/model/facts/local-facts.ts";
import { unknownSystem } from "./unknown-system.ts";

/** What one call is made with: everything that it starts is written down. */
export interface Seen {
  readonly requests: ProgramRequest[];
  readonly launches: LaunchRequest[];
}

/** One way in which a name found on the machine, or given by somebody, may reach a program. */
export interface HostileCase {
  readonly title: string;
  /** Makes the call; the code of a refusal, or null when it went through. */
  readonly make: (name: string, seen: Seen) => Promise<string | null>;
  /** What a name may become on its way to a word of its own (an address is written in the manner of addresses). */
  readonly as?: (name: string) => string | null;
  /** A word that holds the name together with a constant beginning. */
  readonly beginning?: string;
  /** The name must reach no word, variable or input at all. */
  readonly nowhere?: boolean;
}

const never = new AbortController().signal;

/** A runner that writes down what is asked for and answers by the answer's function. */
export function writing(seen: Seen, answer: (request: ProgramRequest) => string = () => ""): RunProgram {
  return async (request): Promise<ProgramResult> => {
    seen.requests.push(request);
    return ok({ exitCode: 0, stdout: answer(request), stderr: "" });
  };
}

const elevation = (os: ElevationDeps["os"], seen: Seen, answer?: (request: ProgramRequest) => string) => ({
  os,
  run: writing(seen, answer),
  uid: 501,
});

function machineDeps(seen: Seen, answer?: (request: ProgramRequest) => string): MachineDeps {
  return { ...unknownSystem, run: writing(seen, answer) };
}

async function codeOf(result: Promise<{ readonly ok: boolean; readonly error?: unknown }>): Promise<string | null> {
  const { ok: good, error } = await result;
  if (good) return null;
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "failed";
}

const link = (over: Partial<NetInterface>): NetInterface => ({
  name: "eth0",
  id: "2",
  kind: "ethernet",
  up: true,
  carrier: true,
  addresses: [],
  ...over,
});

const place = (label: string, state: PlaceState = {}): ProxyPlace => ({
  id: "one",
  label,
  state,
  off: state,
  leads: [],
  needsAdmin: false,
  locked: false,
  commands: [],
});

const pinged = (tool: typeof linuxPing) => async (name: string, seen: Seen) => {
  const asked = { address: name, count: 1, deadlineMs: 1_000 };
  const { failure, sent } = await pingWith(writing(seen), tool, asked, never);
  return seen.requests.length === 0 && sent === 0 ? failure : null;
};

const RENEW: readonly HostileCase[] = [
  {
    title: "renew on Linux",
    make: (name, seen) => codeOf(requestAddress(elevation("linux", seen), link({ name, id: name }), never)),
  },
  {
    title: "renew through NetworkManager",
    make: (name, seen) => {
      const answer = ({ args }: ProgramRequest) => (args.includes("GENERAL.STATE") ? "100 (connected)\n" : `${name}\n`);
      return codeOf(requestAddress(elevation("linux", seen, answer), link({ name: "eth0" }), never));
    },
    // The connection's id comes back from nmcli: only one that is an id is asked for.
    nowhere: true,
  },
  {
    title: "renew on macOS",
    make: (name, seen) => codeOf(requestAddress(elevation("macos", seen, started), link({ name, id: name }), never)),
  },
  {
    title: "renew on Windows",
    make: (name, seen) => codeOf(requestAddress(elevation("windows", seen), link({ name, id: name }), never)),
    nowhere: true,
  },
];

/** An elevated script that says it has begun and come to its end. */
function started(): string {
  return "gg-start\ngg-done\n";
}

const PROXIES: readonly HostileCase[] = [
  {
    title: "switch a proxy of a service",
    make: (name, seen) => {
      const keeper = macosKeeper(machineDeps(seen), elevation("macos", seen));
      return codeOf(keeper.write(place(name, { HTTPEnable: true }), { HTTPEnable: false }, never));
    },
  },
  {
    title: "switch a proxy as administrator",
    make: (name, seen) => {
      const refused = ({ program }: ProgramRequest) =>
        program === "networksetup" ? "** Error: Command requires admin privileges.\n" : started();
      const keeper = macosKeeper(machineDeps(seen, refused), elevation("macos", seen, refused));
      return codeOf(keeper.write(place(name, { HTTPEnable: true }), { HTTPEnable: false }, never));
    },
  },
  {
    title: "list services",
    make: (name, seen) => {
      const id = "4DAE0A1B-2C3D-4E5F-8A9B-0C1D2E3F4A5B";
      const answer = ({ input = "" }: ProgramRequest) =>
        input.startsWith("list")
          ? `  subKey [0] = Setup:/Network/Service/${id}\n  subKey [1] = Setup:/Network/Service/${name}\n`
          : `<dictionary> {\n  UserDefinedName : ${name}\n}\n`;
      return codeOf(macosKeeper(machineDeps(seen, answer), elevation("macos", seen)).list(never));
    },
    nowhere: true,
  },
  {
    title: "put a variable back into launchd",
    make: (name, seen) => codeOf(launchdKeeper(machineDeps(seen)).write(place("launchd"), { http_proxy: name }, never)),
  },
  {
    title: "switch GNOME's proxy",
    make: (name, seen) => codeOf(gnomeKeeper(machineDeps(seen)).write(place("GNOME"), { mode: name }, never)),
  },
  {
    title: "switch the proxy of a connection",
    make: (name, seen) => {
      const keeper = windowsKeeper(writing(seen, () => '{"error":0}'));
      return codeOf(keeper.write(place(name), { flags: 1 }, never));
    },
  },
  {
    title: "put a variable back on Windows",
    make: (name, seen) => {
      const keeper = windowsEnvironmentKeeper(writing(seen, () => '{"done":true}'));
      return codeOf(keeper.write(place("x"), { HTTP_PROXY: `REG_SZ ${name}` }, never));
    },
    as: (name) => JSON.stringify([{ name: "HTTP_PROXY", kind: "REG_SZ", value: name }]),
  },
  {
    title: "put the services' proxy back",
    make: (name, seen) => {
      const keeper = winhttpKeeper(writing(seen, () => '{"exit":0,"error":null}'));
      return codeOf(keeper.write(place("WinHTTP"), { manual: true, flags: 3, server: name, bypass: "" }, never));
    },
    // It becomes one quoted word of the inner script, if it is a list of servers; the script is looked at by itself.
    as: (name) => `'proxy-server=${name}'`,
  },
];

const READING: readonly HostileCase[] = [
  { title: "ping on Linux", make: pinged(linuxPing), nowhere: true },
  { title: "ping on macOS", make: pinged(macosPing), nowhere: true },
  { title: "ping on Windows", make: pinged(windowsPing), nowhere: true },
  {
    title: "ask for a neighbour on Linux",
    make: (name, seen) =>
      codeOf(
        linuxNeighbour(
          machineDeps(seen, () => "[]"),
          name,
          never,
        ),
      ),
    nowhere: true,
  },
  {
    title: "ask for a neighbour on macOS",
    make: (name, seen) => codeOf(macosNeighbour(machineDeps(seen), name, never)),
    nowhere: true,
  },
  {
    title: "ask for a neighbour on Windows",
    make: (name, seen) =>
      codeOf(
        windowsNeighbour(
          writing(seen, () => '{"neighbours":[]}'),
          name,
          never,
        ),
      ),
    nowhere: true,
  },
  {
    title: "read VPNs",
    make: async (name, seen) => {
      const escaped = name.replaceAll("\\", "\\\\").replaceAll(":", "\\:");
      const row = { name, description: name, on: true };
      const answers: Readonly<Record<string, string>> = {
        nmcli: `${escaped}:vpn:activated\n`,
        scutil: `* (Connected)  4DAE0A1B-2C3D-4E5F-8A9B-0C1D2E3F4A5B VPN (x) "${name}"  [VPN:x]\n`,
        powershell: JSON.stringify({ connections: [row], adapters: [row] }),
      };
      for (const os of ["linux", "macos", "windows"] as const) {
        const run = writing(seen, ({ program }) => answers[program] ?? "");
        const interfaces = async () => ok([link({ name, kind: "tunnel" })]);
        // oxlint-disable-next-line no-await-in-loop -- one system at a time
        await readVpns({ run, machine: { ...unknownSystem.machine, os, interfaces } }, never);
      }
      return null;
    },
    nowhere: true,
  },
];

const hosts = (os: "linux" | "windows") => async (name: string, seen: Seen) => {
  const answer = os === "linux" ? started() : '{"exit":0,"error":null}';
  const splices = [{ at: 0, remove: 0, insert: Buffer.from(`192.0.2.1 ${name}\n`) }];
  const path = os === "linux" ? "/etc/hosts" : "C:\\Windows\\System32\\drivers\\etc\\hosts";
  const replacement = { path, before: "a".repeat(64), after: "b".repeat(64), splices };
  return codeOf(
    replaceHosts(
      elevation(os, seen, () => answer),
      replacement,
      never,
    ),
  );
};

const SERVICES: readonly HostileCase[] = [
  {
    title: "restart a name service",
    // Not a name of the table, as a caller that was led astray would pass it on.
    make: (name, seen) => codeOf(restartNameService(elevation("linux", seen, started), name as NameService, never)),
  },
  { title: "replace the hosts file", make: hosts("linux"), nowhere: true },
  { title: "replace it on Windows", make: hosts("windows"), nowhere: true },
];

const CHROME = {
  key: "chrome",
  id: "chrome",
  channel: "stable",
  form: "package",
  name: "Chrome",
  program: "/opt/google/chrome/chrome",
  kind: { family: "chromium" },
  before: [],
  data: null,
  cache: null,
} as unknown as InstalledBrowser;

const browserDeps = (seen: Seen) => ({
  ...unknownSystem.browsers,
  run: writing(seen),
  launch: async (request: LaunchRequest) => {
    seen.launches.push(request);
    return ok({ pid: 4_711, exited: Promise.resolve(0) });
  },
});

const BROWSERS: readonly HostileCase[] = [
  {
    title: "open an address",
    make: (name, seen) => codeOf(openAddress(browserDeps(seen), CHROME, "private", { address: name })),
    as: openableAddress,
  },
  {
    title: "open with a profile folder",
    make: (name, seen) => {
      const request = { address: "https://example.com/", folder: join("/home/person", name) };
      return codeOf(openAddress(browserDeps(seen), CHROME, "fresh", request));
    },
    as: (name) => `--user-data-dir=${join("/home/person", name)}`,
    beginning: "--user-data-dir=",
  },
  {
    title: "ask a browser for its version",
    make: async (name, seen) => {
      await versionOf(browserDeps(seen), { ...CHROME, program: `/opt/${name}` }, never);
      return null;
    },
    // The program itself has the name: its words stay constant.
    nowhere: true,
  },
];

/** Every way, by its title. */
export const CASES: readonly HostileCase[] = [...RENEW, ...PROXIES, ...READING, ...SERVICES, ...BROWSERS];
