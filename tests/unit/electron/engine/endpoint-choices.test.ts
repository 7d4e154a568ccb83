import { describe, expect, it } from "vitest";
import { endpointsOf, withChoices } from "../../../../electron/engine/endpoint-choices.ts";
import { BUILT_IN_REFERENCES } from "../../../../electron/engine/outside-endpoints.ts";

const keys = endpointsOf(BUILT_IN_REFERENCES).map(({ key }) => key);
const none = { off: [], instead: {} };

describe("the outside endpoints", () => {
  it("are listed each once, and none is missing", () => {
    expect(new Set(keys).size).toBe(keys.length);
    const listed = endpointsOf(BUILT_IN_REFERENCES).map(({ builtIn }) => builtIn);
    const { publicResolvers, connectivityChecks, egress, location } = BUILT_IN_REFERENCES;
    for (const { udp, dot, doh } of publicResolvers) expect(listed).toEqual(expect.arrayContaining([...udp, dot, doh]));
    for (const { url } of connectivityChecks) expect(listed).toContain(url);
    expect(keys.filter((key) => key.startsWith("egress"))).toHaveLength(egress.length);
    expect(keys.filter((key) => key.startsWith("location"))).toHaveLength(location.length);
    for (const name of ["stableName", "canary", "vantage", "interceptProbe"]) expect(keys).toContain(name);
  });

  it("are as built in while nothing is chosen", () => {
    expect(withChoices(BUILT_IN_REFERENCES, none)).toEqual({ ok: true, value: BUILT_IN_REFERENCES });
  });

  it("are all gone when all are switched off", () => {
    const chosen = withChoices(BUILT_IN_REFERENCES, { off: keys, instead: {} });
    expect(chosen.ok ? endpointsOf(chosen.value) : chosen).toEqual([]);
  });

  it.each(keys)("leave out %s alone when it is switched off", (key) => {
    const chosen = withChoices(BUILT_IN_REFERENCES, { off: [key], instead: {} });
    const left = chosen.ok ? endpointsOf(chosen.value).map((endpoint) => endpoint.key) : [];
    // Half of the pair that tells about signatures tells nothing.
    expect(left).toEqual(
      keys.filter((other) => other !== key && !(key.startsWith("dnssec") && other.startsWith("dnssec"))),
    );
  });

  it("are contacted where the person says instead", () => {
    const key = "connectivity http://detectportal.firefox.com/success.txt";
    const chosen = withChoices(BUILT_IN_REFERENCES, {
      off: [],
      instead: { [key]: "http://own.example/ok", stableName: "own.example" },
    });
    expect(chosen.ok && chosen.value.stableName).toBe("own.example");
    expect(chosen.ok && chosen.value.connectivityChecks.map(({ url }) => url)).toContain("http://own.example/ok");
  });

  it("refuse what is not of the right form", () => {
    expect(withChoices(BUILT_IN_REFERENCES, { off: [], instead: { interceptProbe: "no address" } }).ok).toBe(false);
    expect(withChoices(BUILT_IN_REFERENCES, { off: [], instead: { "egress 1.1.1.1 443": "nonsense" } }).ok).toBe(false);
  });
});
