import { BETWEEN_SCENARIOS } from "./between.ts";
import { EDGE_SCENARIOS } from "./edges.ts";
import { GATEWAY_SCENARIOS } from "./gateways.ts";
import { NAME_SCENARIOS } from "./names.ts";
import { NEAR_SCENARIOS } from "./near-the-person.ts";
import type { LabScenario } from "./scenario.ts";
import { SITE_CONNECTION_SCENARIOS } from "./site-connections.ts";
import { SITE_ANSWER_SCENARIOS } from "./site-answers.ts";
import { SITE_PAGE_SCENARIOS } from "./site-pages.ts";
import { SPEED_SCENARIOS } from "./speed.ts";

/** Every scenario of the lab, nearest the person first. */
export const SCENARIOS: readonly LabScenario[] = [
  ...NEAR_SCENARIOS,
  ...BETWEEN_SCENARIOS,
  ...NAME_SCENARIOS,
  ...SITE_CONNECTION_SCENARIOS,
  ...GATEWAY_SCENARIOS,
  ...EDGE_SCENARIOS,
  ...SITE_PAGE_SCENARIOS,
  ...SITE_ANSWER_SCENARIOS,
  ...SPEED_SCENARIOS,
];
