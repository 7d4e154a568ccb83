import { hostsEntriesFor } from "../platform/readings/hosts-entries.ts";
import type { Check } from "./check.ts";
import { gate } from "./support/gate.ts";
import { notReadable, outcome, skip } from "./support/outcome.ts";

/** Does this computer's hosts file decide where the site's name leads? */
export const hostsFileCheck: Check<"hosts-file"> = {
  id: "hosts-file",
  needs: [],
  limitMs: 2_000,
  async run(context) {
    const reason = gate(context, { name: true });
    if (reason !== null) return skip(reason);
    const reading = await context.machine.hostsFile(context.signal);
    if (!reading.ok) return notReadable(reading.error);
    const { path, text } = reading.value;
    const lines = text.split(/\r\n|\n|\r/);
    const entries = hostsEntriesFor(text, context.target.host).map(({ address, line }) => ({
      address,
      line,
      text: (lines[line - 1] ?? "").trim(),
    }));
    const [first] = entries;
    if (first === undefined) return outcome("hosts-file", "pass", "not-named", { path, entries });
    const values = { host: context.target.displayHost, address: first.address };
    return outcome("hosts-file", "warn", { variant: "named", values }, { path, entries });
  },
};
