import { beforeAll, describe, expect, test } from "vitest";
import { bundleForRooms, missingForRooms, runWithOldAddress } from "./browser-room.ts";

describe.skipIf(missingForRooms().length > 0)("a real Chromium that keeps an old address", () => {
  let driver = "";
  let terminal = "";

  beforeAll(async () => {
    [driver, terminal] = await Promise.all([
      bundleForRooms("tests/lab/browsers/host-cache-driver.ts"),
      bundleForRooms("electron/cli/index.ts"),
    ]);
  });

  test("is found out by the check-up and the person's answers, guided, and seen to go to the new address", async () => {
    expect(await runWithOldAddress(driver, [terminal])).toEqual({
      first: "page at the old address",
      stale: "502 Bad Gateway",
      opened: { kind: "opened" },
      privateWorks: true,
      // Outside the browser the site is fine: without the answers nobody could know.
      before: "healthy",
      verdict: "browser-cache-stale",
      side: "browser",
      proposed: expect.arrayContaining(["clear-host-cache"]),
      mode: "guided",
      stillStale: "502 Bad Gateway",
      followed: [
        "chrome://net-internals/#dns",
        "Clear host cache",
        "chrome://net-internals/#sockets",
        "Flush socket pools",
      ],
      end: ["Chromium now connects to 192.0.2.3, where the site is at present."],
      after: "page at the new address",
      afterwards: "healthy",
    });
  });
});
