// `npm run campaign:ipc [-- --short] [-- --count N]`: what a page that was taken over can send through the door.
import { z } from "zod";
import { answer, type Door, type Handlers } from "../../electron/ipc/answer.ts";
import type { Frame } from "../../electron/ipc/sender.ts";
import { calls } from "../../shared/contract/calls.ts";
import { CALLS, type CallName } from "../../shared/contract/channels.ts";
import { invalidInput } from "./campaign-ipc/invalid-input.ts";
import { wrongSenders } from "./campaign-ipc/wrong-senders.ts";
import { close, trials } from "./lib/campaign.ts";
import { seeded } from "./lib/seeded.ts";

const SEED = 20_261_122;
const ORIGIN = "app://goodgateway";
const own: Frame = { url: `${ORIGIN}/index.html`, origin: ORIGIN, parent: null };
const random = seeded(SEED);

/** Every handler only notes that it was reached: whatever gets there got past the door. */
const reached: { readonly name: CallName; readonly input: unknown }[] = [];
const broke: string[] = [];
const handlers = Object.fromEntries(
  CALLS.map((name) => [
    name,
    (input: unknown) => {
      reached.push({ name, input });
      return Promise.resolve({ ok: false, error: "crashed" });
    },
  ]),
) as unknown as Handlers;
const door: Door = {
  gate: { origin: ORIGIN, ownFrame: () => own },
  handlers,
  report: (name, error) => void broke.push(`${name}: ${String(error)}`),
};

const schemas = Object.fromEntries(
  CALLS.map((name) => [name, z.toJSONSchema(calls[name].input, { io: "input", unrepresentable: "any" })]),
);
const count = trials(5_000, 100_000);
let rejected = 0;
const passed: string[] = [];
for (let index = 0; index < count; index += 1) {
  const name = random.pick(CALLS);
  const input = invalidInput(schemas[name], random);
  const before = reached.length;
  // oxlint-disable-next-line no-await-in-loop -- what a call did must be told before the next
  const outcome = await answer(door, name, { sender: own, input });
  const code = outcome.ok ? "ok" : outcome.error.code;
  if (reached.length === before && ["invalid", "too-large", "too-long"].includes(code)) rejected += 1;
  else passed.push(`${name} (${code}): ${describe(input)}`);
}
for (const line of passed.slice(0, 10)) process.stdout.write(`PASSED ${line}\n`);

const senders = wrongSenders(ORIGIN, own);
let refused = 0;
let sent = 0;
const reachedBefore = reached.length;
for (const name of CALLS) {
  for (const sender of Object.values(senders)) {
    sent += 1;
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await answer(door, name, { sender, input: undefined });
    if (!outcome.ok && outcome.error.code === "refused") refused += 1;
  }
}

close("ipc", [
  { what: "invalid calls", figures: `${rejected} of ${count} rejected before any handler`, holds: rejected === count },
  { what: "handlers that broke", figures: String(broke.length), holds: broke.length === 0 },
  {
    what: "wrong senders",
    figures: `${refused} of ${sent} refused (${CALLS.length} calls x ${Object.keys(senders).length} senders)`,
    holds: refused === sent && reached.length === reachedBefore,
  },
  {
    what: "the prototype of all objects",
    figures: "polluted" in {} ? "changed" : "untouched",
    holds: !("polluted" in {}),
  },
]);

function describe(input: unknown): string {
  try {
    return (JSON.stringify(input) ?? String(input)).slice(0, 200);
  } catch {
    return Object.prototype.toString.call(input);
  }
}
