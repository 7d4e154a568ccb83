/** A part of the program that others have made. */
export interface Part {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
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
];
