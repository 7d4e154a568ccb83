import { beforeAll, describe, expect, test } from "vitest";
import { bundleForRooms, missingForRooms, runInRoom } from "./browser-room.ts";

describe.skipIf(missingForRooms().length > 0)("the real Chromium and Firefox of this machine", () => {
  let driver = "";

  beforeAll(async () => {
    driver = await bundleForRooms("tests/lab/browsers/real-browsers-driver.ts");
  });

  test("are read, opened in every way, and their closed profiles tidied with a way back", async () => {
    expect(await runInRoom(driver)).toEqual({
      versions: [
        ["chromium", true, "no"],
        ["firefox-esr", true, "no"],
      ],
      inChromium: 1,
      inFirefox: 1,
      // The empty profile is all that was used.
      ownUntouched: true,
      firefox: ["yes", "no", "system"],
      chromium: ["yes", "no", "automatic"],
      cache: {
        guided: "guided",
        auto: "auto",
        cacheThere: true,
        end: "done",
        cacheGone: true,
        undone: "undone",
        back: true,
        left: [],
      },
    });
  });
});
