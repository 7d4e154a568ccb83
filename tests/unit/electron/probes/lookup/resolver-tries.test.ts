import { describe, expect, it } from "vitest";
import { askAgainSoon } from "../../../../../electron/probes/lookup/resolver-tries.ts";

describe("how a DNS server is asked", () => {
  it("is twice with a short wait where nobody said otherwise", () => {
    const env: Record<string, string | undefined> = {};
    askAgainSoon(env);
    expect(env).toEqual({ RES_OPTIONS: "timeout:2 attempts:2" });
  });

  it("stays what somebody set", () => {
    const env = { RES_OPTIONS: "timeout:1" };
    askAgainSoon(env);
    expect(env).toEqual({ RES_OPTIONS: "timeout:1" });
  });
});
