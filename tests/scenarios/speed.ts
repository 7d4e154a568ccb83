import type { LabScenario } from "./scenario.ts";

/** The same questions over a longer way, and with dead resolvers: how long people wait. */
export const SPEED_SCENARIOS: readonly LabScenario[] = [
  {
    id: "far-healthy",
    broken: "nothing, 150 ms away",
    url: "https://plain.example.com/",
    faults: [],
    roundTripMs: 150,
    expected: { code: "healthy", sides: ["none"] },
  },
  {
    id: "far-502",
    broken: "a dead backend, 150 ms away",
    url: "https://nginx.example.com/",
    faults: [{ do: "application", name: "nginx", behaviour: { how: "refuse" } }],
    roundTripMs: 150,
    expected: { code: "gateway-error", sides: ["site-origin"] },
  },
  {
    id: "far-silent",
    broken: "a silent site, 150 ms away",
    url: "https://plain.example.com/",
    faults: [{ do: "block", at: "net", to: ["23.45.67.50"], how: "silent" }],
    roundTripMs: 150,
    expected: { code: "site-unreachable", sides: ["site-edge"] },
  },
  {
    id: "far-partial",
    broken: "one of three addresses serves 502, 150 ms away",
    url: "https://three.example.com/",
    faults: [{ do: "application", name: "three-2", behaviour: { how: "refuse" } }],
    roundTripMs: 150,
    expected: { code: "site-partial", sides: ["site-edge"] },
  },
  {
    id: "far-resolver-dead",
    broken: "the own resolver is dead, 150 ms away",
    url: "https://plain.example.com/",
    faults: [{ do: "dns-dead", who: ["router"] }],
    roundTripMs: 150,
    expected: { code: "resolver-unreachable", sides: ["resolver"] },
  },
  {
    id: "near-502",
    broken: "a dead backend, 2 ms away",
    url: "https://nginx.example.com/",
    faults: [{ do: "application", name: "nginx", behaviour: { how: "refuse" } }],
    roundTripMs: 2,
    expected: { code: "gateway-error", sides: ["site-origin"] },
  },
  {
    id: "public-resolvers-dead",
    broken: "nothing but that no public resolver answers",
    url: "https://plain.example.com/",
    setup: [{ do: "dns-dead", who: ["public"] }],
    faults: [],
    expected: { code: "healthy", sides: ["none"] },
  },
  {
    id: "public-resolvers-dead-502",
    broken: "a dead backend, and no public resolver answers",
    url: "http://nginx.example.com/",
    setup: [{ do: "dns-dead", who: ["public"] }],
    faults: [{ do: "application", name: "nginx", behaviour: { how: "refuse" } }],
    expected: { code: "gateway-error", sides: ["site-origin"] },
  },
];
