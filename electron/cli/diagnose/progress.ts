import type { CheckupEvent } from "../../../shared/model/checkup.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Rewrites one line on stderr while a check-up runs; silent where nobody watches (pipes, JSON). */
export function showProgress(
  terminal: Terminal,
  t: Translator,
  output: "human" | "json" | "events",
): { readonly event: (event: CheckupEvent) => void; readonly end: () => void } {
  if (!terminal.errIsTty || output !== "human") return { event: () => undefined, end: () => undefined };
  const running = new Map<string, string>();
  let planned = 0;
  let ended = 0;
  const draw = (): void => {
    const names = [...running.values()].join(", ");
    const line = `  ${ended}/${planned}  ${names}`.slice(0, Math.max(20, terminal.columns - 1));
    // CR and "erase in line" (ECMA-48 8.3.41) keep it on one line.
    terminal.err(`\r\u001B[2K${line}`);
  };
  return {
    event: (event) => {
      if (event.kind === "started") planned = event.planned.length;
      if (event.kind === "check-started") running.set(event.checkId, t(`check.${event.checkId}.title`));
      if (event.kind === "check-ended") {
        running.delete(event.result.id);
        ended += 1;
      }
      if (event.kind !== "path" && event.kind !== "ended") draw();
    },
    end: () => terminal.err("\r\u001B[2K"),
  };
}
