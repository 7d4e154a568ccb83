import { expect, it, vi } from "vitest";

vi.mock("electron", () => ({ app: {}, session: {}, protocol: {} }));
const { isOwnRequest } = await import("../../../../electron/main/session-policy.ts");

it("lets the window ask for its own files", () => {
  expect(isOwnRequest("app://goodgateway/index.html", false)).toBe(true);
});

it.each([
  "https://example.com/",
  "http://127.0.0.1/",
  "ws://127.0.0.1/",
  "file:///etc/passwd",
  "data:text/html,x",
  "blob:app://goodgateway/1",
  "app://goodgateway.evil/index.html",
  "app://goodgateway",
  "chrome-extension://abc/x.js",
])("cancels %s", (url) => {
  expect(isOwnRequest(url, false)).toBe(false);
  expect(isOwnRequest(url, true)).toBe(false);
});

it("lets the developer tools load themselves only while developing", () => {
  expect(isOwnRequest("devtools://devtools/bundled/x.js", true)).toBe(true);
  expect(isOwnRequest("devtools://devtools/bundled/x.js", false)).toBe(false);
});
