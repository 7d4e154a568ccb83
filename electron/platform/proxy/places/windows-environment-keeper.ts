import { fail, ok } from "../../../../shared/lib/result.ts";
import type { RunProgram } from "../../exec.ts";
import { askPowershell, powershellScript } from "../../windows/powershell.ts";
import { registryValues, type RegistryValues } from "../../windows/registry.ts";
import { leadOf, type PlaceState, type ProxyKeeper } from "./place.ts";

/** Windows takes names of variables in any case. */
const VARIABLES = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] as const;

/** What reg.exe prints in a console's code page comes back as it was only when it is plain. */
const PLAIN = /^[ -~]*$/u;

/** The person's own environment variables, which every new program gets. */
export function windowsEnvironmentKeeper(run: RunProgram): ProxyKeeper {
  return {
    async list(signal) {
      const values = await registryValues(run, String.raw`HKCU\Environment`, signal);
      if (!values.ok) return values;
      const state = stateIn(values.value);
      const set = VARIABLES.filter((name) => state[name] !== null);
      const texts = set.map((name) => String(state[name]).replace(/^REG_\w+ /u, ""));
      return ok([
        {
          id: "windows-environment",
          label: set.join(", "),
          state,
          off: Object.fromEntries(VARIABLES.map((name) => [name, null])),
          leads: texts.flatMap(leadOf),
          needsAdmin: false,
          locked: !texts.every((text) => PLAIN.test(text)),
          commands: set.map((name) => `[Environment]::SetEnvironmentVariable('${name}', $null, 'User')`),
        },
      ]);
    },
    async write(place, to, signal) {
      const plan = VARIABLES.filter((name) => (to[name] ?? null) !== (place.state[name] ?? null)).map((name) => {
        const [, kind = "", value = ""] = /^(REG_SZ|REG_EXPAND_SZ) (.*)$/su.exec(String(to[name] ?? "")) ?? [];
        return { name, kind, value };
      });
      if (plan.some(({ name, kind }) => kind === "" && to[name] !== null))
        return fail({ code: "failed", detail: "kind" });
      const answer = await askPowershell(run, SCRIPT, { signal, env: { GG_PLAN: JSON.stringify(plan) } });
      if (answer.ok) {
        return answer.value["done"] === true ? ok(undefined) : fail({ code: "failed", detail: "registry" });
      }
      return fail({ code: answer.error.code === "timed-out" ? "timed-out" : "failed", detail: answer.error.code });
    },
  };
}

/** `REG_SZ http://...`: the kind belongs to what has to come back. */
function stateIn(values: RegistryValues): PlaceState {
  return Object.fromEntries(
    VARIABLES.map((name) => {
      const row = values.get(name.toLowerCase());
      return [name, row === undefined ? null : `${row.type} ${row.data}`] as const;
    }),
  );
}

/**
 * Values come by the environment, as data. The list gets a name first: this PowerShell hands a list on in one piece, and
 * a loop over the command would run once with all of it. Removing a variable that never was tells running programs to look
 * again.
 */
const SCRIPT = powershellScript(String.raw`
$key = [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey('Environment', $true)
$plan = ConvertFrom-Json $env:GG_PLAN
foreach ($one in $plan) {
  if ($one.kind -eq '') { $key.DeleteValue($one.name, $false) }
  elseif ($one.kind -eq 'REG_EXPAND_SZ') { $key.SetValue($one.name, $one.value, 'ExpandString') }
  else { $key.SetValue($one.name, $one.value, 'String') }
}
$key.Close()
[Environment]::SetEnvironmentVariable('GoodGatewayWasHere', $null, 'User')
ConvertTo-Json -Compress @{ done = $true }
`);
