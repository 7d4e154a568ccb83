import { describe, expect, it } from "vitest";
import { askOnceOrTwice } from "../../../../../electron/probes/lookup/resolver-tries.ts";

function optionsFor(text: string, env: Record<string, string | undefined> = {}): string | undefined {
  askOnceOrTwice(env, () => text);
  return env["RES_OPTIONS"];
}

describe("how DNS servers are asked", () => {
  it("is twice with a short wait where there is only one", () => {
    expect(optionsFor("search home\nnameserver 192.0.2.1\n")).toBe("timeout:2 attempts:2");
    expect(optionsFor("")).toBe("timeout:2 attempts:2");
  });

  it("is once each, with the system's own wait, where there are several", () => {
    expect(optionsFor("nameserver 192.0.2.1\n  nameserver 2001:db8::1\n# nameserver 192.0.2.9\n")).toBe("attempts:1");
    expect(optionsFor("# nameserver 192.0.2.9\nnameserver 192.0.2.1\n")).toBe("timeout:2 attempts:2");
  });

  it("stays what somebody set", () => {
    expect(optionsFor("", { RES_OPTIONS: "timeout:1" })).toBe("timeout:1");
  });
});
