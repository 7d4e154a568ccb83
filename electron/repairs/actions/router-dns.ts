import { KNOWN_DNS_SERVERS } from "../../../shared/model/dns-settings.ts";
import type { RepairAction } from "../action.ts";
import { type GuideDeps, guidedAction } from "./support/guided-action.ts";
import { routerInUse } from "./support/interfaces.ts";
import { click, guidedChoice } from "./support/steps.ts";

const NAMES: Readonly<Record<keyof typeof KNOWN_DNS_SERVERS, string>> = {
  cloudflare: "Cloudflare",
  google: "Google",
  quad9: "Quad9",
};

/** Other DNS servers on the router: where its page is, what to write there, and that the old entries are noted first. */
export function routerDnsAction(deps: GuideDeps): RepairAction {
  return guidedAction("router-dns", async (_context, signal) => {
    const router = await routerInUse(deps.machine, signal);
    const address = router?.gateway ?? null;
    const page =
      address === null || address.includes(":") ? click("router-dns.find-page") : click("router-dns.page", { address });
    return (["cloudflare", "google", "quad9"] as const).map((id) => {
      const servers = KNOWN_DNS_SERVERS[id];
      const of = (v6: boolean) => servers.filter((one) => one.includes(":") === v6).join(", ");
      const steps = [
        page,
        click("router-dns.password"),
        click("router-dns.menu"),
        click("router-dns.note-old"),
        click("router-dns.enter", { v4: of(false), v6: of(true) }),
        click("router-dns.save"),
      ];
      return guidedChoice(id, steps, { label: NAMES[id], seconds: 600 });
    });
  });
}
