import { parseDnsArguments, type DnsArguments } from "./dns-arguments.ts";
import { dnsBench } from "./dns-bench.ts";
import { dnsHistory, dnsUndo } from "./dns-changes.ts";
import { openDns, terminalWords, withCancel, type DnsCall, type OpenDns } from "./dns-deps.ts";
import { dnsFlush } from "./dns-flush.ts";
import { dnsStatus } from "./dns-status.ts";
import { dnsUse } from "./dns-use.ts";
import { printable } from "../terminal/style.ts";
import { EXIT, type Terminal } from "../terminal/terminal.ts";

/** `dns`: what is set, and changing it safely. Exit codes 0 done, 2 usage, 3 inconclusive, 4 nothing changed, 5 rolled back. */
export async function dnsCommand(
  words: readonly string[],
  terminal: Terminal,
  open: OpenDns = openDns,
): Promise<number> {
  const t = terminalWords();
  const parsed = parseDnsArguments(words);
  if (!parsed.ok) return refuse(terminal, parsed.error);
  const args = parsed.value;
  if (args.command === "use" && args.use.keep === "ask" && terminal.ask === undefined) {
    return refuse(terminal, t("dns.switch.use-how"));
  }
  const deps = await open(terminal);
  if (!deps.ok) return refuse(terminal, deps.error);
  return withCancel((signal) => run({ deps: deps.value, terminal, t, signal }, args));
}

function refuse(terminal: Terminal, sentence: string): number {
  terminal.err(`${printable(sentence)}\n`);
  return EXIT.usage;
}

function run(call: DnsCall, args: DnsArguments): Promise<number> {
  switch (args.command) {
    case "status":
      return dnsStatus(call, args.json);
    case "history":
      return dnsHistory(call, args.json);
    case "bench":
      return dnsBench(call, args);
    case "flush":
      return dnsFlush(call);
    case "undo":
      return dnsUndo(call, args);
    case "use":
      return dnsUse(call, args.use);
  }
}
