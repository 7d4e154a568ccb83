/** A part of the program that others have made. */
export interface Part {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
  /** The part that brings its own copy of it. */
  readonly inside?: string;
}

/** What ships inside the program, besides Electron (whose own notices lie beside it). A test holds this to what is installed. */
export const PARTS: readonly Part[] = [
  { name: "react", version: "19.3.1", licence: "MIT" },
  { name: "react-dom", version: "19.3.1", licence: "MIT" },
  { name: "react-aria-components", version: "1.22.1", licence: "Apache-2.0" },
  { name: "zustand", version: "5.1.0", licence: "MIT" },
  { name: "i18next", version: "26.7.2", licence: "MIT" },
  { name: "zod", version: "4.6.7", licence: "MIT" },
  { name: "dns-packet", version: "5.6.1", licence: "MIT" },
  { name: "ipaddr.js", version: "2.5.0", licence: "MIT" },
  { name: "uplot", version: "1.6.32", licence: "MIT" },
  { name: "systeminformation", version: "5.33.23", licence: "MIT" },
  { name: "electron-updater", version: "6.8.10", licence: "MIT" },
  { name: "builder-util-runtime", version: "9.7.0", licence: "MIT" },
  { name: "fs-extra", version: "10.1.0", licence: "MIT", inside: "electron-updater" },
  { name: "graceful-fs", version: "4.2.12", licence: "BlueOak-1.0.0" },
  { name: "jsonfile", version: "6.2.1", licence: "MIT" },
  { name: "universalify", version: "2.0.1", licence: "MIT" },
  { name: "js-yaml", version: "4.3.2", licence: "MIT" },
  { name: "lazy-val", version: "1.0.5", licence: "MIT" },
  { name: "lodash.escaperegexp", version: "4.1.2", licence: "MIT" },
  { name: "lodash.isequal", version: "4.5.0", licence: "MIT" },
  { name: "semver", version: "7.7.4", licence: "ISC", inside: "electron-updater" },
  { name: "tiny-typed-emitter", version: "2.1.0", licence: "MIT" },
  { name: "sax", version: "1.6.1", licence: "BlueOak-1.0.0" },
  { name: "debug", version: "4.4.3", licence: "MIT" },
  { name: "ms", version: "2.1.3", licence: "MIT" },
];
