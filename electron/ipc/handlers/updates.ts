import { ok, type Result } from "../../../shared/lib/result.ts";
import type { UpdatesView } from "../../../shared/model/updates.ts";
import type { Handlers } from "../answer.ts";

/** What the calls about newer versions need: the one place that knows about them, made with its first use. */
export interface UpdatesCallParts {
  readonly updates: () => Promise<{
    view(): Promise<UpdatesView>;
    look(): Promise<Result<UpdatesView, "not-supported" | "busy">>;
    fetch(): Promise<Result<UpdatesView, "not-supported" | "busy">>;
    install(): Promise<Result<UpdatesView, "not-supported" | "busy">>;
  }>;
}

/** All calls about newer versions. */
export function updatesHandlers({
  updates,
}: UpdatesCallParts): Pick<Handlers, Extract<keyof Handlers, `updates.${string}`>> {
  return {
    "updates.read": async () => ok(await (await updates()).view()),
    "updates.look": async () => (await updates()).look(),
    "updates.fetch": async () => (await updates()).fetch(),
    "updates.install": async () => (await updates()).install(),
  };
}
