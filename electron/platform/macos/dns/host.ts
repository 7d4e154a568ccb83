import type { ProcessMark } from "../../../../shared/model/dns-change.ts";
import type { DnsHost } from "../../dns/dns-backend.ts";
import { ask } from "../../readings/reading.ts";
import type { MacosDnsDeps } from "./deps.ts";

/** This run of the program and this boot. */
export function macosDnsHost(deps: MacosDnsDeps): DnsHost {
  const say = async (program: string, args: readonly string[]) => {
    const output = await ask(deps.run, { program, args, signal: AbortSignal.timeout(5_000) });
    return output.ok ? output.value.stdout.trim() : "";
  };
  /** ps(1): `lstart` in English, since the environment is fixed; blanks become one underscore, as the guard does. */
  const startOf = async (pid: number) => {
    // A program that has ended and was not collected yet runs no more (state Z).
    if ((await say(deps.places.ps, ["-o", "stat=", "-p", String(pid)])).includes("Z")) return "";
    return (await say(deps.places.ps, ["-o", "lstart=", "-p", String(pid)])).replaceAll(/\s+/g, "_");
  };
  return {
    own: async () => ({ pid: process.pid, startTime: await startOf(process.pid) }),
    bootId: () => say(deps.places.sysctl, ["-n", "kern.bootsessionuuid"]),
    isRunning: async (mark: ProcessMark) => {
      const started = await startOf(mark.pid);
      return started !== "" && (mark.startTime === "" || started === mark.startTime);
    },
  };
}
