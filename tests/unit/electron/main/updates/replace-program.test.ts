import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { replaceProgram } from "../../../../../electron/main/updates/replace-program.ts";

let folder = "";
let elsewhere = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-replace-"));
  elsewhere = mkdtempSync(join(tmpdir(), "gg-fetched-"));
  writeFileSync(join(elsewhere, "GoodGateway-2.0.0.AppImage"), "new");
});
afterEach(() => {
  for (const one of [folder, elsewhere]) rmSync(one, { recursive: true, force: true });
});

const place = (name: string): string => {
  writeFileSync(join(folder, name), "old");
  return replaceProgram(join(elsewhere, "GoodGateway-2.0.0.AppImage"), join(folder, name));
};

it("keeps a name that the person chose", () => {
  expect(place("gateway")).toBe(join(folder, "gateway"));
  expect(readFileSync(join(folder, "gateway"), "utf8")).toBe("new");
  expect([readdirSync(folder), readdirSync(elsewhere)]).toEqual([["gateway"], []]);
});

it("gives a name with a version the new version, and leaves no old one", () => {
  expect(place("GoodGateway-1.9.3.AppImage")).toBe(join(folder, "GoodGateway-2.0.0.AppImage"));
  expect(readdirSync(folder)).toEqual(["GoodGateway-2.0.0.AppImage"]);
});

const MEMORY = "/dev/shm";
const otherDisk = existsSync(MEMORY) && statSync(MEMORY).dev !== statSync(tmpdir()).dev;

it.runIf(otherDisk)("copies it where the two lie on different disks, and leaves nothing behind", () => {
  rmSync(elsewhere, { recursive: true });
  elsewhere = mkdtempSync(join(MEMORY, "gg-fetched-"));
  writeFileSync(join(elsewhere, "GoodGateway-2.0.0.AppImage"), "new");
  expect(readFileSync(place("gateway"), "utf8")).toBe("new");
  expect(statSync(join(folder, "gateway")).mode & 0o777).toBe(0o755);
  expect([readdirSync(folder), readdirSync(elsewhere)]).toEqual([["gateway"], []]);
});

it("leaves the old program where it is when the new one is not there", () => {
  writeFileSync(join(folder, "gateway"), "old");
  expect(() => replaceProgram(join(elsewhere, "nothing"), join(folder, "gateway"))).toThrow("ENOENT");
  expect(readFileSync(join(folder, "gateway"), "utf8")).toBe("old");
});

it("touches nothing where this copy is no AppImage", () => {
  expect(() => replaceProgram(join(elsewhere, "GoodGateway-2.0.0.AppImage"), "")).toThrow("no AppImage");
  expect(readdirSync(elsewhere)).toEqual(["GoodGateway-2.0.0.AppImage"]);
});
