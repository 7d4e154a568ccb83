import type { ActionChoice } from "../../../shared/model/repair-action.ts";
import type { RepairAction } from "../action.ts";
import { type BrowserMenus, browsersHere } from "./support/browser-menus.ts";
import { type GuideDeps, guidedAction } from "./support/guided-action.ts";
import { click, command, guidedChoice, isMac, open, openTerminal, words } from "./support/steps.ts";

/**
 * Encrypted DNS: for the whole system where its settings offer it (Windows 11), or where systemd-resolved does it; in
 * the browser everywhere else. macOS takes it only from a profile or an app, so the browser comes first there.
 */
export function encryptedDnsAction(deps: GuideDeps, here: () => Promise<readonly string[]>): RepairAction {
  return guidedAction("encrypted-dns", async () => {
    const browsers = browsersHere(await here(), deps.system)
      .filter(({ secureDns }) => secureDns !== null)
      .map(inBrowser);
    return [...inSystem(deps), ...browsers];
  });
}

function inBrowser({ id, name, secureDns }: BrowserMenus): ActionChoice {
  const page = secureDns ?? "";
  const steps = [
    click("browser.type-address", { address: page }),
    click(id === "firefox" ? "encrypted-dns.firefox" : "encrypted-dns.chromium"),
  ];
  return guidedChoice(`browser-${id}`, steps, {
    label: name,
    facts: [words("encrypted-dns.only-browser")],
    seconds: 60,
  });
}

/** Cloudflare's servers with the name in their certificate, as systemd-resolved writes them (resolved.conf(5)). */
const RESOLVED = [
  "sudo mkdir -p /etc/systemd/resolved.conf.d",
  String.raw`printf '[Resolve]\nDNS=1.1.1.1#one.one.one.one 9.9.9.9#dns.quad9.net\nDNSOverTLS=yes\nDomains=~.\n' | sudo tee /etc/systemd/resolved.conf.d/encrypted.conf`,
  "sudo systemctl restart systemd-resolved",
] as const;

const RESOLVED_BACK = "sudo rm /etc/systemd/resolved.conf.d/encrypted.conf && sudo systemctl restart systemd-resolved";

function inSystem({ system, has }: GuideDeps): readonly ActionChoice[] {
  const facts = [words("encrypted-dns.whole-system")];
  if (system === "windows-11") {
    const steps = [open("network", system), click("encrypted-dns.windows-11"), click("encrypted-dns.windows-11-doh")];
    return [guidedChoice("system", steps, { label: "Windows 11", facts, needsAdmin: true, seconds: 120 })];
  }
  if (isMac(system) || system === "windows-10" || !has("resolvectl")) return [];
  const steps = [
    openTerminal(system),
    ...RESOLVED.map(command),
    click("encrypted-dns.bring-back"),
    command(RESOLVED_BACK),
  ];
  return [guidedChoice("system", steps, { label: "systemd-resolved", facts, needsAdmin: true, seconds: 120 })];
}
