import { Label, Radio, RadioGroup } from "react-aria-components/RadioGroup";
import type { DnsLink, DnsManager } from "../../../shared/model/dns-settings.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "./link-choice.module.css";

/** Where one setting is for all connections there is nothing to choose. */
const FOR_ALL: ReadonlySet<DnsManager> = new Set<DnsManager>(["plain-file", "resolvconf", "openresolv"]);

const NONE: readonly DnsLink[] = [];

/** Which connection gets the servers. Shown only where there are several; the one with the way out is chosen. */
export function LinkChoice({ isDisabled }: { readonly isDisabled: boolean }) {
  const t = useText();
  const actions = useActions();
  const overview = useAppState((state) => state.dns.overview);
  const linkId = useAppState((state) => state.dns.linkId);
  const status = overview !== null && "status" in overview ? overview.status : null;
  const links = status === null || FOR_ALL.has(status.manager) ? NONE : status.links;
  if (links.length < 2) return null;
  const main = links.find(({ defaultRoute }) => defaultRoute)?.id ?? null;
  return (
    <RadioGroup
      className={css["links"] ?? ""}
      value={linkId ?? main}
      onChange={(id) => actions.chooseDnsLink(id === main ? null : id)}
      isDisabled={isDisabled}
    >
      <Label className={css["label"] ?? ""}>{t("mydns.choose.link")}</Label>
      {links.map(({ id, name, interfaceName, defaultRoute }) => (
        <Radio key={id} value={id} className={css["link"] ?? ""}>
          <span className={css["pick"]} aria-hidden="true" />
          <span>
            <bdi>{name}</bdi>
            {interfaceName === null || interfaceName === name ? null : (
              <span className={css["quiet"]} dir="ltr">
                {` ${interfaceName}`}
              </span>
            )}
            {defaultRoute ? <span className={css["quiet"]}>{`, ${t("mydns.main")}`}</span> : null}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
