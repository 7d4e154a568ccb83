import { fail, ok } from "../../../shared/lib/result.ts";
import type { DnsJob } from "../../../shared/model/dns-job.ts";
import type { GuidedSession } from "../../../shared/model/guided.ts";
import type { Handlers } from "../answer.ts";
import type { GuidedDesk } from "../guided/desk.ts";
import type { FinishedCheckups } from "../guided/finished.ts";
import type { FindAction } from "../guided/real-world.ts";

/** What the calls of the guided flow need. */
export interface GuidedParts {
  readonly finished: FinishedCheckups;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly guided: {
    readonly dataFolder: string;
    /** The actions of this computer. */
    readonly findAction: FindAction;
    /** Makes kept changes final, by their undo ids. */
    readonly settle: (kept: readonly string[]) => Promise<void>;
    readonly onSession: (session: GuidedSession) => void;
    readonly report: (error: unknown) => void;
  };
}

type GuidedCallName = Extract<keyof Handlers, `guided.${string}`>;

/** The handlers of the guided flow, and its ear for changes of DNS that were made on their own screens. */
export interface GuidedHandlers {
  readonly handlers: Pick<Handlers, GuidedCallName>;
  readonly noteDnsJob: (job: DnsJob) => void;
  /** And for changes that were kept or taken back on the screen of all changes. */
  readonly noteChange: (undoId: string, decision: "kept" | "undone") => void;
}

/** The handlers share the one desk; it is opened with the first call. */
export function guidedHandlers(parts: GuidedParts): GuidedHandlers {
  let made: Promise<GuidedDesk> | null = null;
  const desk = (): Promise<GuidedDesk> => (made ??= openDesk(parts));
  return {
    noteDnsJob: (job) => {
      if (job.end !== null) void made?.then((open) => open.noteDnsJob(job));
    },
    noteChange: (undoId, decision) => {
      // A session that was left is on the disk only; it must hear of it as well.
      void (async () => {
        if (made !== null || (await wasLeft(parts))) (await desk()).noteChange(undoId, decision);
      })().catch(parts.guided.report);
    },
    handlers: {
      "guided.start": async ({ checkupId, step }) => {
        const started = await (await desk()).start(checkupId, step);
        return started.ok ? started : fail(started.error);
      },
      // Asked by every page that opens: the desk is loaded for it only where a session was left.
      "guided.current": async () => ok(made !== null || (await wasLeft(parts)) ? (await desk()).current() : null),
      "guided.resume": async () => {
        const open = await desk();
        await open.resume();
        return ok({ taken: open.current() !== null });
      },
      "guided.begin": async ({ choiceId }) => ok({ taken: (await desk()).begin(choiceId) }),
      "guided.done": async ({ answer }) => ok({ taken: (await desk()).done(answer) }),
      "guided.pulled": async () => ok({ taken: (await desk()).pulled() }),
      "guided.decide": async ({ keep }) => ok({ taken: await (await desk()).decide(keep) }),
      "guided.move": async ({ to }) => ok({ taken: await (await desk()).move(to) }),
      "guided.stop": async () => ok({ taken: (await desk()).stop() }),
      "guided.end": async () => {
        (await desk()).end();
        return ok({ taken: true });
      },
    },
  };
}

async function wasLeft({ guided }: GuidedParts): Promise<boolean> {
  const { openGuidedStore } = await import("../guided/store.ts");
  return openGuidedStore(guided.dataFolder).load() !== null;
}

/** Loaded with the first call: the window must be painted before. */
async function openDesk({ finished, env, guided }: GuidedParts): Promise<GuidedDesk> {
  const [{ GuidedDesk: Desk }, { openGuidedStore }] = await Promise.all([
    import("../guided/desk.ts"),
    import("../guided/store.ts"),
  ]);
  return new Desk({
    store: openGuidedStore(guided.dataFolder),
    finished: (id) => finished.get(id),
    emit: guided.onSession,
    report: guided.report,
    settle: guided.settle,
    now: () => new Date(),
    openWorld: async (source, practised) => {
      if (source.kind === "address") {
        const { realWorld } = await import("../guided/real-world.ts");
        return realWorld({ source, env, findAction: guided.findAction });
      }
      const [{ practiceWorld }, { findScenario }] = await Promise.all([
        import("../guided/practice-world.ts"),
        import("../../practice/scenarios.ts"),
      ]);
      const scenario = findScenario(source.scenarioId);
      return scenario === undefined ? null : practiceWorld(scenario, practised);
    },
  });
}
