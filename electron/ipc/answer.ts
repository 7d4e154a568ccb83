import { calls, type Output, type Outcome, type ParsedInput } from "../../shared/contract/calls.ts";
import type { CallName } from "../../shared/contract/channels.ts";
import type { ErrorCode } from "../../shared/contract/error-code.ts";
import { fail, type Result } from "../../shared/lib/result.ts";
import { isOwnSender, type Frame, type Gate } from "./sender.ts";
import { fits, limitOf } from "./size.ts";

/** What answers one call: gets parsed input, gives a value or a code. */
export type Handler<Name extends CallName> = (input: ParsedInput<Name>) => Promise<Result<Output<Name>, ErrorCode>>;

/** One handler for every call of the contract. */
export type Handlers = { readonly [Name in CallName]: Handler<Name> };

/** What the door needs beside the handlers. */
export interface Door {
  readonly gate: Gate;
  readonly handlers: Handlers;
  /** Hears what broke; the window only learns that something did. */
  readonly report: (name: CallName, error: unknown) => void;
}

/** Answers one call of the window by its name. */
export type Answering = (
  name: CallName,
  call: { readonly sender: Frame | null; readonly input: unknown },
) => Promise<Outcome<unknown>>;

/**
 * Answers one call: sender, size, shape, handler, shape of the answer. Never throws: what crossed the door and broke
 * inside comes back as `crashed`, and the log has the rest.
 */
export async function answer<Name extends CallName>(
  door: Door,
  name: Name,
  call: { readonly sender: Frame | null; readonly input: unknown },
): Promise<Outcome<Output<Name>>> {
  if (!isOwnSender(call.sender, door.gate)) return failed("refused");
  try {
    if (!fits(call.input, limitOf(name))) return failed("too-large");
    const parsed = calls[name].input.safeParse(call.input);
    if (!parsed.success) return failed(misfit(parsed.error.issues));
    // TypeScript cannot follow that calls[name] and handlers[name] belong to the same name.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const result = await door.handlers[name](parsed.data as ParsedInput<Name>);
    if (!result.ok) return failed(result.error);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed right here
    return { ok: true, value: calls[name].output.parse(result.value) as Output<Name> };
  } catch (error) {
    door.report(name, error);
    return failed("crashed");
  }
}

/** What a person typed or pasted over its limit gets an answer of its own; anything else is a broken caller. */
function misfit(
  issues: readonly { readonly code: string; readonly path: readonly PropertyKey[] }[],
): "too-long" | "too-large" | "invalid" {
  const over = (name: string): boolean =>
    issues.every(({ code, path }) => code === "too_big" && path.length === 1 && path[0] === name);
  if (over("input")) return "too-long";
  return over("text") ? "too-large" : "invalid";
}

function failed(code: ErrorCode): { readonly ok: false; readonly error: { readonly code: ErrorCode } } {
  return fail({ code });
}
