import { ERROR_CODES } from "../../shared/contract/error-code.ts";
import { createFakeMain } from "./fake-main.ts";
import { SAMPLES } from "./samples.ts";

/** `?sample=NAME` chooses the result; `&pause` stops half-way; `&error=CODE` refuses to start; `&slow` takes two seconds, as a real check-up does. */
const SLOW_STEPS = 20;
const SLOW_STEP_MS = 100;
const query = new URLSearchParams(location.search);
const main = createFakeMain();
const sample = SAMPLES[query.get("sample") ?? ""] ?? SAMPLES["gateway-error"];
Object.defineProperty(window, "api", { value: main.api });
const violations: string[] = [];
Object.defineProperty(window, "violations", { value: violations });
document.addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
main.offer = "https://shop.example/basket?item=4711";
main.startError = ERROR_CODES.find((code) => code === query.get("error")) ?? null;
main.onStart = (): void => {
  if (sample === undefined) return;
  if (!query.has("slow")) {
    main.play(sample, query.has("pause") ? 0.55 : 1);
    return;
  }
  let step = 0;
  const timer = setInterval(() => {
    step += 1;
    main.play(sample, step / SLOW_STEPS);
    if (step === SLOW_STEPS) clearInterval(timer);
  }, SLOW_STEP_MS);
};
await import("../../renderer/main.tsx");
