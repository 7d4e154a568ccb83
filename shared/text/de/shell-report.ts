import type { Twin } from "../twin.ts";
import type { EN_SHELL_REPORT } from "../en/shell-report.ts";

/** The same in German. */
export const DE_SHELL_REPORT: Twin<typeof EN_SHELL_REPORT> = {
  save: {
    title: "Bericht speichern",
    html: "Webseite",
    pdf: "PDF",
    md: "Markdown",
    txt: "Reiner Text",
    json: "GoodGateway-Bericht",
    har: "Netzwerkprotokoll (HAR)",
  },
  open: { title: "Bericht öffnen", reports: "GoodGateway-Berichte", all: "Alle Dateien" },
};
