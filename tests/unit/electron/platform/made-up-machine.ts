import { afterEach } from "vitest";
import type { MachineDeps } from "../../../../electron/platform/machine-deps.ts";
import type { ProgramId } from "../../../../electron/platform/programs.ts";
import { fakeDeps, makeFakes, putFiles, type FakeAnswer, type Fakes } from "./fakes.ts";

/** What each program of a made-up machine answers. */
export type Answers = Partial<Record<ProgramId, readonly FakeAnswer[]>>;

/** Machines whose programs and files are made up; what is left of the last one is removed after each test. */
export function madeUpMachines<Made>(create: (deps: MachineDeps) => Made) {
  let fakes: Fakes | null = null;
  const remove = () => {
    fakes?.remove();
    fakes = null;
  };
  afterEach(remove);
  return {
    machineWith: (
      answers: Answers,
      files: Readonly<Record<string, string>> = {},
      over: Partial<MachineDeps> = {},
    ): Made => {
      remove();
      fakes = makeFakes(answers);
      putFiles(fakes, files);
      return create(fakeDeps(fakes, over));
    },
    /** Arguments of every start of a program of the last machine, in order. */
    calls: (program: ProgramId) => fakes?.calls(program) ?? [],
  };
}
