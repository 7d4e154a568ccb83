import { access, readFile, rm, writeFile } from "node:fs/promises";
import { hasProgram, run } from "./lib/run.mjs";
import { say } from "./lib/say.mjs";

/** @typedef {"window" | "sites" | "installers" | "lab" | "boxes"} Purpose */

/**
 * Debian packages the tests need, and for what. Several names: the same library under the names of different releases;
 * any of them will do.
 * @type {readonly { for: Purpose, names: readonly string[], program?: string }[]}
 */
export const SYSTEM_PACKAGES = [
  { for: "window", names: ["libnss3"] },
  { for: "window", names: ["libgtk-3-0", "libgtk-3-0t64"] },
  { for: "window", names: ["libasound2", "libasound2t64"] },
  { for: "window", names: ["libgbm1"] },
  { for: "window", names: ["xvfb"], program: "Xvfb" },
  { for: "window", names: ["xauth"], program: "xauth" },
  // A real gateway with a dead upstream. Any package that brings the program is fine.
  { for: "sites", names: ["nginx-light", "nginx"], program: "nginx" },
  // Compiles what we add to the installer for Windows.
  { for: "installers", names: ["nsis"], program: "makensis" },
  // The lab's internet: links and packets, names, gateways, proxies (tests/lab/needs.ts says which program is whose).
  { for: "lab", names: ["nginx-light", "nginx"], program: "nginx" },
  { for: "lab", names: ["iproute2"], program: "ip" },
  { for: "lab", names: ["iptables"], program: "iptables" },
  { for: "lab", names: ["conntrack"], program: "conntrack" },
  { for: "lab", names: ["iputils-ping"], program: "ping" },
  { for: "lab", names: ["curl"], program: "curl" },
  { for: "lab", names: ["python3"], program: "python3" },
  { for: "lab", names: ["openssl"], program: "openssl" },
  { for: "lab", names: ["faketime"], program: "faketime" },
  { for: "lab", names: ["bind9"], program: "named" },
  { for: "lab", names: ["bind9-utils", "bind9utils"], program: "dnssec-signzone" },
  { for: "lab", names: ["unbound"], program: "unbound" },
  { for: "lab", names: ["dnsdist"], program: "dnsdist" },
  { for: "lab", names: ["dnsmasq-base"], program: "dnsmasq" },
  { for: "lab", names: ["nscd"], program: "nscd" },
  { for: "lab", names: ["apache2"], program: "apache2" },
  { for: "lab", names: ["haproxy"], program: "haproxy" },
  { for: "lab", names: ["varnish"], program: "varnishd" },
  { for: "lab", names: ["caddy"], program: "caddy" },
  { for: "lab", names: ["squid"], program: "squid" },
  { for: "lab", names: ["tinyproxy"], program: "tinyproxy" },
  { for: "lab", names: ["lighttpd"], program: "lighttpd" },
  { for: "lab", names: ["h2o"], program: "h2o" },
  // Real browsers (tests/lab/browsers), each in a network of its own and on a display of its own.
  { for: "lab", names: ["chromium"], program: "chromium" },
  { for: "lab", names: ["firefox-esr"], program: "firefox-esr" },
  { for: "lab", names: ["xvfb"], program: "Xvfb" },
  { for: "lab", names: ["xauth"], program: "xauth" },
  // The throw-away machines: what builds them and looks inside. Each DNS manager is installed in a machine of its own
  // (tests/lab/dns/box.sh), because those replace /etc/resolv.conf.
  { for: "boxes", names: ["iproute2"], program: "ip" },
  { for: "boxes", names: ["util-linux"], program: "unshare" },
  { for: "boxes", names: ["util-linux"], program: "setpriv" },
  { for: "boxes", names: ["bsdutils", "util-linux-extra"], program: "script" },
  { for: "boxes", names: ["procps"], program: "pgrep" },
  { for: "boxes", names: ["dnsmasq-base"], program: "dnsmasq" },
  { for: "boxes", names: ["systemd"], program: "busctl" },
  { for: "boxes", names: ["dbus-daemon", "dbus"], program: "dbus-daemon" },
  { for: "boxes", names: ["strace"], program: "strace" },
  // The small internet of tests/lab/guided.
  { for: "boxes", names: ["nginx-light", "nginx"], program: "nginx" },
  { for: "boxes", names: ["openssl"], program: "openssl" },
];

/** Keeps freshly installed servers from starting by themselves (Debian: invoke-rc.d(8)). */
const NO_SERVICES = "/usr/sbin/policy-rc.d";

/**
 * What could not be had, by what it is for; empty when all is there. As root on Debian what is missing is installed;
 * otherwise the exact command is said. Other systems bring the window's libraries themselves.
 * @param {readonly Purpose[]} [purposes] what they are wanted for
 * @returns {Promise<{ missing: ReadonlySet<string> }>}
 */
export async function ensureSystemPackages(purposes = ["window", "sites", "installers"]) {
  if (process.platform !== "linux") return { missing: new Set() };
  const debian = await hasProgram("dpkg-query");
  let missing = await missingPackages(debian, purposes);
  if (missing.length > 0 && debian && process.getuid?.() === 0) {
    await install(missing.map(({ names }) => names));
    missing = await missingPackages(debian, purposes);
  }
  if (missing.length > 0) {
    const names = missing.map((one) => one.names[0]).join(" ");
    say(`this system lacks ${names}. On Debian or Ubuntu: sudo apt-get update && sudo apt-get install -y ${names}`);
  }
  return { missing: new Set(missing.map((one) => one.for)) };
}

/**
 * @param {boolean} debian
 * @param {readonly Purpose[]} purposes
 */
async function missingPackages(debian, purposes) {
  const wanted = SYSTEM_PACKAGES.filter((one) => purposes.includes(one.for));
  const present = await Promise.all(
    wanted.map(async ({ names, program }) => {
      if (program !== undefined && (await hasProgram(program))) return true;
      // Elsewhere libraries have other names: the programs tell enough, the rest shows when the window starts.
      if (!debian) return program === undefined;
      return (await Promise.all(names.map(isInstalled))).includes(true);
    }),
  );
  return wanted.filter((_, index) => present[index] === false);
}

/** @param {string} name */
async function isInstalled(name) {
  const { stdout } = await run("dpkg-query", ["-W", "-f", "${db:Status-Status}", name], { output: "capture" });
  return stdout.trim() === "installed";
}

/** @param {readonly (readonly string[])[]} wanted */
async function install(wanted) {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { output: "to-stderr", env });
  const names = await Promise.all(wanted.map(nameOfThisRelease));
  say(`installing ${names.join(", ")}`);
  const done = await withoutServices(() =>
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], { output: "to-stderr", env }),
  );
  if (done.code !== 0) say(`apt-get ended with ${done.code}`);
}

/** @param {readonly string[]} names */
async function nameOfThisRelease(names) {
  for (const name of names) {
    const { stdout } = await run("apt-cache", ["policy", name], { output: "capture" });
    if (/Candidate: (?!\(none\))/.test(stdout)) return name;
  }
  return names[0] ?? "";
}

/**
 * @template Value
 * @param {() => Promise<Value>} work
 */
async function withoutServices(work) {
  const already = await access(NO_SERVICES).then(
    () => true,
    () => false,
  );
  if (already) return work();
  await writeFile(NO_SERVICES, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    return await work();
  } finally {
    if ((await readFile(NO_SERVICES, "utf8")).endsWith("exit 101\n")) await rm(NO_SERVICES);
  }
}
