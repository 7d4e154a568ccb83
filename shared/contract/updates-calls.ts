import { z } from "zod";
import type { UpdatesView } from "../model/updates.ts";

z.config({ jitless: true });

/** The calls about newer versions. Each answers with the whole; `updates.event` brings it when it changes. */
export const updatesCalls = {
  "updates.read": { input: z.undefined(), output: z.custom<UpdatesView>() },
  /** Asks the place of the releases now. `not-supported`: switched off, managed, or built from sources. */
  "updates.look": { input: z.undefined(), output: z.custom<UpdatesView>() },
  /** Fetches what was found; nothing is installed by it. */
  "updates.fetch": { input: z.undefined(), output: z.custom<UpdatesView>() },
  /** Puts the fetched version in place and starts it; the program ends. */
  "updates.install": { input: z.undefined(), output: z.custom<UpdatesView>() },
} as const;

/** The event about newer versions. */
export const updatesEvents = { "updates.event": z.custom<UpdatesView>() } as const;
