import { beforeAll, describe, expect, test } from "vitest";
import { findRuntime } from "../../e2e/support/runtime.ts";
import { ENGLISH } from "../../../shared/text/english.ts";
import { createTranslator } from "../../../shared/text/translator.ts";
import { bundleForRooms, missingForRooms, runWithOldAddress } from "./browser-room.ts";
import { SITE } from "./moving-site.ts";

const t = createTranslator("en", { en: ENGLISH });

describe.skipIf(missingForRooms().length > 0)(
  "a real Chromium that keeps an old address, beside the real window",
  () => {
    let driver = "";

    beforeAll(async () => {
      driver = await bundleForRooms("tests/lab/browsers/host-cache-window-driver.ts");
    });

    test("is found by the answers, led word by word, seen to go to the new address, and proved to be fixed", async () => {
      const { executable } = await findRuntime();
      const seen = await runWithOldAddress(driver, [], { GG_ELECTRON: executable });
      expect(seen).toMatchObject({
        first: "page at the old address",
        stale: "502 Bad Gateway",
        // Outside the browser the site is fine.
        before: t("verdict.healthy.title", { host: SITE }),
        judged: t("verdict.browser-cache-stale.title", { host: SITE }),
        stillStale: "502 Bad Gateway",
        followed: [
          "chrome://net-internals/#dns",
          "Clear host cache",
          "chrome://net-internals/#sockets",
          "Flush socket pools",
        ],
        after: "page at the new address",
        seen: expect.stringContaining("Chromium now connects to 192.0.2.3"),
        said: "Fixed, as far as you can see. The page as this program gets it did not change meanwhile.",
        rows: [expect.stringMatching(/as you say.*fails.*works/u), expect.stringMatching(/\(control\)works.*works/u)],
        end: expect.stringContaining("What helped:"),
        complaints: [],
      });
    });
  },
);
