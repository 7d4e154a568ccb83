import { describe, expect, it } from "vitest";
import { parseWindowState, usableState } from "../../../../electron/main/window-state.ts";

const STATE = { x: 100, y: 80, width: 900, height: 700, maximised: false };
const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 };

describe("a saved window", () => {
  it("is read back as it was written", () => {
    expect(parseWindowState(JSON.stringify(STATE))).toEqual(STATE);
  });

  it.each(["", "{", "null", "[]", JSON.stringify({ ...STATE, width: 10 }), JSON.stringify({ ...STATE, x: "left" })])(
    "is forgotten when the file says %j",
    (text) => {
      expect(parseWindowState(text)).toBeNull();
    },
  );

  it("is used where a screen shows its title bar", () => {
    expect(usableState(STATE, [SCREEN])).toEqual(STATE);
    expect(usableState({ ...STATE, x: -800 }, [SCREEN])).not.toBeNull();
  });

  it("is not used where its screen is gone", () => {
    expect(usableState({ ...STATE, x: 2000 }, [SCREEN])).toBeNull();
    expect(usableState({ ...STATE, x: 2000 }, [SCREEN, { ...SCREEN, x: 1920 }])).not.toBeNull();
    expect(usableState({ ...STATE, y: -50 }, [SCREEN])).toBeNull();
    expect(usableState({ ...STATE, y: 1030 }, [SCREEN])).toBeNull();
    expect(usableState(STATE, [])).toBeNull();
  });
});
