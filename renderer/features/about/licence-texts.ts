import electronUpdater from "electron-updater/LICENSE?raw";
import escapeRegExp from "lodash.escaperegexp/LICENSE?raw";
import isEqual from "lodash.isequal/LICENSE?raw";
import tinyTypedEmitter from "tiny-typed-emitter/LICENSE?raw";
import builderUtil from "../../../node_modules/builder-util-runtime/LICENSE?raw";
import debug from "../../../node_modules/debug/LICENSE?raw";
import fsExtra from "../../../node_modules/fs-extra/LICENSE?raw";
import gracefulFs from "../../../node_modules/graceful-fs/LICENSE.md?raw";
import jsYaml from "../../../node_modules/js-yaml/LICENSE?raw";
import jsonfile from "../../../node_modules/jsonfile/LICENSE?raw";
import ms from "../../../node_modules/ms/license.md?raw";
import sax from "../../../node_modules/sax/LICENSE.md?raw";
import semver from "../../../node_modules/semver/LICENSE?raw";
import universalify from "../../../node_modules/universalify/LICENSE?raw";
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
  // lazy-val is a part of the same project and brings no file of its own.
  ["electron-updater, lazy-val", electronUpdater],
  ["builder-util-runtime", builderUtil],
  ["fs-extra", fsExtra],
  ["graceful-fs", gracefulFs],
  ["jsonfile", jsonfile],
  ["universalify", universalify],
  ["js-yaml", jsYaml],
  ["lodash.escaperegexp", escapeRegExp],
  ["lodash.isequal", isEqual],
  ["semver", semver],
  ["tiny-typed-emitter", tinyTypedEmitter],
  ["sax", sax],
  ["debug", debug],
  ["ms", ms],
];

/** Every licence in full, each under the name of its part. */
export const LICENCE_TEXTS = TEXTS.map(([name, text]) => `${name}\n\n${text.trim()}`).join("\n\n――――――――\n\n");
