import { useEffect, useState } from "react";
import { sayDuration } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";

const TICK_MS = 100;

/** A running clock. `since` is a reading of `performance.now()`. */
export function Elapsed({ since }: { readonly since: number }) {
  const t = useText();
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  // Rounded to the tick, so that it never reads "< 0.1 s" on the way up.
  const ms = Math.floor((now - since) / TICK_MS) * TICK_MS;
  return (
    <span role="timer" aria-live="off" aria-label={t("checkup.elapsed")}>
      {sayDuration(t, Math.max(ms, 0))}
    </span>
  );
}
