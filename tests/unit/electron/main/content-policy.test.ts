import { expect, it } from "vitest";
import { contentPolicy, pageHeaders } from "../../../../electron/main/content-policy.ts";

it("allows a page its own files, one nonce for styles and nothing else", () => {
  expect(contentPolicy("abc").split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-abc'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'none'",
    "frame-src app://preview",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
});

it("sends the policy, and headers that keep the page to itself, with every answer", () => {
  expect(pageHeaders("text/css", "abc")).toMatchObject({
    "content-type": "text/css",
    "content-security-policy": contentPolicy("abc"),
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
  });
});
