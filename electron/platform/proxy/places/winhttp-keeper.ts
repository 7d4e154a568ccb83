import { fail, ok } from "../../../../shared/lib/result.ts";
import { runElevatedPowershell } from "../../elevated/run-elevated-windows.ts";
import type { RunProgram } from "../../exec.ts";
import { connectionFlags, parseConnectionSettings } from "../../windows/connection-settings.ts";
import { powershellText } from "../../windows/powershell-text.ts";
import { parseProxyServer } from "../../windows/proxies.ts";
import { registryText, registryValues } from "../../windows/registry.ts";
import type { PlaceState, ProxyKeeper, ProxyLead } from "./place.ts";

const CONNECTIONS = String.raw`HKLM\Software\Microsoft\Windows\CurrentVersion\Internet Settings\Connections`;

/** WINHTTP_ACCESS_TYPE: 1 none, 3 (1 and 2) named. */
const MANUAL = 2;

/** Servers and exceptions as netsh takes them; anything else never becomes part of a command. */
const PLAIN_LIST = /^[\w.:;=<>*[\]/-]*$/u;

/** What services and Windows Update use; one setting for the whole computer. */
export function winhttpKeeper(run: RunProgram): ProxyKeeper {
  return {
    async list(signal) {
      const connections = await registryValues(run, CONNECTIONS, signal);
      if (!connections.ok) return connections;
      const hex = registryText(connections.value, "WinHttpSettings");
      const [settings, flags] = [parseConnectionSettings(hex), connectionFlags(hex)];
      const [server, bypass] = [settings?.server ?? "", settings?.bypass ?? ""];
      const manual = settings?.manual === true && server !== "";
      const leads: readonly ProxyLead[] = manual
        ? parseProxyServer(server).map(({ host, port }) => ({ kind: "manual", host, port }))
        : [];
      return ok([
        {
          id: "winhttp",
          label: "WinHTTP",
          state: { manual, flags, server, bypass },
          off: { manual: false, flags: 1, server: "", bypass: "" },
          leads,
          needsAdmin: true,
          // What could not be written back is not taken away.
          locked: !PLAIN_LIST.test(server) || !PLAIN_LIST.test(bypass),
          commands: ["netsh winhttp reset proxy"],
        },
      ]);
    },
    async write(_place, to, signal) {
      const script = scriptFor(to);
      if (script === null) return fail({ code: "failed", detail: "text" });
      const exit = await runElevatedPowershell(run, script, signal);
      if (!exit.ok) return exit;
      return exit.value === 0 ? ok(undefined) : fail({ code: "failed", detail: `netsh ${exit.value}` });
    },
  };
}

/** Without the first statement a netsh that may not start would end as success: there is no exit code of it then. */
const NETSH = String.raw`$ErrorActionPreference = 'Stop'
& ([Environment]::SystemDirectory + '\netsh.exe') winhttp`;

/** Null when a text could be more than a list of servers. */
function scriptFor(to: PlaceState): string | null {
  if (to["manual"] !== true) return `${NETSH} reset proxy | Out-Null\nexit $LASTEXITCODE`;
  const [server, bypass] = [String(to["server"]), String(to["bypass"] ?? "")];
  if (server === "" || !PLAIN_LIST.test(server) || !PLAIN_LIST.test(bypass) || (Number(to["flags"]) & MANUAL) === 0) {
    return null;
  }
  const words = [`proxy-server=${server}`, ...(bypass === "" ? [] : [`bypass-list=${bypass}`])];
  return `${NETSH} set proxy ${words.map(powershellText).join(" ")} | Out-Null\nexit $LASTEXITCODE`;
}
