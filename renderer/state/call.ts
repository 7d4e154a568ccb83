import type { Api, Input, Outcome, Output } from "../../shared/contract/calls.ts";
import type { CallName } from "../../shared/contract/channels.ts";

/** The door to main as the actions use it. */
export type Call = <K extends CallName>(name: K, input: Input<K>) => Promise<Outcome<Output<K>>>;

/** A door that breaks is an answer too. */
export function caller(api: Api): Call {
  return async (name, input) => {
    try {
      return await api.call(name, input);
    } catch {
      return { ok: false, error: { code: "crashed" } };
    }
  };
}
