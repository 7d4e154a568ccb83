import { describe, expect, it } from "vitest";
import { saysClientCertificate, saysMaintenance, saysParked } from "../../../../../electron/engine/rules/page-words.ts";
import { exchange } from "../build-observations.ts";

const page = (bodySample: string, status = 200) => exchange({ status, bodySample, bodyBytes: bodySample.length });

describe("what a page says", () => {
  it.each([
    ["a headline", page("<title>Down for maintenance</title>"), true],
    ["German words in an error page", page("Wartungsarbeiten bis 14 Uhr", 503), true],
    ["an article that mentions it", page("<title>News</title><p>The bridge is under maintenance</p>"), false],
    ["a busy page", page("<h1>Service Unavailable</h1>", 503), false],
  ])("maintenance: %s", (_name, given, expected) => {
    expect(saysMaintenance(given)).toBe(expected);
  });

  it.each([
    ["an offer", page("<h1>This domain is for sale</h1>"), true],
    ["a marketplace", exchange({ url: "https://www.hugedomains.com/domain_profile.cfm?d=shop" }), true],
    [
      "a long page that quotes an offer",
      exchange({ bodySample: "<title>Blog</title> buy this domain", bodyBytes: 90_000 }),
      false,
    ],
    ["a server error", page("this domain is for sale", 503), false],
  ])("parking: %s", (_name, given, expected) => {
    expect(saysParked(given)).toBe(expected);
  });

  it.each([
    ["nginx's own status", page("", 496), true],
    ["nginx's page", page("No required SSL certificate was sent", 400), true],
    ["an ordinary refusal", page("Forbidden", 403), false],
    ["a good page about it", page("client certificate required", 200), false],
  ])("client certificate: %s", (_name, given, expected) => {
    expect(saysClientCertificate(given)).toBe(expected);
  });
});
