import { describe, expect, test } from "vitest";
import {
  decodeShortCode,
  encodeShortCode,
  HIGHEST_RULES,
  SHORT_CODE_SIGNS,
} from "../../../../shared/lib/short-code.ts";
import { SHORT_CODE_SIDES, SHORT_CODE_VERDICTS } from "../../../../shared/lib/short-code-tables.ts";
import { CONFIDENCES } from "../../../../shared/model/confidence.ts";
import { FAULT_SIDES } from "../../../../shared/model/fault-side.ts";
import { VERDICT_CODES } from "../../../../shared/model/verdict-code.ts";

/** Every number ever given, in its order. People have codes on paper: only additions at the end. */
const GIVEN =
  "healthy browser-only intermittent no-link no-address no-route router-unreachable no-internet captive-portal provider-block mtu-blackhole lossy-path ipv6-broken clock-wrong hosts-override local-firewall dns-service-down resolver-unreachable resolver-failing resolver-slow resolver-stale resolver-hijack resolver-filtered dns-interception dns-port-blocked os-cache-stale browser-cache-stale proxy-unreachable proxy-auth proxy-error tls-intercepted vpn-path name-not-found site-dns-failing site-refused site-unreachable site-partial tls-expired tls-wrong-name tls-untrusted tls-protocol gateway-error gateway-timeout overloaded maintenance edge-error origin-error session-bound client-certificate parked access-denied rate-limited not-found redirect-loop invalid-response other-http-error inconclusive".split(
    " ",
  );
const GIVEN_SIDES =
  "none device browser local-network provider resolver proxy site-dns site-edge site-origin unknown".split(" ");

const code = encodeShortCode({ code: "gateway-error", faultSide: "site-origin", confidence: "high", rules: 1 });

describe("the short code", () => {
  test("keeps every number that was ever given", () => {
    expect(SHORT_CODE_VERDICTS).toEqual(Object.fromEntries(GIVEN.map((name, index) => [name, index + 1])));
    expect(SHORT_CODE_SIDES).toEqual(Object.fromEntries(GIVEN_SIDES.map((name, index) => [name, index])));
    expect(code).toBe("M9W-YQHH");
  });

  test("has at most eight signs and none that look alike", () => {
    expect(code).toMatch(/^[34679ACDEFHJKMNPQRTVWXY]{3}-[34679ACDEFHJKMNPQRTVWXY]{4}$/u);
    for (const pair of ["0O", "1I", "1L", "2Z", "5S", "6G", "8B", "UV"])
      expect(Array.from(pair).filter((sign) => SHORT_CODE_SIGNS.includes(sign)).length).toBeLessThan(2);
  });

  test("reads back every verdict, side, confidence and version", () => {
    const all = VERDICT_CODES.flatMap((verdict) =>
      FAULT_SIDES.flatMap((faultSide) =>
        CONFIDENCES.flatMap((confidence) =>
          [1, 2, 77, HIGHEST_RULES].map((rules) => ({ code: verdict, faultSide, confidence, rules })),
        ),
      ),
    );
    expect(
      all.filter(
        (content) =>
          JSON.stringify(decodeShortCode(encodeShortCode(content))) !== JSON.stringify({ ok: true, value: content }),
      ),
    ).toEqual([]);
  });

  test("is read as people type it", () => {
    for (const typed of ["m9w-yqhh", " M9WYQHH ", "m9w yqhh"])
      expect(decodeShortCode(typed)).toMatchObject({ ok: true });
  });

  test("notices every single wrong sign and every swap of two", () => {
    const signs = code.replace("-", "");
    const wrong: string[] = [];
    for (let at = 0; at < signs.length; at += 1) {
      for (const sign of SHORT_CODE_SIGNS)
        if (sign !== signs[at]) wrong.push(signs.slice(0, at) + sign + signs.slice(at + 1));
      for (let other = at + 1; other < signs.length; other += 1) {
        const swapped = Array.from(signs);
        [swapped[at], swapped[other]] = [swapped[other] ?? "", swapped[at] ?? ""];
        if (swapped.join("") !== signs) wrong.push(swapped.join(""));
      }
    }
    expect(wrong.length).toBeGreaterThan(150);
    expect(wrong.filter((text) => decodeShortCode(text).ok)).toEqual([]);
  });

  test("says why a text is no code", () => {
    expect(decodeShortCode("M9W")).toEqual({ ok: false, error: "wrong-length" });
    expect(decodeShortCode("M9W-YQH0")).toEqual({ ok: false, error: "wrong-sign" });
    expect(decodeShortCode("M9W-YQHX")).toEqual({ ok: false, error: "misread" });
  });
});
