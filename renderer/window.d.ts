import type { Api } from "../shared/contract/calls.ts";

declare global {
  interface Window {
    /** Put there by the preload; missing only when the page is opened outside the app. */
    readonly api?: Api;
  }
}
