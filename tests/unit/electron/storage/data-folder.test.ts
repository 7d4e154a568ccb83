import { join } from "node:path";
import { expect, it } from "vitest";
import { dataFolder } from "../../../../electron/storage/data-folder.ts";

it.each([
  ["linux", {}, "/home/a/.config/goodgateway"],
  ["linux", { XDG_CONFIG_HOME: "/elsewhere" }, "/elsewhere/goodgateway"],
  ["linux", { XDG_CONFIG_HOME: "" }, "/home/a/.config/goodgateway"],
  ["linux", { XDG_CONFIG_HOME: "relative" }, "/home/a/.config/goodgateway"],
  ["darwin", {}, "/home/a/Library/Application Support/GoodGateway"],
  ["win32", { APPDATA: "/roaming" }, "/roaming/GoodGateway"],
  ["win32", {}, "/home/a/AppData/Roaming/GoodGateway"],
  ["linux", { GOODGATEWAY_HOME: "/moved", XDG_CONFIG_HOME: "/elsewhere" }, "/moved"],
] as const)("on %s with %j the data lies in %s", (platform, env, expected) => {
  expect(dataFolder({ platform, env, home: "/home/a" })).toBe(join(expected));
});
