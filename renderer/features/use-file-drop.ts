import { useEffect } from "react";
import { useActions } from "../state/WindowProvider.tsx";

/** A file may be dropped anywhere on the window; a place that wants it for itself takes it first. */
export function useFileDrop(): void {
  const actions = useActions();
  useEffect(() => {
    const allow = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined || event.defaultPrevented) return;
      event.preventDefault();
      if (file.name.toLowerCase().endsWith(".goodgateway.json")) {
        void actions.openReportFile(file);
        return;
      }
      actions.showSaved();
      void actions.dropSaved(file);
    };
    document.addEventListener("dragover", allow);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", allow);
      document.removeEventListener("drop", drop);
    };
  }, [actions]);
}
