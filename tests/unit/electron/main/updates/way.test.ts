import { describe, expect, it } from "vitest";
import { policyOf, wayOf, type Installation, type PolicyPlaces } from "../../../../../electron/main/updates/way.ts";

const LINUX: Installation = { platform: "linux", env: {}, hasReleases: true, packageType: null, managed: false };

describe("how a copy comes by newer versions", () => {
  it.each([
    ["an AppImage does it itself", { env: { APPIMAGE: "/home/a/gg.AppImage" } }, "self"],
    ["a deb is the package tools'", { packageType: "deb" }, "package"],
    ["an unpacked archive is replaced by hand", {}, "by-hand"],
    ["a name that is no path is no AppImage", { env: { APPIMAGE: "gg" } }, "by-hand"],
    ["an installed program for Windows does it itself", { platform: "win32" }, "self"],
    ["a portable one is replaced by hand", { platform: "win32", env: { PORTABLE_EXECUTABLE_FILE: "x" } }, "by-hand"],
    ["a program for macOS does it itself", { platform: "darwin" }, "self"],
    ["a snap is its store's", { env: { SNAP: "/snap/gg", APPIMAGE: "/a" } }, "managed"],
    ["a managed one looks nowhere", { managed: true, env: { APPIMAGE: "/a" } }, "managed"],
    ["one that was built from sources looks nowhere", { hasReleases: false, managed: true }, "source"],
  ] as const)("%s", (_what, change, way) => {
    expect(wayOf({ ...LINUX, ...change })).toBe(way);
  });
});

describe("the administrator's word", () => {
  const places = (change: Partial<PolicyPlaces>): PolicyPlaces => ({
    env: {},
    file: async (): Promise<string | null> => null,
    registry: async () => null,
    preference: () => null,
    ...change,
  });

  it.each(["linux", "darwin", "win32"] as const)("is silence on %s when nothing is set", async (platform) => {
    expect(await policyOf(platform, places({}))).toBe(false);
  });

  it.each([
    ["linux", { env: { GOODGATEWAY_UPDATES: "off" } }],
    ["linux", { file: async (): Promise<string | null> => '{"updates":"off"}' }],
    ["linux", { file: async (): Promise<string | null> => "{ broken" }],
    ["linux", { file: async (): Promise<string | null> => "" }],
    ["linux", { file: async (): Promise<string | null> => '{"updates":false}' }],
    ["win32", { registry: async () => 0 }],
    ["darwin", { preference: () => "off" }],
  ] as const)("is heard on %s: %o", async (platform, change) => {
    expect(await policyOf(platform, places(change))).toBe(true);
  });

  it("may also say that it is allowed", async () => {
    expect(await policyOf("linux", places({ file: async (): Promise<string | null> => '{"updates":"on"}' }))).toBe(
      false,
    );
    expect(await policyOf("linux", places({ file: async (): Promise<string | null> => "{}" }))).toBe(false);
    expect(await policyOf("win32", places({ registry: async () => 1 }))).toBe(false);
  });
});
