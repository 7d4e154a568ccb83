import { useEffect, useState } from "react";
import { LiveLine } from "../../components/LiveLine.tsx";
import { secondsLeft } from "../../state/slices/dns.ts";
import { useAppState } from "../../state/WindowProvider.tsx";
import { sayWait } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./dns.module.css";

const TICK_MS = 250;

/** Spoken at these, and not at every second. */
const SPOKEN = [30, 15, 5];

/** Time left until the change goes back by itself. Main's guard decides; this only shows. */
export function Countdown() {
  const t = useText();
  const dns = useAppState((state) => state.dns);
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const left = secondsLeft(dns, Math.max(now, dns.askedAt));
  if (left === null) return null;
  const words = t("mydns.job.keep.left", { seconds: sayWait(t, left) });
  const spoken = SPOKEN.findLast((mark) => left <= mark);
  return (
    <>
      <p className={css["count"]} role="timer" aria-live="off" aria-label={t("mydns.job.keep.left-label")}>
        {words}
      </p>
      <LiveLine>{spoken === undefined ? "" : t("mydns.job.keep.left", { seconds: sayWait(t, spoken) })}</LiveLine>
    </>
  );
}
