import { createFakeMain } from "./fake-main.ts";
import { SAMPLES } from "./samples.ts";

/** `?sample=NAME` chooses the result; `&pause` stops half-way; every check ends one tick after the one before. */
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
main.onStart = (): void => {
  if (sample === undefined) return;
  main.play(sample, query.has("pause") ? 0.55 : 1);
};
await import("../../renderer/main.tsx");
