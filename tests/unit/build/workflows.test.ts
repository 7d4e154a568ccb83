import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "../../../.github/workflows");
const NAMES = ["ci.yml", "release.yml"];

function text(name: string): Promise<string> {
  return readFile(join(FOLDER, name), "utf8");
}

it.each(NAMES)("%s names every action by its commit and says which release that is", async (name) => {
  const uses = (await text(name)).match(/uses: .*/gu) ?? [];
  expect(uses.length).toBeGreaterThan(1);
  expect(uses.filter((use) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(use))).toEqual([]);
});

it("gives each system's step its own secrets only, and none to a whole job or to what installs packages", async () => {
  // Steps begin with a dash at one depth; what is above the first belongs to the workflow or to a job.
  const parts = (await text("release.yml")).split(/^ {6}- /mu);
  const secretsOf = (part: string): readonly string[] =>
    [...part.matchAll(/secrets\.(\w+)/gu)].map(([, name = ""]) => name);
  const holders = parts.filter((part) => secretsOf(part).length > 0);
  expect(
    holders.map((part) => [part.split("\n")[0], [...new Set(secretsOf(part).map((name) => name.split("_")[0]))]]),
  ).toEqual([
    ["name: Package for macOS", ["APPLE"]],
    ["name: Package for Windows", ["WINDOWS"]],
    ["name: Our signature under the lists of releases", ["UPDATE"]],
  ]);
});

it("lets no job write but the one that makes the draft", async () => {
  const release = await text("release.yml");
  expect(release).toContain("\npermissions: {}\n");
  const [before = "", after = ""] = release.split("\n  draft:\n");
  expect(before).not.toContain("contents: write");
  expect(after).toContain("contents: write");
  expect(after).not.toContain("npm ");
});
