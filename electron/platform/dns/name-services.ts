import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { type ElevationDeps, type ElevationFailure, runElevatedScript } from "../elevated/run-elevated.ts";
import { ask } from "../readings/reading.ts";

/** Services that answer for names on this computer, as systemd knows them. */
const NAME_SERVICES = [
  "systemd-resolved",
  "dnsmasq",
  "unbound",
  "named",
  "bind9",
  "dnscrypt-proxy",
  "stubby",
  "AdGuardHome",
  "pihole-FTL",
  "kresd@1",
  "nextdns",
  "cloudflared",
  "NetworkManager",
] as const;

/** One of {@link NAME_SERVICES}. */
export type NameService = (typeof NAME_SERVICES)[number];

/** A service that is installed here. */
export interface InstalledService {
  readonly name: NameService;
  readonly state: "running" | "stopped" | "failed";
}

/** The name services of this computer that are installed; none where there is no systemd. Not translated: properties. */
export async function nameServices(
  { os, run }: ElevationDeps,
  signal: AbortSignal,
): Promise<readonly InstalledService[]> {
  if (os !== "linux") return [];
  const args = ["show", "--property=Id", "--property=LoadState", "--property=ActiveState", "--", ...NAME_SERVICES];
  const output = await ask(run, { program: "systemctl", args, signal }, true);
  if (!output.ok) return [];
  return output.value.stdout.split(/\n{2,}/u).flatMap((block): readonly InstalledService[] => {
    const values = new Map(
      [...block.matchAll(/^(\w+)=(.*)$/gmu)].map(([, key = "", value = ""]) => [key, value] as const),
    );
    const name = NAME_SERVICES.find((one) => `${one}.service` === values.get("Id"));
    if (name === undefined || values.get("LoadState") !== "loaded") return [];
    const active = values.get("ActiveState");
    return [{ name, state: active === "active" ? "running" : active === "failed" ? "failed" : "stopped" }];
  });
}

/** The names stand in the script once more: nothing else can be restarted by it, whoever calls it. */
const SCRIPT = String.raw`
PATH=/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin
LC_ALL=C
export PATH LC_ALL
echo gg-start
case $1 in
  ${NAME_SERVICES.join(" | ")}) ;;
  *) exit 3 ;;
esac
systemctl reset-failed "$1.service" >/dev/null 2>&1
systemctl restart "$1.service" >/dev/null 2>&1 && echo gg-done
`;

/** Restarts one, with a prompt unless we are the administrator. */
export async function restartNameService(
  deps: ElevationDeps,
  name: NameService,
  signal: AbortSignal,
): Promise<Result<void, ElevationFailure>> {
  const lines = await runElevatedScript(deps, { script: SCRIPT, args: [name] }, signal);
  if (!lines.ok) return lines;
  return lines.value.includes("gg-done") ? ok(undefined) : fail({ code: "not-effective", detail: name });
}
