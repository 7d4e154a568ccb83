import { describe, expect, it } from "vitest";
import { askOncePerServer } from "../../../../../electron/probes/lookup/resolver-tries.ts";

describe("how often a server is asked", () => {
  it("is once where nobody said otherwise", () => {
    const env: Record<string, string | undefined> = {};
    askOncePerServer(env);
    expect(env).toEqual({ RES_OPTIONS: "attempts:1" });
  });

  it("stays what somebody set", () => {
    const env = { RES_OPTIONS: "timeout:1" };
    askOncePerServer(env);
    expect(env).toEqual({ RES_OPTIONS: "timeout:1" });
  });
});
