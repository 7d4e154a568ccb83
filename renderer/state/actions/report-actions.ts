import type { ReportChoice, ReportPreview, ReportSource } from "../../../shared/model/report-desk.ts";
import type { Call } from "../call.ts";
import { copyText } from "../copy-text.ts";
import { NO_CHOICES, NO_REPORT, type ReportSlice } from "../slices/report.ts";
import type { AppStore } from "../store.ts";

/** What a person can do with a report. */
export interface ReportActions {
  /** Makes a report of this check-up; `note`: what they have said about it already. */
  readonly showReport: (
    source: ReportSource,
    about: { readonly host: string; readonly note?: string },
  ) => Promise<void>;
  /** Another format, level, note...: the preview follows. */
  readonly chooseReport: (change: Partial<ReportChoice>) => Promise<void>;
  /** One private thing stays, or goes, whatever the level says. */
  readonly switchItem: (key: string, shown: boolean) => Promise<void>;
  readonly cancelReport: () => Promise<void>;
  readonly saveReport: () => Promise<void>;
  /** Copies exactly what the preview shows. */
  readonly copyReport: () => Promise<void>;
  /** Copies a report of this check-up with what is private taken out, without a preview. False: it could not be made. */
  readonly copyAsText: (source: ReportSource) => Promise<{ readonly text: string; readonly copied: boolean } | null>;
  readonly leaveReport: () => void;
}

/** The formats whose bytes are text a person would paste. */
const PASTED = new Set<ReportPreview["format"]>(["md", "txt", "json", "har"]);

/** Can this preview be copied? */
export function isCopyable({ format }: ReportPreview): boolean {
  return PASTED.has(format);
}

export function createReportActions(store: AppStore, call: Call): ReportActions {
  const set = (change: Partial<ReportSlice>): void =>
    store.setState((state) => ({ report: { ...state.report, ...change } }));
  const report = (): ReportSlice => store.getState().report;
  let wanted = 0;

  const make = async (): Promise<void> => {
    const { source, choice } = report();
    if (source === null) return;
    const own = (wanted += 1);
    set({ busy: true, phase: null, error: null, saved: null, copied: "no", stopped: false });
    const outcome = await call("report.preview", { source, choice: mutable(choice) });
    // Something else was chosen meanwhile: that answer is on its way.
    if (own !== wanted) return;
    set({ busy: false, phase: null, ...(outcome.ok ? { preview: outcome.value } : { error: outcome.error.code }) });
  };

  return {
    showReport: async (source, { host, note = "" }) => {
      const from = store.getState().screen;
      const before = report();
      const same = before.source?.kind === source.kind && before.source.id === source.id;
      const choice = same ? before.choice : { ...NO_CHOICES, note };
      set({ ...NO_REPORT, source, host, choice, from: from === "report" ? before.from : from });
      store.setState({ screen: "report" });
      await make();
    },
    chooseReport: async (change) => {
      set({ choice: { ...report().choice, ...change } });
      await make();
    },
    switchItem: async (key, shown) => {
      const { keep, hide } = report().choice;
      const others = { keep: keep.filter((one) => one !== key), hide: hide.filter((one) => one !== key) };
      const next = shown ? { ...others, keep: [...others.keep, key] } : { ...others, hide: [...others.hide, key] };
      set({ choice: { ...report().choice, ...next } });
      await make();
    },
    cancelReport: async () => {
      wanted += 1;
      set({ busy: false, phase: null, stopped: true });
      await call("report.cancel", undefined);
    },
    saveReport: async () => {
      const { preview, busy } = report();
      if (preview === null || busy) return;
      set({ busy: true, saved: null, error: null });
      const outcome = await call("report.save", { previewId: preview.id });
      set({ busy: false, ...(outcome.ok ? { saved: outcome.value } : { error: outcome.error.code }) });
    },
    copyReport: async () => {
      const { preview } = report();
      if (preview === null || !isCopyable(preview)) return;
      set({ copied: (await copyText(preview.text)) ? "yes" : "failed" });
    },
    copyAsText: (source) => copyAsText(call, source),
    leaveReport: () => store.setState({ screen: report().from }),
  };
}

async function copyAsText(call: Call, source: ReportSource) {
  const outcome = await call("report.preview", { source, choice: mutable({ ...NO_CHOICES, format: "txt" }) });
  if (!outcome.ok) return null;
  return { text: outcome.value.text, copied: await copyText(outcome.value.text) };
}

/** The contract's lists are plain arrays. */
function mutable(choice: ReportChoice): ReportChoice & { readonly keep: string[]; readonly hide: string[] } {
  return { ...choice, keep: [...choice.keep], hide: [...choice.hide] };
}
