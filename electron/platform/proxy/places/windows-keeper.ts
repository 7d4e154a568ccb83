import { fail, ok } from "../../../../shared/lib/result.ts";
import type { RunProgram } from "../../exec.ts";
import { numberIn } from "../../json.ts";
import type { Reading } from "../../machine.ts";
import { withoutCredentials } from "../proxy-text.ts";
import { connectionFlags, parseConnectionSettings } from "../../windows/connection-settings.ts";
import { askPowershell, powershellScript } from "../../windows/powershell.ts";
import { parseProxyServer } from "../../windows/proxies.ts";
import { dwordIn, registryText, registryValues, type RegistryValues } from "../../windows/registry.ts";
import { type PlaceState, type ProxyKeeper, type ProxyLead, type ProxyPlace } from "./place.ts";

const SETTINGS = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings`;
const POLICY = String.raw`HKLM\SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\Internet Settings`;

/** Values of `Connections` that are no dial-up or VPN connection. */
const NOT_A_CONNECTION = new Set(["defaultconnectionsettings", "savedlegacysettings", "winhttpsettings"]);

/** PROXY_TYPE_* of wininet.h. */
const FLAG = { direct: 1, manual: 2, pac: 4, autoDetect: 8 } as const;

/**
 * The user's own settings, and those of every dial-up and VPN connection. Read from the registry; switched through
 * WinINET, which keeps the binary value, its mirror and running programs in step. Only the flags are switched:
 * addresses and exceptions stay for later.
 */
export function windowsKeeper(run: RunProgram): ProxyKeeper {
  return {
    list: (signal) => list(run, signal),
    async write(place, to, signal) {
      const flags = to["flags"];
      if (place.locked || typeof flags !== "number") return fail({ code: "failed", detail: "flags" });
      const env = { GG_CONNECTION: place.id === USER ? "" : place.label, GG_FLAGS: String(flags) };
      const answer = await askPowershell(run, SCRIPT, { signal, env });
      if (!answer.ok) {
        return fail({ code: answer.error.code === "timed-out" ? "timed-out" : "failed", detail: answer.error.code });
      }
      const error = numberIn(answer.value["error"]);
      return error === 0 ? ok(undefined) : fail({ code: "failed", detail: `wininet ${error ?? "?"}` });
    },
  };
}

const USER = "windows-user";

async function list(run: RunProgram, signal: AbortSignal): Reading<readonly ProxyPlace[]> {
  const policy = await registryValues(run, POLICY, signal);
  if (!policy.ok) return policy;
  // The machine's settings count for everybody: an administrator made that rule.
  const locked = dwordIn(policy.value, "ProxySettingsPerUser") === 0;
  const root = locked ? SETTINGS.replace("HKCU", "HKLM") : SETTINGS;
  const settings = await registryValues(run, root, signal);
  if (!settings.ok) return settings;
  const connections = await registryValues(run, `${root}\\Connections`, signal);
  if (!connections.ok) return connections;
  const own = stateIn(registryText(connections.value, "DefaultConnectionSettings")) ?? mirrorIn(settings.value);
  const others = [...connections.value.values()].flatMap(({ name, data }) => {
    const state = NOT_A_CONNECTION.has(name.toLowerCase()) ? null : stateIn(data);
    return state === null ? [] : [placeOf({ id: `windows-connection ${name}`, label: name, locked }, state)];
  });
  return ok([placeOf({ id: USER, label: "Windows", locked }, own), ...others]);
}

function placeOf(named: Pick<ProxyPlace, "id" | "label" | "locked">, state: PlaceState): ProxyPlace {
  const flags = Number(state["flags"]);
  // Direct must be among them, or WinINET is left without any way.
  const off = (flags & ~(FLAG.manual | FLAG.pac)) | FLAG.direct;
  return {
    ...named,
    state,
    off: { ...state, flags: off },
    leads: leadsIn(state),
    needsAdmin: false,
    commands: [`InternetSetOption(INTERNET_OPTION_PER_CONNECTION_OPTION, "${named.label}", FLAGS ${flags} -> ${off})`],
  };
}

function stateIn(hex: string): PlaceState | null {
  const [settings, flags] = [parseConnectionSettings(hex), connectionFlags(hex)];
  if (settings === null || flags === null) return null;
  return { flags, server: settings.server, bypass: settings.bypass, pacUrl: settings.pacUrl };
}

/** The plain values beside it, where the binary one is missing: nobody has opened the settings yet. */
function mirrorIn(settings: RegistryValues): PlaceState {
  const pacUrl = registryText(settings, "AutoConfigURL");
  const manual = dwordIn(settings, "ProxyEnable") === 1 ? FLAG.manual : 0;
  const detect = dwordIn(settings, "AutoDetect") === 1 ? FLAG.autoDetect : 0;
  return {
    flags: FLAG.direct | manual | detect | (pacUrl === "" ? 0 : FLAG.pac),
    server: registryText(settings, "ProxyServer"),
    bypass: registryText(settings, "ProxyOverride"),
    pacUrl,
  };
}

function leadsIn(state: PlaceState): readonly ProxyLead[] {
  const flags = Number(state["flags"]);
  const pacUrl = String(state["pacUrl"] ?? "");
  const pac: readonly ProxyLead[] =
    (flags & FLAG.pac) !== 0 && pacUrl !== "" ? [{ kind: "pac", url: withoutCredentials(pacUrl) }] : [];
  if ((flags & FLAG.manual) === 0) return pac;
  const servers = parseProxyServer(String(state["server"] ?? ""));
  return [...pac, ...servers.map(({ host, port }): ProxyLead => ({ kind: "manual", host, port }))];
}

/**
 * InternetSetOptionW with INTERNET_OPTION_PER_CONNECTION_OPTION (75) and INTERNET_PER_CONN_FLAGS (1), then the three
 * notices that running programs listen to (95 proxy settings changed, 39 settings changed, 37 refresh). The connection's
 * name comes by the environment, never as part of the script.
 */
const SCRIPT = powershellScript(String.raw`
Add-Type -IgnoreWarnings -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
public static class GoodGatewayProxy {
  [StructLayout(LayoutKind.Sequential)] struct Option { public int Id; public Value Value; }
  [StructLayout(LayoutKind.Explicit)] struct Value {
    [FieldOffset(0)] public int Number; [FieldOffset(0)] public IntPtr Text;
    [FieldOffset(0)] public System.Runtime.InteropServices.ComTypes.FILETIME Time;
  }
  [StructLayout(LayoutKind.Sequential)] struct List {
    public int Size; public IntPtr Connection; public int Count; public int Wrong; public IntPtr Options;
  }
  [DllImport("wininet.dll", CharSet = CharSet.Unicode, SetLastError = true, EntryPoint = "InternetSetOptionW")]
  static extern bool Set(IntPtr handle, int option, IntPtr buffer, int length);
  public static int Flags(string connection, int flags) {
    Option option = new Option(); option.Id = 1; option.Value.Number = flags;
    IntPtr options = Marshal.AllocCoTaskMem(Marshal.SizeOf(typeof(Option)));
    Marshal.StructureToPtr(option, options, false);
    List list = new List(); list.Size = Marshal.SizeOf(typeof(List)); list.Count = 1; list.Options = options;
    list.Connection = string.IsNullOrEmpty(connection) ? IntPtr.Zero : Marshal.StringToCoTaskMemUni(connection);
    IntPtr buffer = Marshal.AllocCoTaskMem(list.Size);
    Marshal.StructureToPtr(list, buffer, false);
    if (!Set(IntPtr.Zero, 75, buffer, list.Size)) return Marshal.GetLastWin32Error();
    foreach (int notice in new int[] { 95, 39, 37 }) Set(IntPtr.Zero, notice, IntPtr.Zero, 0);
    return 0;
  }
}
'@
$code = [GoodGatewayProxy]::Flags($env:GG_CONNECTION, [int]$env:GG_FLAGS)
ConvertTo-Json -Compress @{ error = $code }
`);
