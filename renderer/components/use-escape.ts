import { useEffect } from "react";

/** Does something when Escape is pressed and nothing nearer wanted it. */
export function useEscape(act: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented) act();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [act]);
}
