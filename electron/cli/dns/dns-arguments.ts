import { parseArgs } from "node:util";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { chosenServers, type ChosenServersFault } from "../../repairs/dns/chosen-servers.ts";

/** What `dns use` was asked to do. */
export interface UseArguments {
  readonly servers: readonly string[];
  /** Id of an adapter as `dns status` shows it; null: the one with the way out. */
  readonly adapter: string | null;
  /** `now`: --keep. `for`: --keep-for. `ask`: neither. */
  readonly keep: "now" | "for" | "ask";
  /** Of --keep-for; 0 otherwise. */
  readonly seconds: number;
  readonly anyway: boolean;
}

/** What a DNS command was asked to do. */
export type DnsArguments =
  | { readonly command: "status" | "history"; readonly json: boolean }
  | { readonly command: "bench"; readonly json: boolean; readonly names: readonly string[] }
  | { readonly command: "flush" }
  | { readonly command: "undo"; readonly id: string | null; readonly anyNetwork: boolean }
  | { readonly command: "use"; readonly use: UseArguments };

/** Longest --keep-for: a day, in seconds. */
const LONGEST_SECONDS = 86_400;

const SUBCOMMANDS = "status, flush, use, undo, history, bench";

/** Parses the words after `dns`. The error is one sentence that says what to do. */
export function parseDnsArguments(words: readonly string[]): Result<DnsArguments, string> {
  const [command, ...rest] = words;
  switch (command) {
    case "status":
    case "history":
      return withOptions(rest, { json: { type: "boolean" } }, ({ values, positionals }) =>
        positionals.length > 0
          ? fail(`"${positionals[0]}" was not expected.`)
          : ok({ command, json: values["json"] === true }),
      );
    case "bench":
      return withOptions(rest, { json: { type: "boolean" } }, ({ values, positionals }) => {
        const wrong = positionals.find((name) => !/^(?=.{1,253}$)[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?$/i.test(name));
        return wrong === undefined
          ? ok({ command, json: values["json"] === true, names: positionals })
          : fail(`"${wrong}" is not a name. Give names of sites, e.g. dns bench www.example.com`);
      });
    case "flush":
      return rest.length > 0 ? fail(`"${rest[0]}" was not expected.`) : ok({ command });
    case "undo":
      return parseUndo(rest);
    case "use":
      return parseUse(rest);
    case undefined:
      return fail(`Say what to do: dns ${SUBCOMMANDS}.`);
    default:
      return fail(`dns does not know "${command}"; it takes ${SUBCOMMANDS}.`);
  }
}

function parseUndo(words: readonly string[]): Result<DnsArguments, string> {
  return withOptions(words, { "any-network": { type: "boolean" } }, ({ values, positionals }) => {
    const [id, more] = positionals;
    if (more !== undefined) return fail("One change at a time, please.");
    if (id !== undefined && !/^[0-9a-f]{4,32}$/i.test(id))
      return fail(`"${id}" is not the id of a change; see dns history.`);
    return ok({ command: "undo", id: id?.toLowerCase() ?? null, anyNetwork: values["any-network"] === true });
  });
}

function parseUse(words: readonly string[]): Result<DnsArguments, string> {
  const options = {
    adapter: { type: "string" },
    keep: { type: "boolean" },
    "keep-for": { type: "string" },
    anyway: { type: "boolean" },
  } as const;
  return withOptions(words, options, ({ values, positionals }) => {
    const chosen = chosenServers(positionals);
    if (!chosen.ok) return fail(faultWords(chosen.error));
    const keepFor = values["keep-for"];
    if (values["keep"] === true && keepFor !== undefined) return fail("Choose one of --keep and --keep-for.");
    const seconds = keepFor === undefined ? 0 : Number(keepFor);
    if (keepFor !== undefined && !(Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_SECONDS))
      return fail(`--keep-for takes whole seconds from 1 to ${LONGEST_SECONDS}, e.g. --keep-for 60.`);
    const use: UseArguments = {
      servers: chosen.value.servers,
      adapter: typeof values["adapter"] === "string" ? values["adapter"] : null,
      keep: values["keep"] === true ? "now" : keepFor === undefined ? "ask" : "for",
      seconds,
      anyway: values["anyway"] === true,
    };
    return ok({ command: "use", use });
  });
}

function faultWords({ code, text }: ChosenServersFault): string {
  switch (code) {
    case "none":
      return "Say which servers: cloudflare, google, quad9, or addresses, e.g. dns use 9.9.9.9,2620:fe::fe --keep";
    case "not-an-address":
      return `"${text}" is neither an address nor one of cloudflare, google, quad9.`;
    case "no-server-there":
      return `There can be no server at ${text}.`;
    case "too-many":
      return `At most ${text} servers: systems do not ask more.`;
  }
}

type Options = Readonly<Record<string, { readonly type: "boolean" | "string" }>>;

interface Parsed {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

function withOptions<Value>(
  words: readonly string[],
  options: Options,
  then: (parsed: Parsed) => Result<Value, string>,
): Result<Value, string> {
  let parsed: Parsed;
  try {
    parsed = parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    // node:util's messages are sentences made for people ("Unknown option '--jsn'...").
    return fail(error instanceof Error ? (error.message.split(". ")[0] ?? "Unknown option") : "Unknown option");
  }
  return then(parsed);
}
