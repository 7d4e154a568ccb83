import { fail, ok, type Result } from "../../../../shared/lib/result.ts";
import { type ElevationDeps, type ElevationFailure, runElevatedScript } from "../../elevated/run-elevated.ts";
import type { MachineDeps } from "../../machine-deps.ts";
import type { Reading } from "../../machine.ts";
import { serviceIds, storeName, storeText, storeValue } from "../../macos/dns/store.ts";
import type { ScutilDictionary } from "../../macos/scutil.ts";
import { withoutCredentials } from "../proxy-text.ts";
import { ask } from "../../readings/reading.ts";
import type { PlaceState, ProxyKeeper, ProxyLead, ProxyPlace } from "./place.ts";

/** The switches of a service: their key in the store, the address beside it, and the verb that turns them. */
const SWITCHES = [
  { key: "HTTPEnable", host: "HTTPProxy", port: "HTTPPort", verb: "-setwebproxystate" },
  { key: "HTTPSEnable", host: "HTTPSProxy", port: "HTTPSPort", verb: "-setsecurewebproxystate" },
  { key: "SOCKSEnable", host: "SOCKSProxy", port: "SOCKSPort", verb: "-setsocksfirewallproxystate" },
  { key: "ProxyAutoConfigEnable", host: "ProxyAutoConfigURLString", port: null, verb: "-setautoproxystate" },
] as const;

const NAMES = SWITCHES.flatMap(({ host, port }) => (port === null ? [host] : [host, port]));

/**
 * The proxies of each network service, by their switches alone: addresses stay for later. Read from the system's own
 * store (nothing of it is translated), switched by networksetup.
 */
export function macosKeeper(deps: MachineDeps, elevation: ElevationDeps): ProxyKeeper {
  return {
    async list(signal) {
      const ids = await serviceIds(deps, signal);
      if (!ids.ok) return ids;
      const places = await Promise.all(ids.value.map((id) => readService(deps, id, signal)));
      const bad = places.find((place) => !place.ok);
      if (bad?.ok === false) return bad;
      const found = places.flatMap((place) => (place.ok ? (place.value ?? []) : []));
      // networksetup knows services by their names alone: of two with the same one it would take either.
      const twice = (label: string) => found.filter((one) => one.label === label).length > 1;
      return ok(found.map((place) => (twice(place.label) ? { ...place, locked: true } : place)));
    },
    async write(place, to, signal) {
      if (place.locked) return fail({ code: "failed", detail: "name" });
      const turns = SWITCHES.filter(({ key }) => to[key] !== place.state[key]).map(({ key, verb }) => ({
        verb,
        state: to[key] === true ? "on" : "off",
      }));
      const plain = await turnAll(deps, place.label, turns, signal);
      if (plain !== "needs-admin") return plain;
      const words = turns.map(({ verb, state }) => `${verb}=${state}`);
      const lines = await runElevatedScript(elevation, { script: SCRIPT, args: [place.label, ...words] }, signal);
      if (!lines.ok) return lines;
      return lines.value.includes("gg-done") ? ok(undefined) : fail({ code: "not-effective", detail: "networksetup" });
    },
  };
}

async function readService(deps: MachineDeps, id: string, signal: AbortSignal): Reading<ProxyPlace | null> {
  const [name, proxies] = await Promise.all([
    storeName(deps, id, signal),
    storeValue(deps, `Setup:/Network/Service/${id}/Proxies`, signal),
  ]);
  if (!name.ok) return name;
  if (!proxies.ok) return proxies;
  return ok(name.value === null ? null : placeOf(id, name.value, proxies.value));
}

function placeOf(id: string, name: string, proxies: ScutilDictionary | null): ProxyPlace {
  const on = (key: string) => storeText(proxies, key) === "1";
  const state: PlaceState = Object.fromEntries([
    ...SWITCHES.map(({ key }) => [key, on(key)] as const),
    ...NAMES.map((key) => [key, storeText(proxies, key)] as const),
  ]);
  const turned = SWITCHES.filter(({ key }) => on(key));
  return {
    id,
    label: name,
    state,
    off: { ...state, ...Object.fromEntries(SWITCHES.map(({ key }) => [key, false])) },
    leads: turned.flatMap(({ host, port }) => leadAt(storeText(proxies, host), port, proxies)),
    needsAdmin: false,
    // networksetup would take these for something else.
    locked: name === "" || name.startsWith("-") || /\p{Cc}/u.test(name),
    commands: turned.map(({ verb }) => `networksetup ${verb} '${name.replaceAll("'", String.raw`'\''`)}' off`),
  };
}

function leadAt(host: string | null, port: string | null, proxies: ScutilDictionary | null): readonly ProxyLead[] {
  if (host === null || host === "") return [];
  if (port === null) return [{ kind: "pac", url: withoutCredentials(host) }];
  const number = Number(storeText(proxies, port));
  return number > 0 ? [{ kind: "manual", host, port: number }] : [];
}

/** As the person first: administrators may, unless a setting forbids it. Errors begin a line of stdout, even with exit 0. */
async function turnAll(
  deps: MachineDeps,
  name: string,
  turns: readonly { readonly verb: string; readonly state: string }[],
  signal: AbortSignal,
): Promise<Result<void, ElevationFailure> | "needs-admin"> {
  for (const { verb, state } of turns) {
    const question = { program: "networksetup", args: [verb, name, state], signal };
    // One after the other: configd takes them in turn anyway.
    // oxlint-disable-next-line no-await-in-loop
    const output = await ask(deps.run, question, true);
    if (!output.ok) return fail({ code: output.error.code === "timed-out" ? "timed-out" : "failed", detail: verb });
    const { exitCode, stdout, stderr } = output.value;
    if (exitCode === 14 || /^\*\* Error: Command requires admin/mu.test(stdout + stderr)) return "needs-admin";
    if (exitCode !== 0 || /^\*\* Error/mu.test(stdout)) return fail({ code: "failed", detail: `${verb} ${exitCode}` });
  }
  return ok(undefined);
}

/** The verbs stand in the script once more: nothing else can be done by it. */
const SCRIPT = String.raw`
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH
echo gg-start
name=$1
shift
for pair; do
  verb=\${pair%%=*}
  state=\${pair#*=}
  case $verb in ${SWITCHES.map(({ verb }) => verb).join(" | ")}) ;; *) exit 3 ;; esac
  case $state in on | off) ;; *) exit 3 ;; esac
  networksetup "$verb" "$name" "$state" >/dev/null 2>&1 || exit 4
done
echo gg-done
`.replaceAll("\\${", "${");
