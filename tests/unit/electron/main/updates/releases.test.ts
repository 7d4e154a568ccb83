import { expect, it } from "vitest";
import { releases } from "../../../../../build/config/releases.mjs";
import { hostsOf, mayAsk, pageOf, releasesFrom } from "../../../../../electron/main/updates/releases.ts";

const GITHUB = {
  url: "https://github.com/example/goodgateway/releases/latest/download",
  key: "AAAA",
  publisher: null,
};

it("is nowhere for what is built from the sources", async () => {
  expect(await releasesFrom(null)).toBeNull();
  expect(releases({})).toBeNull();
});

it("is what the workflow has set, whole or not at all", () => {
  expect(releases({ GG_RELEASES_URL: GITHUB.url, GG_RELEASES_KEY: "AAAA" })).toEqual(GITHUB);
  expect(() => releases({ GG_RELEASES_URL: GITHUB.url })).toThrow("GG_RELEASES_KEY");
  expect(() => releases({ GG_RELEASES_URL: "http://x.example/", GG_RELEASES_KEY: "AAAA" })).toThrow("https");
});

it.each([
  ["https://github.com/example/goodgateway/releases/latest/download/latest.yml", true],
  ["https://release-assets.githubusercontent.com/x", true],
  ["http://github.com/example/latest.yml", false],
  ["https://github.com.example/latest.yml", false],
  ["https://github.com:8443/latest.yml", false],
  ["https://elsewhere.example/latest.yml", false],
  ["file:///etc/passwd", false],
  ["no address", false],
])("asks %s: %s", (address, allowed) => {
  expect(mayAsk(GITHUB, address)).toBe(allowed);
});

it("names every host, and the page for a person", () => {
  expect(hostsOf(GITHUB)).toContain("github.com");
  expect(hostsOf({ ...GITHUB, url: "https://releases.example/gg/" })).toEqual(["releases.example"]);
  expect(pageOf(GITHUB)).toBe("https://github.com/example/goodgateway/releases/latest");
});
