import { describe, expect, test } from "vitest";
import { openReport } from "../../../../../electron/report/kept/open-report.ts";
import { redactReport } from "../../../../../electron/report/redact-report.ts";
import { addressKind, canonicalAddress, isGenericRange } from "../../../../../shared/lib/redaction/address-class.ts";
import { hostKind } from "../../../../../shared/lib/redaction/host-class.ts";
import { KnownSecrets } from "../../../../../shared/lib/redaction/known-secrets.ts";
import {
  isSystemAdapterName,
  isSystemPath,
  isSystemSetting,
  looksLikeCode,
} from "../../../../../shared/lib/redaction/safe-words.ts";
import { urlParts } from "../../../../../shared/lib/redaction/url-parts.ts";
import { readFileSync } from "node:fs";

describe("names that every machine has", () => {
  test.each(["eth0", "wlan0", "enp3s0", "wlp2s0", "eno1", "utun3", "wg0", "Wi-Fi", "Wi-Fi 2", "Ethernet", "lo"])(
    "%s stays",
    (name) => {
      expect(isSystemAdapterName(name)).toBe(true);
    },
  );
  test.each(["wlx00c0caabcdef", "enx001122334455", "Anna's iPhone", "eth0 of Anna", "wg-office", "vpn0", ""])(
    "%s goes: it can hold an address or a word of a person",
    (name) => {
      expect(isSystemAdapterName(name)).toBe(false);
    },
  );
  test("settings, paths and codes are told from a person's own", () => {
    for (const where of [
      "https_proxy",
      "kioslaverc httpProxy",
      "org.gnome.system.proxy.http",
      "HTTPSProxy",
      "HKCU\\...\\Internet Settings ProxyServer",
    ])
      expect(isSystemSetting(where), where).toBe(true);
    for (const where of ["Anna's VPN", "/home/anna/.config", "HKCU\\Anna"])
      expect(isSystemSetting(where), where).toBe(false);
    expect([isSystemPath("/etc/hosts"), isSystemPath("/home/anna/hosts")]).toEqual([true, false]);
    expect([looksLikeCode("ECONNREFUSED"), looksLikeCode("<b>"), looksLikeCode("x".repeat(99))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("addresses", () => {
  test("have one spelling", () => {
    expect(canonicalAddress("[2001:DB8:0::1]")).toBe("2001:db8::1");
    expect(canonicalAddress("fe80::1%wlan0")).toBe("fe80::1");
    expect(canonicalAddress("010.0.0.1")).toBeNull();
    expect(canonicalAddress("shop.example")).toBeNull();
  });
  test.each([
    ["127.0.0.1", "anybody", undefined],
    ["192.168.0.1", "anybody", "private-address"],
    ["192.168.0.1", "router", "router"],
    ["100.64.0.9", "anybody", "cgnat-address"],
    ["169.254.1.1", "own", "link-local-address"],
    ["93.184.0.1", "own", "own-public-address"],
    ["93.184.0.1", "anybody", "public-address"],
  ] as const)("%s of %s is %s", (address, role, kind) => {
    expect(addressKind(address, role)?.kind).toBe(kind);
  });
  test("ranges that everybody has stay", () => {
    expect([isGenericRange("192.168.0.0/16"), isGenericRange("203.0.113.0/24")]).toEqual([true, false]);
  });
});

describe("names and URLs", () => {
  test.each([
    ["shop.example", "host"],
    ["printer", "local-host"],
    ["nas.fritz.box", "local-host"],
    ["localhost", undefined],
    ["gg-abcdefghijkl.invalid", undefined],
    ["gg-abcdefghijkl.shop.example", "host"],
  ])("%s", (host, kind) => {
    expect(hostKind(host, false)?.kind).toBe(kind);
  });
  test("a URL is cut as it is written", () => {
    expect(urlParts("HTTPS://u:p@h.example:8/a?b#c")).toEqual({
      scheme: "HTTPS://",
      signIn: "u:p",
      host: "h.example",
      port: ":8",
      path: "/a",
      rest: "?b#c",
    });
    expect(urlParts("h.example/a")).toBeNull();
    expect(urlParts("h.example/a", true)).toMatchObject({ scheme: "", host: "h.example", path: "/a" });
    expect(urlParts("mailto:a@b")).toBeNull();
    expect(urlParts("https://")).toBeNull();
  });
  test("the Unicode form of a name gets the name's pseudonym", () => {
    const opened = openReport(readFileSync("tests/fixtures/reports/v1-everything.goodgateway.json", "utf8"));
    if (!opened.ok) throw new Error(opened.error);
    const report = structuredClone(opened.value.report);
    const { target } = report.observations;
    Object.assign(target, { host: "xn--mnchen-3ya.example", displayHost: "münchen.example" });
    const after = redactReport(report, { level: "strict" }).observations.target;
    expect(after.displayHost).toBe(after.host);
    expect(after.host).toMatch(/^‹host-\d+›$/u);
  });
});

describe("the second net", () => {
  const known = new KnownSecrets();
  for (const secret of ["192.168.7.20", "aa:bb:cc:dd:ee:ff", "anna.smith", "ab"]) known.add(secret);

  test.each([
    "for 192.168.7.20",
    "20.7.168.192.in-addr.arpa",
    "dhcp-192-168-7-20",
    "AABBCCDDEEFF",
    "AA-BB-CC-DD-EE-FF",
    "Anna.Smith",
    "anna%2Esmith",
    "616e6e612e736d697468",
  ])("finds %s", (text) => {
    expect(known.heldBy(text)).toBe(true);
  });
  test.each(["nginx", "192.168.7.2", "about", "%zz", "anna"])("lets %s pass", (text) => {
    expect(known.heldBy(text)).toBe(false);
  });
});
