import dnsPacket from "../../../node_modules/dns-packet/LICENSE?raw";
import i18next from "../../../node_modules/i18next/LICENSE?raw";
import ipaddr from "../../../node_modules/ipaddr.js/LICENSE?raw";
import reactAria from "../../../node_modules/react-aria-components/LICENSE?raw";
import reactDom from "../../../node_modules/react-dom/LICENSE?raw";
import react from "../../../node_modules/react/LICENSE?raw";
import systeminformation from "../../../node_modules/systeminformation/LICENSE?raw";
import uplot from "../../../node_modules/uplot/LICENSE?raw";
import zod from "../../../node_modules/zod/LICENSE?raw";
import zustand from "../../../node_modules/zustand/LICENSE?raw";
import own from "../../../LICENSE?raw";

const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ["GoodGateway", own],
  ["react", react],
  ["react-dom", reactDom],
  ["react-aria-components", reactAria],
  ["zustand", zustand],
  ["i18next", i18next],
  ["zod", zod],
  ["dns-packet", dnsPacket],
  ["ipaddr.js", ipaddr],
  ["uplot", uplot],
  ["systeminformation", systeminformation],
];

/** Every licence in full, each under the name of its part. */
export const LICENCE_TEXTS = TEXTS.map(([name, text]) => `${name}\n\n${text.trim()}`).join("\n\n――――――――\n\n");
