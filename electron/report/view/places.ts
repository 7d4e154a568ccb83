import type { PathNode, PathState } from "../../../shared/model/path.ts";
import type { Translator } from "../../../shared/text/translator.ts";

/** One station of the path picture. */
export interface Place {
  readonly label: string;
  readonly state: PathState["state"];
  readonly stateWord: string;
}

/** Which nodes a station stands for: the same seven as in the window and in the terminal. */
const STATIONS: readonly { readonly key: string; readonly nodes: readonly PathNode[] }[] = [
  { key: "device", nodes: ["device"] },
  { key: "browser", nodes: ["browser"] },
  { key: "network", nodes: ["local-network", "proxy"] },
  { key: "provider", nodes: ["provider"] },
  { key: "resolver", nodes: ["resolver"] },
  { key: "gateway", nodes: ["site-dns", "site-edge"] },
  { key: "site", nodes: ["site-origin"] },
];

const WORST_FIRST = ["fault", "warn", "ok", "unknown"] as const;

/** The stations in order; the worst of a station's nodes counts. */
export function placesOf(path: readonly PathState[], t: Translator): readonly Place[] {
  return STATIONS.map(({ key, nodes }) => {
    const states = new Set(path.filter(({ node }) => nodes.includes(node)).map(({ state }) => state));
    const state = WORST_FIRST.find((known) => states.has(known)) ?? "unknown";
    return { label: t(`report.place.${key}`), state, stateWord: t(`report.state.${state}`) };
  });
}
