import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { ActionContext, RepairAction } from "../../../../../electron/repairs/action.ts";
import { type ActionJournal, openActionJournal } from "../../../../../electron/repairs/action-journal.ts";
import type { BrowserActionDeps } from "../../../../../electron/repairs/browser/browser-action-deps.ts";
import { browserActions } from "../../../../../electron/repairs/browser-actions.ts";
import { ENGLISH } from "../../../../../shared/text/english.ts";
import { createTranslator } from "../../../../../shared/text/translator.ts";
import type { ActionChoice, ActionOffer } from "../../../../../shared/model/repair-action.ts";
import type { RepairId } from "../../../../../shared/model/repair.ts";
import type { World } from "../../browsers/browser-world.ts";

/** The repairs over an invented machine, with a real journal in a folder of its own. */
export interface ActionWorld {
  readonly deps: BrowserActionDeps;
  readonly journal: ActionJournal;
  readonly dataFolder: string;
  action(id: RepairId): RepairAction;
}

/** What a repair is asked for in tests. */
export const CONTEXT: ActionContext = {
  target: {
    input: "site.test",
    url: "https://site.test/page",
    scheme: "https",
    host: "site.test",
    port: 443,
  } as ActionContext["target"],
  checkup: null,
};

/** Builds it; the folder goes when the test is over. */
export function actionsOver(world: World, more: Partial<BrowserActionDeps> = {}): ActionWorld {
  const dataFolder = mkdtempSync(join(tmpdir(), "gg-browser-actions-"));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const journal = openActionJournal(dataFolder);
  const deps = { browsers: world.deps, journal, dataFolder, hostCache: null, ...more };
  const actions = browserActions(deps);
  return {
    deps,
    journal,
    dataFolder,
    action: (id) => {
      const found = actions.find((one) => one.id === id);
      if (found === undefined) throw new Error(`no repair ${id}`);
      return found;
    },
  };
}

const english = createTranslator("en", { en: ENGLISH });

/** A choice in words, as a person reads it. */
export function wordsOf(choice: ActionChoice): {
  readonly facts: readonly string[];
  readonly steps: readonly string[];
} {
  const facts = choice.facts.map((fact) => english.message(fact));
  const steps = choice.steps.map((step) => (step.kind === "command" ? step.text : english.message(step.what)));
  return { facts, steps };
}

/** The one choice whose label is given. */
export function choiceNamed(offer: ActionOffer | null, label: string): ActionChoice {
  const choice = offer?.choices.find((one) => one.label === label);
  if (choice === undefined)
    throw new Error(`no choice ${label} among ${offer?.choices.map((one) => one.label).join()}`);
  return choice;
}
