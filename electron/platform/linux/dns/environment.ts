import { textIn } from "../../json.ts";
import { ask } from "../../readings/reading.ts";
import { type BusProperty, propertyData } from "../bus-property.ts";
import type { LinuxDnsDeps } from "./deps.ts";
import { nmDevice } from "./kind-nm.ts";
import type { DnsEnvironment } from "./manager.ts";
import { readResolverFile } from "./resolver-file.ts";

/** Looks at everything that decides who is in charge. `defaultInterface`: null without a default route. */
export async function dnsEnvironment(
  deps: LinuxDnsDeps,
  defaultInterface: string | null,
  signal: AbortSignal,
): Promise<DnsEnvironment> {
  const [release, nsswitch, flatpak, resolved, networkManager, resolvconf] = await Promise.all([
    deps.files.readText("/proc/sys/kernel/osrelease"),
    deps.files.readText("/etc/nsswitch.conf"),
    deps.files.exists("/.flatpak-info"),
    busProperty(
      deps,
      { service: "resolve1", path: "/org/freedesktop/resolve1", interface: "resolve1.Manager", name: "DNSOverTLS" },
      signal,
    ),
    networkManagerFacts(deps, defaultInterface, signal),
    resolvconfMake(deps, signal),
  ]);
  // Read last: asking resolved on the bus may have started it, and then it writes its file.
  const { file, bytes } = readResolverFile();
  return {
    wsl: (release.ok && /microsoft/i.test(release.value ?? "")) || deps.environment["WSL_DISTRO_NAME"] !== undefined,
    sandbox: flatpak || deps.environment["SNAP"] !== undefined,
    text: bytes?.toString("latin1") ?? null,
    linkTarget: file.linkTarget,
    nsswitch: nsswitch.ok ? nsswitch.value : null,
    resolvedAnswers: resolved !== null,
    networkManager,
    resolvconf,
  };
}

async function networkManagerFacts(
  deps: LinuxDnsDeps,
  defaultInterface: string | null,
  signal: AbortSignal,
): Promise<DnsEnvironment["networkManager"]> {
  const path = "/org/freedesktop/NetworkManager";
  const version = await busProperty(
    deps,
    { service: "NetworkManager", path, interface: "NetworkManager", name: "Version" },
    signal,
  );
  if (version === null) return null;
  const [mode, device] = await Promise.all([
    busProperty(
      deps,
      { service: "NetworkManager", path: `${path}/DnsManager`, interface: "NetworkManager.DnsManager", name: "Mode" },
      signal,
    ),
    defaultInterface === null ? null : nmDevice(deps, defaultInterface, signal),
  ]);
  return { version, mode: mode ?? "default", managesDefault: device?.ok === true };
}

/** A text property under org.freedesktop on the system bus; null when nobody answers. */
async function busProperty(deps: LinuxDnsDeps, which: BusProperty, signal: AbortSignal): Promise<string | null> {
  const named = { service: `org.freedesktop.${which.service}`, interface: `org.freedesktop.${which.interface}` };
  return textIn(await propertyData(deps.run, { ...which, ...named }, signal));
}

/** Which make of resolvconf is installed. Debian's answers 99 to options it does not know; systemd's is resolvectl. */
async function resolvconfMake(deps: LinuxDnsDeps, signal: AbortSignal): Promise<DnsEnvironment["resolvconf"]> {
  const output = await ask(deps.run, { program: "resolvconf", args: ["--version"], signal }, true);
  if (!output.ok) return output.error.code === "no-tool" ? null : "unknown";
  const { exitCode, stdout } = output.value;
  if (exitCode === 99 || stdout.startsWith("Debian resolvconf")) return "debian";
  if (stdout.startsWith("openresolv")) return "openresolv";
  return stdout.startsWith("systemd") ? "resolvectl" : "unknown";
}
