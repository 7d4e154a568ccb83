import type { PathNode } from "../../../shared/model/path.ts";

/** One line drawing per place, on a 24 x 24 grid. */
const DRAWINGS: Readonly<Record<PathNode, string>> = {
  device: "M4.5 5.5h15a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1ZM9 20h6M12 16.5V20",
  browser:
    "M5 4.5h14A1.5 1.5 0 0 1 20.5 6v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5ZM3.5 9h17M6.6 6.8h.01M9 6.8h.01",
  "local-network": "M3.5 11.5 12 4.5l8.5 7M6 9.7v9.8h12V9.7M10 19.5V14h4v5.5",
  proxy: "M12 3.5 19 6v5.6c0 4.3-2.9 7.3-7 8.9-4.1-1.6-7-4.6-7-8.9V6ZM9 12l2.2 2.2L15.2 10",
  provider:
    "M12 11v9.5M8.5 20.5h7M12 11a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 12 11ZM8.6 12.9a4.8 4.8 0 0 1 0-7M15.4 5.9a4.8 4.8 0 0 1 0 7M6 15.4a8.4 8.4 0 0 1 0-12M18 3.4a8.4 8.4 0 0 1 0 12",
  resolver: "M12 3.5v17M12 5.5h6.2l2.1 2.3-2.1 2.3H12M12 11.8H5.8l-2.1 2.3 2.1 2.3H12M9 20.5h6",
  "site-dns": "M12 3.5v17M12 5.5h6.2l2.1 2.3-2.1 2.3H12M12 11.8H5.8l-2.1 2.3 2.1 2.3H12M9 20.5h6",
  "site-edge": "M3 20.5h18M5 20.5V11a7 7 0 0 1 14 0v9.5M9 20.5V11.5a3 3 0 0 1 6 0v9M12 8.5v12",
  "site-origin": "M6.5 3.5h7.2L18 7.8v12.7H6.5ZM13.5 3.5V8H18M9.5 12h5M9.5 15.5h5",
};

/** The place's drawing, centred in the station's 56 x 56 box. */
export function Pictogram({ node, className }: { readonly node: PathNode; readonly className: string | undefined }) {
  return <path className={className} transform="translate(16 16)" d={DRAWINGS[node]} />;
}
