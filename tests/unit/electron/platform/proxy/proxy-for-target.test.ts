import { describe, expect, test } from "vitest";
import { bypasses, isLoopbackHost, type ProxyTarget } from "../../../../../electron/platform/proxy/bypass-rules.ts";
import { environmentProxies } from "../../../../../electron/platform/proxy/environment-proxies.ts";
import { proxyFor } from "../../../../../electron/platform/proxy/proxy-for-target.ts";
import { parseProxyAddress, withoutCredentials } from "../../../../../electron/platform/proxy/proxy-text.ts";
import type { ProxySetting } from "../../../../../shared/model/facts/local-facts.ts";

const https = (host: string, port = 443): ProxyTarget => ({ scheme: "https", host, port });

function setting(over: Partial<ProxySetting> = {}): ProxySetting {
  return {
    source: "environment",
    kind: "manual",
    host: "p",
    port: 1,
    scheme: "all",
    pacUrl: null,
    bypass: [],
    where: "",
    ...over,
  };
}

describe("bypass rules", () => {
  const cases: readonly [ProxySetting["source"], string, string, boolean][] = [
    ["environment", "example.com", "example.com", true],
    ["environment", "example.com", "www.Example.com.", true],
    ["environment", "example.com", "badexample.com", false],
    ["environment", ".example.com", "example.com", true],
    ["environment", ".example.com", "a.example.com", true],
    ["environment", "*.example.com", "example.com", true],
    ["environment", "*", "anything.test", true],
    ["environment", "example.com:443", "example.com", true],
    ["environment", "example.com:8443", "example.com", false],
    ["environment", "10.0.0.0/8", "10.1.2.3", true],
    ["environment", "10.0.0.0/8", "11.1.2.3", false],
    ["environment", "10.0.0.0/8", "10.example.com", false],
    ["environment", "2001:db8::/32", "2001:db8::1", true],
    ["environment", "2001:db8::1", "2001:DB8:0::1", true],
    ["environment", "[2001:db8::1]:443", "2001:db8::1", true],
    ["environment", "[2001:db8::1]:80", "2001:db8::1", false],
    ["environment", "192.0.2.1", "192.0.2.1", true],
    ["environment", "192.0.2.1", "192.0.2.10", false],
    ["environment", "2.1", "192.0.2.1", false],
    ["environment", "", "example.com", false],
    ["environment", ".", "example.com", false],
    ["gnome", "localhost.lan", "a.localhost.lan", true],
    ["kde", "intranet", "intranet", true],
    ["kde", "!example.com", "example.com", false],
    ["kde", "!example.com", "other.test", true],
    ["windows-user", "example.com", "example.com", true],
    ["windows-user", "example.com", "www.example.com", false],
    ["windows-user", "*.example.com", "www.example.com", true],
    ["windows-user", "*.example.com", "example.com", false],
    ["windows-user", "*example.com", "badexample.com", true],
    ["windows-user", "192.168.*", "192.168.7.9", true],
    ["windows-user", "192.168.*", "192.169.7.9", false],
    ["windows-user", "<local>", "intranet", true],
    ["windows-user", "<local>", "intranet.example", false],
    ["windows-user", "<local>", "2001:db8::1", false],
    ["windows-user", "https://www.example.com", "www.example.com", true],
    ["windows-user", "http://www.example.com", "www.example.com", false],
    ["winhttp", "*.corp.example", "x.corp.example", true],
    ["macos-service", "169.254/16", "169.254.9.9", true],
    ["macos-service", "*.local", "printer.local", true],
    ["macos-service", "local", "printer.local", false],
    ["macos-service", "(.*)+$", "example.com", false],
    ["windows-user", "a*b*c.test", "axxbyyc.test", true],
    ["windows-user", "a*b*c.test", "axxc.test", false],
    ["windows-user", "aba*aba", "aba", false],
    ["windows-user", `${"a*".repeat(60)}b`, "a".repeat(250), false],
    ["macos-service", "10/99", "10.0.0.1", false],
  ];
  test.each(cases)("of %s: %j for %j is %j", (source, entry, host, expected) => {
    expect(bypasses({ source, bypass: [entry] }, https(host))).toBe(expected);
  });

  test("know this machine by any of its names", () => {
    for (const host of [
      "localhost",
      "LOCALHOST.",
      "a.localhost",
      "127.0.0.1",
      "127.9.9.9",
      "::1",
      "::ffff:127.0.0.1",
    ]) {
      expect(isLoopbackHost(host)).toBe(true);
      expect(proxyFor([setting()], https(host))).toBeNull();
    }
    for (const host of ["localhost.example", "notlocalhost", "128.0.0.1"]) expect(isLoopbackHost(host)).toBe(false);
  });
});

describe("the setting that applies", () => {
  test("is none without settings, and none for auto-detection alone", () => {
    expect(proxyFor([], https("example.com"))).toBeNull();
    expect(proxyFor([setting({ kind: "auto-detect", host: null, port: null })], https("example.com"))).toBeNull();
  });

  test("is the one for the scheme, then the one for all, then SOCKS", () => {
    const [http, own, all, socks] = [
      setting({ scheme: "http" }),
      setting({ scheme: "https" }),
      setting({ scheme: "all" }),
      setting({ scheme: "socks" }),
    ];
    expect(proxyFor([http, socks, all, own], https("example.com"))).toBe(own);
    expect(proxyFor([http, socks, all], https("example.com"))).toBe(all);
    expect(proxyFor([http, socks], https("example.com"))).toBe(socks);
    expect(proxyFor([http], https("example.com"))).toBeNull();
    expect(proxyFor([http, all], { scheme: "http", host: "example.com", port: 80 })).toBe(http);
  });

  test("is the PAC file before the manual one of the same source", () => {
    const pac = setting({ kind: "pac", host: null, port: null, pacUrl: "http://x/p.pac" });
    expect(proxyFor([setting(), pac], https("example.com"))).toBe(pac);
  });

  test("is of the source that browsers follow first, and its bypass list is the last word", () => {
    const sources = [
      "winhttp",
      "environment",
      "kde",
      "gnome",
      "macos-service",
      "windows-user",
      "windows-connection",
      "given",
    ] as const;
    const all = sources.map((source) => setting({ source }));
    for (let count = 1; count <= all.length; count += 1) {
      expect(proxyFor(all.slice(0, count), https("example.com"))?.source).toBe(sources[count - 1]);
    }
    const direct = setting({ source: "gnome", bypass: ["example.com"] });
    expect(proxyFor([setting(), direct], https("example.com"))).toBeNull();
  });
});

describe("proxy addresses", () => {
  const cases: readonly [string, string | null, number?, boolean?][] = [
    ["proxy.example:3128", "proxy.example", 3128],
    ["proxy.example", "proxy.example", 80],
    ["http://proxy.example:3128/", "proxy.example", 3128],
    ["https://proxy.example", "proxy.example", 443],
    ["socks5h://127.0.0.1", "127.0.0.1", 1080, true],
    ["http://bob:p%40ss@proxy.example:8080", "proxy.example", 8080],
    ["http://[2001:db8::1]:8080", "2001:db8::1", 8080],
    ["http://proxy.example 8080", "proxy.example", 8080],
    ["proxy.example:0", null],
    ["proxy.example:70000", null],
    ["", null],
    ["http://", null],
    ["a b c", null],
    ["proxy.example:80:90", null],
  ];
  test.each(cases)("%j is %j", (written, host, port, socks = false) => {
    expect(parseProxyAddress(written)).toEqual(host === null ? null : { host, port, socks });
  });

  test("lose their credentials", () => {
    expect(withoutCredentials("http://bob:secret@h/p.pac?a@b")).toBe("http://h/p.pac?a@b");
    expect(withoutCredentials("http://h/p@q")).toBe("http://h/p@q");
  });
});

describe("proxies of the environment", () => {
  test("come from both cases, lower first, with the bypass list, without credentials", () => {
    const found = environmentProxies({
      http_proxy: "http://bob:secret@low:1",
      HTTP_PROXY: "http://up:2",
      HTTPS_PROXY: "up:3",
      all_proxy: "socks5://127.0.0.1:9050",
      NO_PROXY: "a.example, b.example c.example,",
    });
    expect(found.map(({ host, port, scheme, where }) => [host, port, scheme, where])).toEqual([
      ["low", 1, "http", "http_proxy"],
      ["up", 3, "https", "HTTPS_PROXY"],
      ["127.0.0.1", 9050, "socks", "all_proxy"],
    ]);
    expect(found[0]?.bypass).toEqual(["a.example", "b.example", "c.example"]);
    expect(JSON.stringify(found)).not.toContain("secret");
  });

  test("are none when a variable is empty, missing or unreadable", () => {
    expect(environmentProxies({ http_proxy: "", HTTP_PROXY: "up:2", https_proxy: "a b c" })).toEqual([]);
  });
});
