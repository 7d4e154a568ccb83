import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { controlFile, readWords, specFile } from "../../../build/scripts/installers/package-words.mjs";

/** As the packager gives them. */
const WORDS = [
  ["-s", "dir", "--force", "-t", "deb", "-d", "libnss3", "-d", "libgbm1", "--deb-recommends", "pkexec"],
  ["--deb-compression", "xz", "--architecture", "amd64", "--after-install", "/in", "--after-remove", "/out"],
  ["--description", "One line\n A longer one.", "--version", "1.2.3", "--package", "/dist/x.deb", "--name", "thing"],
  ["--maintainer", "Us <us@example.test>", "--vendor", "Us", "--url", "https://example.test/"],
  ["--deb-priority", "optional", "--license", "MIT", "--before-remove=/before"],
  ["/app/=/opt/Thing", "/i.png=/usr/i.png"],
].flat();

describe("what the packager wants", () => {
  it("is read from its words", () => {
    expect(readWords(WORDS, {})).toMatchObject({
      kind: "deb",
      summary: "One line",
      description: "A longer one.",
      depends: ["libnss3", "libgbm1"],
      recommends: ["pkexec"],
      scripts: { afterInstall: "/in", beforeRemove: "/before", afterRemove: "/out" },
      files: [
        { from: "/app/", to: "/opt/Thing" },
        { from: "/i.png", to: "/usr/i.png" },
      ],
      fast: false,
    });
  });

  it.each([
    ["a word that nobody knows", [...WORDS, "--deb-systemd", "x.service"], "not understood: --deb-systemd"],
    ["something to pack without a place", [...WORDS, "/lonely"], "not understood: /lonely"],
    ["a missing name", WORDS.filter((word) => word !== "--name"), "not understood: thing"],
    [
      "a kind that is neither",
      WORDS.map((word) => (word === "deb" ? "pacman" : word)),
      "not a kind of package: pacman",
    ],
  ])("refuses %s", (_, words, why) => {
    expect(() => readWords(words, {})).toThrow(why);
  });
});

describe("what describes the package", () => {
  let root = "";

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "gg-words-"));
    await mkdir(join(root, "opt", "Thing"), { recursive: true });
    await mkdir(join(root, "usr", "share"), { recursive: true });
    await writeFile(join(root, "usr", "share", "thing.desktop"), "");
    await writeFile(join(root, "script"), "echo 100%\n");
  });

  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  it("names for a deb what it needs, and leaves out what is empty", () => {
    const text = controlFile({ ...readWords(WORDS, {}), recommends: [] }, 7);
    expect(text).toContain("Depends: libnss3, libgbm1\n");
    expect(text).toContain("Installed-Size: 7\n");
    expect(text.endsWith("Description: One line\n A longer one.\n")).toBe(true);
    expect(text).not.toContain("Recommends");
  });

  it("lists for an rpm its own folder whole and single files of shared ones, and takes scripts as they are", async () => {
    const script = join(root, "script");
    const wanted = { ...readWords(WORDS, {}), scripts: { beforeRemove: script } };
    const text = await specFile(wanted, root);
    expect(text).toContain('"/opt/Thing"\n"/usr/share/thing.desktop"\n');
    expect(text).toContain("%preun\necho 100%%\n");
    expect(text).not.toContain("%post\n");
  });
});
