import type { AnswerKey } from "../../../shared/model/answers.ts";
import type { LookKind, StepKind } from "../../../shared/model/guided.ts";
import type { RepairId } from "../../../shared/model/repair.ts";

/** What kind of step a repair is. */
export interface StepNature {
  readonly kind: StepKind;
  readonly look: LookKind;
  /** About how long it takes the person, seconds: an estimate that only puts easier steps first. */
  readonly effort: number;
  /** The question that trying it answers; only for steps of kind `ask`. */
  readonly answers?: AnswerKey;
}

const PERSON = { kind: "do", look: "person" } as const;
const CHECKUP = { kind: "do", look: "checkup" } as const;
const ASK = { kind: "ask", look: "person" } as const;
const ELSEWHERE = { kind: "elsewhere", look: "checkup" } as const;
const DNS = { kind: "dns", look: "name" } as const;

/** Every repair as a step of the guided flow. */
export const STEP_NATURE: Readonly<Record<RepairId, StepNature>> = {
  "retry-politely": { kind: "look", look: "checkup", effort: 5 },
  watch: { ...ELSEWHERE, effort: 5 },
  "new-session": { ...PERSON, effort: 45 },
  "hard-refresh": { ...PERSON, effort: 10 },
  "private-window": { ...ASK, effort: 20, answers: "private-window-works" },
  "other-browser": { ...ASK, effort: 25, answers: "other-browser-works" },
  "no-extensions": { ...ASK, effort: 40, answers: "no-extensions-works" },
  "safe-mode": { ...ASK, effort: 60, answers: "no-extensions-works" },
  "clear-site-cookies": { ...PERSON, effort: 60 },
  "clear-browser-cache": { ...PERSON, effort: 90 },
  "clear-host-cache": { ...PERSON, effort: 10 },
  "flush-dns": { kind: "do", look: "name", effort: 5 },
  "one-click-dns": { ...DNS, effort: 30 },
  "switch-dns": { ...DNS, effort: 60 },
  "router-dns": { ...CHECKUP, effort: 600 },
  "encrypted-dns": { ...CHECKUP, effort: 180 },
  "renew-address": { ...CHECKUP, effort: 15 },
  "hosts-entry": { kind: "do", look: "name", effort: 20 },
  "proxy-off": { kind: "do", look: "proxy", effort: 15 },
  "vpn-toggle": { ...CHECKUP, effort: 60 },
  "mend-browser": { ...PERSON, effort: 600 },
  "portal-login": { ...CHECKUP, effort: 60 },
  "restart-browser": { ...PERSON, effort: 45 },
  "restart-computer": { ...CHECKUP, effort: 240 },
  "restart-network": { ...CHECKUP, effort: 300 },
  "other-device": { ...ASK, effort: 60, answers: "other-device-works" },
  "set-clock": { ...CHECKUP, effort: 60 },
  "mtu-hint": { ...CHECKUP, effort: 300 },
  "ipv6-hint": { ...CHECKUP, effort: 300 },
  "contact-site": { ...ELSEWHERE, effort: 120 },
  "contact-provider": { ...ELSEWHERE, effort: 300 },
  owner: { ...ELSEWHERE, effort: 600 },
  "check-address": { ...ELSEWHERE, effort: 20 },
  reconnect: { ...CHECKUP, effort: 30 },
  "restart-service": { ...CHECKUP, effort: 25 },
  "security-software": { ...CHECKUP, effort: 300 },
  "start-program": { ...CHECKUP, effort: 60 },
  "check-port": { ...CHECKUP, effort: 90 },
  "own-program": { ...CHECKUP, effort: 120 },
};
