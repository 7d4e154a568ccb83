import { describe, expect, test } from "vitest";
import { NEVER, worldOf } from "../../browsers/browser-world.ts";
import { actionsOver, choiceNamed, CONTEXT, wordsOf } from "./action-world.ts";

const TWO = {
  "/usr/bin/chromium": "sh",
  "/usr/bin/firefox-esr": "elf",
  "/home/ann/.config/mimeapps.list": "[Default Applications]\nx-scheme-handler/https=firefox-esr.desktop\n",
  "/proc/77/exe": { link: "/usr/lib/chromium/chromium" },
};

describe("a private window", () => {
  test("is offered in every browser here, the one that opens links first, with the exact command", async () => {
    const { action } = actionsOver(worldOf("linux", TWO));
    const offer = await action("private-window").offer(CONTEXT, NEVER);
    expect(offer?.choices.map((choice) => [choice.label, choice.mode, wordsOf(choice)])).toEqual([
      [
        "Firefox ESR",
        "auto",
        { facts: ["Opens your links"], steps: ["/usr/bin/firefox-esr -private-window https://site.test/page"] },
      ],
      [
        "Chromium",
        "auto",
        { facts: ["Open at the moment"], steps: ["/usr/bin/chromium --incognito https://site.test/page"] },
      ],
    ]);
  });

  test("opens where it was asked for", async () => {
    const world = worldOf("linux", TWO);
    const { action } = actionsOver(world);
    const choice = choiceNamed(await action("private-window").offer(CONTEXT, NEVER), "Chromium");
    expect(await action("private-window").apply(CONTEXT, choice.id, NEVER)).toEqual({ kind: "opened" });
    expect(world.launched).toEqual([{ program: "/usr/bin/chromium", args: ["--incognito", "https://site.test/page"] }]);
  });

  test("of Safari is opened by hand", async () => {
    const world = worldOf("macos", { "/Applications/Safari.app/Contents/MacOS/Safari": "macho" });
    const { action } = actionsOver(world);
    const choice = choiceNamed(await action("private-window").offer(CONTEXT, NEVER), "Safari");
    expect(choice.mode).toBe("guided");
    expect(wordsOf(choice).steps.at(-1)).toBe("https://site.test/page");
    expect(await action("private-window").apply(CONTEXT, choice.id, NEVER)).toEqual({ kind: "opened" });
    expect(world.launched).toEqual([]);
  });

  test("is not offered where an administrator forbade it", async () => {
    const { action } = actionsOver(
      worldOf("linux", {
        ...TWO,
        "/etc/chromium/policies/managed/school.json": '{"IncognitoModeAvailability":1}',
        "/etc/firefox/policies/policies.json": '{"policies":{"DisablePrivateBrowsing":false}}',
      }),
    );
    const offer = await action("private-window").offer(CONTEXT, NEVER);
    expect(offer?.choices.map((choice) => choice.label)).toEqual(["Firefox ESR"]);
  });

  test("is not offered where there is no browser or no web address", async () => {
    const empty = actionsOver(worldOf("linux", {}));
    expect(await empty.action("private-window").offer(CONTEXT, NEVER)).toBeNull();
    const { action } = actionsOver(worldOf("linux", TWO));
    const context = { ...CONTEXT, target: { ...CONTEXT.target, url: "--evil" } };
    expect(await action("private-window").offer(context, NEVER)).toBeNull();
  });

  test("is refused when that browser is gone, is another program, or could not start", async () => {
    const world = worldOf("linux", TWO, { exitCode: 1 });
    const { action } = actionsOver(world);
    const repair = action("private-window");
    const { id } = choiceNamed(await repair.offer(CONTEXT, NEVER), "Chromium");
    expect(await repair.apply(CONTEXT, id, NEVER)).toMatchObject({
      kind: "refused",
      code: "failed",
      changed: "nothing",
    });
    world.tree.set("/usr/local/bin/chromium", "sh");
    world.tree.delete("/usr/bin/chromium");
    expect(await repair.apply(CONTEXT, id, NEVER)).toMatchObject({ kind: "refused", code: "changed-since" });
    world.tree.delete("/usr/local/bin/chromium");
    expect(await repair.apply(CONTEXT, id, NEVER)).toMatchObject({ kind: "refused", code: "no-longer-there" });
    expect(await repair.apply(CONTEXT, "%", NEVER)).toMatchObject({ kind: "refused", code: "no-longer-there" });
    expect(await repair.apply(CONTEXT, id, AbortSignal.abort())).toMatchObject({ kind: "refused", code: "cancelled" });
  });
});

describe("another browser", () => {
  test("is first of all one that does not open links", async () => {
    const { action } = actionsOver(worldOf("linux", TWO));
    const offer = await action("other-browser").offer(CONTEXT, NEVER);
    expect(offer?.choices.map((choice) => choice.label)).toEqual(["Chromium", "Firefox ESR"]);
    expect(offer?.choices.map((choice) => wordsOf(choice).steps[0])).toEqual([
      "/usr/bin/chromium https://site.test/page",
      "/usr/bin/firefox-esr -new-tab https://site.test/page",
    ]);
  });

  test("is not offered where there is only one", async () => {
    const { action } = actionsOver(worldOf("linux", { "/usr/bin/chromium": "sh" }));
    expect(await action("other-browser").offer(CONTEXT, NEVER)).toBeNull();
  });
});
