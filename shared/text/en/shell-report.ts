import type { Catalogue } from "../translator.ts";

/** English words of the dialogs that open and save reports. */
export const EN_SHELL_REPORT = {
  save: {
    title: "Save the report",
    html: "Web page",
    pdf: "PDF",
    md: "Markdown",
    txt: "Plain text",
    json: "GoodGateway report",
    har: "Network log (HAR)",
  },
  open: { title: "Open a report", reports: "GoodGateway reports", all: "All files" },
} as const satisfies Catalogue;
