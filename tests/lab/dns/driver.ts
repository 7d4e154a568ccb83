import { linuxDnsDeps } from "../../../electron/platform/linux/dns/deps.ts";
import { linuxDns } from "../../../electron/platform/linux/dns/linux-dns.ts";
import { realDeps } from "../../../electron/platform/machine-deps.ts";
import { createDnsDesk } from "../../../electron/repairs/dns/create-desk.ts";
import { recoverDns } from "../../../electron/repairs/dns/recover.ts";
import { keepChange, rollBackChange, switchDns } from "../../../electron/repairs/dns/switch.ts";
import { undoDns } from "../../../electron/repairs/dns/undo.ts";

/**
 * The transaction in a process of its own, for tests that kill it: `driver.mjs COMMAND FOLDER [ARGUMENTS]`. Prints one
 * line of JSON.
 *
 *   status | flush | recover | undo | rollback | keep | list | guard | more SECONDS
 *   use SECONDS ask|keep-for|then-keep|then-wait|worse SERVER...
 */
const [command = "", folder = "", ...rest] = process.argv.slice(2);
const backend = linuxDns(linuxDnsDeps(realDeps()));
const desk = createDnsDesk(backend, folder, "0.0.0-test");
const { signal } = new AbortController();

async function run(): Promise<unknown> {
  switch (command) {
    case "status":
      return backend.read(signal);
    case "flush":
      return backend.flush(true, signal);
    case "recover":
      return recoverDns(desk, true, signal);
    case "undo":
      return undoDns(desk, null, signal);
    case "rollback":
    case "keep": {
      const [change] = desk.journal.list().changes;
      if (change === undefined) return { kind: "none" };
      return command === "keep" ? keepChange(desk, change, signal) : rollBackChange(desk, change, signal);
    }
    case "more": {
      const [change] = desk.journal.list().changes;
      return change === undefined ? { kind: "none" } : backend.extend(change, Number(rest[0]), signal);
    }
    case "guard": {
      const [change] = desk.journal.list().changes;
      return change === undefined ? { kind: "none" } : backend.guardReport(change, signal);
    }
    case "list":
      return desk.journal.list();
    case "use":
      return use();
    default:
      return { kind: "usage" };
  }
}

async function use(): Promise<unknown> {
  const [seconds = "60", then = "ask", ...servers] = rest;
  const result = await switchDns(
    desk,
    {
      servers,
      linkId: null,
      mode: { kind: then === "keep-for" ? "keep-for" : "ask", deadlineSeconds: Number(seconds) },
    },
    {
      obstacles: async () => [],
      agree: async () => true,
      afterCheck: async () => then !== "worse",
      onStep: () => undefined,
    },
    signal,
  );
  if (result.kind !== "open") return result;
  if (then === "then-keep") return keepChange(desk, result.change, signal);
  if (then === "then-wait") {
    process.stdout.write(`${JSON.stringify({ kind: "waiting", id: result.change.id })}\n`);
    await new Promise((resolve) => setTimeout(resolve, 3_600_000));
  }
  return result;
}

process.stdout.write(`${JSON.stringify(await run())}\n`);
