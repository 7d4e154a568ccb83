import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { APP_VERSION } from "../../shared/lib/app-version.ts";
import { dataFolder } from "../storage/data-folder.ts";
import { EXIT, type Terminal } from "./terminal/terminal.ts";
import { usageFor } from "./usage.ts";

/** A command of the terminal face: the words after its name in, the exit code out. */
type Command = (words: readonly string[], terminal: Terminal) => Promise<number>;

// Each command loads its own code: `version` must not wait for the probes.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  diagnose: async () => (await import("./diagnose/diagnose.ts")).diagnoseCommand,
  dns: async () => (await import("./dns/dns.ts")).dnsCommand,
  fix: async () => (await import("./fix.ts")).fixCommand,
  recover: async () => (await import("./recover.ts")).recoverCommand,
  watch: async () => (await import("./watch/watch.ts")).watchCommand,
  classify: async () => (await import("./classify.ts")).classifyCommand,
  report: async () => (await import("./report/report.ts")).reportCommand,
  history: async () => (await import("./history.ts")).historyCommand,
  contact: async () => (await import("./contact.ts")).contactCommand,
  owner: async () => (await import("./owner.ts")).ownerCommand,
  explain: async () => (await import("./explain.ts")).explainCommand,
  practice: async () => (await import("./practice.ts")).practiceCommand,
  schema: async () => (await import("./schema.ts")).schemaCommand,
  help: async () => printHelp,
  version: async () => printVersion,
};

/** Names of the commands: what the packaged binary looks for before it opens a window. */
export const COMMAND_NAMES: readonly string[] = Object.keys(COMMANDS);

/** Runs one command. Never throws: a bug of ours ends with exit code 2's neighbour 70 (EX_SOFTWARE of sysexits.h) and a line on stderr. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name = "help", ...words] = argv;
  const known = { "--help": "help", "-h": "help", "--version": "version", "-v": "version" }[name] ?? name;
  const load = Object.hasOwn(COMMANDS, known) ? COMMANDS[known] : undefined;
  if (load === undefined) {
    terminal.err(`There is no command "${name}". Try: ${COMMAND_NAMES.join(", ")}.\n`);
    return EXIT.usage;
  }
  if (words.includes("--help") || words.includes("-h")) return printHelp([], terminal);
  try {
    // An interrupted change is put right at every start.
    if (known !== "recover" && mayHaveChanges(terminal)) {
      await (await import("./recover.ts")).recoverBeforeCommand(terminal);
    }
    const command = await load();
    return await command(words, terminal);
  } catch (error) {
    terminal.err(
      `Something broke inside GoodGateway: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 70;
  }
}

/** Cheap: a machine on which nothing was ever changed pays one look at a folder. */
function mayHaveChanges({ env }: Terminal): boolean {
  return existsSync(join(dataFolder({ platform: process.platform, env, home: homedir() }), "journal"));
}

async function printHelp(_words: readonly string[], terminal: Terminal): Promise<number> {
  await terminal.out(usageFor(terminal.columns));
  return EXIT.done;
}

async function printVersion(_words: readonly string[], terminal: Terminal): Promise<number> {
  await terminal.out(`${APP_VERSION}\n`);
  return EXIT.done;
}
