import type { ActionEnd } from "../../../shared/model/repair-action.ts";
import type { ActionContext, RepairAction } from "../action.ts";
import { click, command, words } from "./support/steps.ts";
import { digestOf } from "./support/digest.ts";

/** DNS servers that were switched by this program: a sign-in page is found only through the network's own. */
export interface OwnDnsChange {
  /** Whether a switch of ours still stands. */
  stands(): boolean;
  /** Takes it back; false when it stands still. */
  release(signal: AbortSignal): Promise<boolean>;
}

/** What the repair works with. */
export interface PortalDeps {
  /** Opens a page in the person's own browser; false when that did not work. http and https only. */
  readonly openExternal: (url: string) => Promise<boolean>;
  readonly dns: OwnDnsChange;
  /** A page with plain http that networks lead to their sign-in page; null when none is set. */
  readonly plainPage: string | null;
}

/** The sign-in page of this network, in the person's browser. */
export function portalLoginAction(deps: PortalDeps): RepairAction {
  return {
    id: "portal-login",
    async offer(context) {
      const page = pageOf(context, deps);
      if (page === null) return null;
      const released = deps.dns.stands();
      return {
        repair: "portal-login",
        choices: [
          {
            id: digestOf(page),
            label: "",
            facts: released ? [words("portal-login.dns-first")] : [],
            steps: [
              ...(released ? [command("goodgateway dns undo")] : []),
              click("portal-login.opens", { url: page }),
              click("portal-login.sign-in"),
            ],
            mode: "auto",
            needsAdmin: false,
            undoable: false,
            seconds: 60,
            blockedBy: null,
          },
        ],
      };
    },
    async apply(context, choiceId, signal): Promise<ActionEnd> {
      const page = pageOf(context, deps);
      if (page === null || digestOf(page) !== choiceId) {
        return { kind: "refused", code: "changed-since", detail: "", changed: "nothing" };
      }
      if (signal.aborted) return { kind: "refused", code: "cancelled", detail: "", changed: "nothing" };
      const before = deps.dns.stands();
      if (before && !(await deps.dns.release(signal))) {
        return { kind: "refused", code: "failed", detail: "dns", changed: "maybe" };
      }
      if (await deps.openExternal(page)) return { kind: "opened" };
      return { kind: "refused", code: "failed", detail: "browser", changed: before ? "maybe" : "nothing" };
    },
  };
}

/** The page that the network offered, or else the plain one it puts itself in front of. Only web pages. */
function pageOf({ checkup }: ActionContext, { plainPage }: PortalDeps): string | null {
  const facts = checkup?.observations.checks["captive-portal"]?.facts ?? null;
  const caught = facts?.probes.find(({ outcome }) => outcome === "intercepted");
  const pages = [facts?.loginUrl, caught?.url, plainPage];
  return pages.find((page) => typeof page === "string" && isWebPage(page)) ?? null;
}

function isWebPage(page: string): boolean {
  if (!URL.canParse(page)) return false;
  const { protocol, username, password } = new URL(page);
  return (protocol === "http:" || protocol === "https:") && username === "" && password === "";
}
