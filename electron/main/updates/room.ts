import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { UpdateFailure, UpdateState, UpdatesView, UpdateWay } from "../../../shared/model/updates.ts";

/** What looks, fetches and installs. Each rejects with an error of its own; `failureOf` knows them. */
export interface Updater {
  /** The newest release when it is newer than this program; null when there is none. `size`: bytes. */
  look(): Promise<{ readonly version: string; readonly size: number } | null>;
  /** Fetches what was found and proves it. `onPercent`: 0 to 100. */
  fetch(onPercent: (percent: number) => void): Promise<void>;
  /** Puts what was fetched in place; the program ends, so it settles only when that did not work. */
  install(): Promise<never>;
  failureOf(error: unknown): UpdateFailure;
}

/** What the room needs. */
export interface UpdatesParts {
  readonly way: () => Promise<UpdateWay>;
  /** The person's switch. */
  readonly on: () => boolean;
  readonly place: () => Promise<{ readonly hosts: readonly string[]; readonly page: string }>;
  /** Made with its first use, which needs the switch. */
  readonly updater: () => Promise<Updater>;
  readonly emit: (view: UpdatesView) => void;
  readonly now: () => Date;
  /** When it last looked by itself; null: never. Kept on the disk. */
  readonly lastLook: { read(): Date | null; write(at: Date): void };
  readonly log: (error: unknown) => void;
}

/** The one place that knows about newer versions. */
export interface UpdatesRoom {
  view(): Promise<UpdatesView>;
  look(): Promise<Result<UpdatesView, "not-supported" | "busy">>;
  fetch(): Promise<Result<UpdatesView, "not-supported" | "busy">>;
  install(): Promise<Result<UpdatesView, "not-supported" | "busy">>;
  /** Looks by itself, when the person has switched that on and it did not look within a day. */
  lookIfDue(): Promise<void>;
}

/** At most once a day by itself, ms. */
export const LOOK_EVERY_MS = 24 * 60 * 60 * 1000;

type Answer = Promise<Result<UpdatesView, "not-supported" | "busy">>;

/** Nothing is contacted, loaded or fetched but by these methods, and by none of them while the switch is off. */
export function createUpdatesRoom(parts: UpdatesParts): UpdatesRoom {
  const desk = createDesk(parts);
  const look = async (): Answer => {
    const refused = await desk.refusal(["self", "package", "by-hand"]);
    if (refused !== null) return fail(refused);
    await desk.become({ kind: "looking" });
    parts.lastLook.write(parts.now());
    return desk.work("look", async (updater) => {
      const found = await updater.look();
      const at = parts.now().toISOString();
      return found === null ? { kind: "newest", at } : { kind: "found", at, ...found };
    });
  };
  return {
    view: desk.view,
    look,
    fetch: async () => {
      const refused = await desk.refusal(["self"]);
      const now = desk.state();
      if (refused !== null || now.kind !== "found") return fail(refused ?? "not-supported");
      const { version } = now;
      await desk.become({ kind: "fetching", version, percent: 0 });
      return desk.work("fetch", async (updater) => {
        await updater.fetch((percent) => desk.atPercent(percent));
        return { kind: "ready", version };
      });
    },
    install: async () => {
      const refused = await desk.refusal(["self"]);
      if (refused !== null || desk.state().kind !== "ready") return fail(refused ?? "not-supported");
      return desk.work("install", (updater) => updater.install());
    },
    lookIfDue: async () => {
      const last = parts.lastLook.read()?.getTime() ?? Number.NEGATIVE_INFINITY;
      const since = parts.now().getTime() - last;
      // A clock that was set back must not keep it from looking for years.
      if (!parts.on() || (since >= 0 && since < LOOK_EVERY_MS)) return;
      await look();
    },
  };
}

/** What is known just now, and the one way to the updater. */
function createDesk(parts: UpdatesParts) {
  let made: Promise<Updater> | null = null;
  let state: UpdateState = { kind: "not-looked" };
  const view = async (): Promise<UpdatesView> => ({
    way: await parts.way(),
    on: parts.on(),
    ...(await parts.place()),
    state: parts.on() ? state : { kind: "not-looked" },
  });
  const become = async (next: UpdateState): Promise<UpdatesView> => {
    state = next;
    const seen = await view();
    parts.emit(seen);
    return seen;
  };
  return {
    view,
    become,
    state: () => state,
    /** Why one of these ways does not get what it asks for; null: it does. */
    refusal: async (ways: readonly UpdateWay[]): Promise<"not-supported" | "busy" | null> => {
      if (!parts.on() || !ways.includes(await parts.way())) return "not-supported";
      return state.kind === "looking" || state.kind === "fetching" ? "busy" : null;
    },
    /** A step of one in a hundred is all that is seen. */
    atPercent: (percent: number): void => {
      const whole = Math.floor(percent);
      if (state.kind !== "fetching" || whole === state.percent) return;
      state = { ...state, percent: whole };
      const tell = async (): Promise<void> => parts.emit(await view());
      tell().catch(parts.log);
    },
    /** A failure becomes a state. */
    work: async (
      during: "look" | "fetch" | "install",
      deed: (updater: Updater) => Promise<UpdateState>,
    ): Promise<Result<UpdatesView, never>> => {
      // One for all: what is fetched is what was found.
      const updater = await (made ??= parts.updater());
      try {
        return ok(await become(await deed(updater)));
      } catch (error) {
        parts.log(error);
        return ok(await become({ kind: "failed", during, code: updater.failureOf(error) }));
      }
    },
  };
}
