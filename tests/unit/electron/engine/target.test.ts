import { describe, expect, test } from "vitest";
import { parseTarget, TARGET_LIMIT } from "../../../../electron/engine/target.ts";
import type { Target, TargetError } from "../../../../shared/model/target.ts";

function parsed(input: string): Target {
  const result = parseTarget(input);
  if (!result.ok) throw new Error(`${JSON.stringify(input)} was refused: ${result.error}`);
  return result.value;
}

describe("an address that can be checked", () => {
  const cases: [input: string, url: string, more?: Partial<Target>][] = [
    ["example.com", "https://example.com/", { schemeGuessed: true, port: 443, scheme: "https", kind: "name" }],
    ["http://example.com", "http://example.com/", { schemeGuessed: false, port: 80, scheme: "http" }],
    ["HTTPS://EXAMPLE.COM/Path?Q=1#part", "https://example.com/Path?Q=1"],
    ["  example.com\n", "https://example.com/"],
    ["\uFEFFexample.com", "https://example.com/"],
    ['"https://example.com/a"', "https://example.com/a"],
    ["\u201chttps://example.com\u201d.", "https://example.com/"],
    ["<https://example.com/a>,", "https://example.com/a"],
    ["<URL:http://example.com/>", "http://example.com/"],
    ["(example.com/a)", "https://example.com/a"],
    ["https://example.com/wiki/A_(b)", "https://example.com/wiki/A_(b)"],
    ["example.com/a).", "https://example.com/a"],
    ["example.com.", "https://example.com/", { host: "example.com" }],
    ["https://example.com./x", "https://example.com/x", { host: "example.com" }],
    ["example.com!", "https://example.com/"],
    ["localhost:3000", "https://localhost:3000/", { kind: "loopback", port: 3000, schemeGuessed: true }],
    ["app.localhost", "https://app.localhost/", { kind: "loopback" }],
    ["intranet", "https://intranet/", { kind: "name" }],
    ["intranet:8080/a", "https://intranet:8080/a", { port: 8080 }],
    ["http:8080", "https://http:8080/", { host: "http", port: 8080 }],
    ["example.com:8443/a?b#c", "https://example.com:8443/a?b", { port: 8443 }],
    ["http://example.com:80/", "http://example.com/", { port: 80 }],
    ["https://example.com:/", "https://example.com/", { port: 443 }],
    ["127.0.0.1", "https://127.0.0.1/", { kind: "loopback" }],
    ["http://127.1:8080", "http://127.0.0.1:8080/", { kind: "loopback" }],
    ["http://2130706433/", "http://127.0.0.1/", { kind: "loopback" }],
    ["2130706433", "https://127.0.0.1/", { kind: "loopback" }],
    ["0x7f000001", "https://127.0.0.1/", { kind: "loopback" }],
    ["http://0x08080808/", "http://8.8.8.8/", { kind: "literal" }],
    ["http://010.0.0.1", "http://8.0.0.1/", { kind: "literal" }],
    ["http://1.1.1.1", "http://1.1.1.1/", { kind: "literal", host: "1.1.1.1" }],
    ["::1", "https://[::1]/", { kind: "loopback", host: "::1" }],
    ["[::1]:8080", "https://[::1]:8080/", { kind: "loopback", port: 8080 }],
    ["http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", { kind: "loopback" }],
    ["2606:4700:4700::1111", "https://[2606:4700:4700::1111]/", { kind: "literal", host: "2606:4700:4700::1111" }],
    ["http://[2606:4700::1]:8080/x", "http://[2606:4700::1]:8080/x", { kind: "literal", port: 8080 }],
    ["bücher.example", "https://xn--bcher-kva.example/", { displayHost: "bücher.example" }],
    ["https://例え.テスト/あ", "https://xn--r8jz45g.xn--zckzah/%E3%81%82", { displayHost: "例え.テスト" }],
    ["https://pаypal.com", "https://xn--pypal-4ve.com/", { displayHost: "xn--pypal-4ve.com" }],
    ["https://аррӏе.com", "https://xn--80ak6aa92e.com/", { displayHost: "xn--80ak6aa92e.com" }],
    ["https://пример.рф", "https://xn--e1afmkfd.xn--p1ai/", { displayHost: "пример.рф" }],
    ["//example.com/a", "https://example.com/a", { schemeGuessed: true }],
    ["http:/example.com", "http://example.com/"],
    ["http:\\\\example.com\\a", "http://example.com/a"],
    ["my_host.example.com", "https://my_host.example.com/"],
    ["https://example.com/?next=http://other.example/", "https://example.com/?next=http://other.example/"],
    ["example.com/?u=a@b.c", "https://example.com/?u=a@b.c", { credentialsRemoved: false }],
    ["http:///example.com/a", "http://example.com/a"],
  ];

  test.each<[string, string, Partial<Target>?]>(cases)("%j becomes %j", (input, url, more) => {
    const target = parsed(input);
    expect(target.url).toBe(url);
    expect(target).toMatchObject(more ?? {});
  });

  test.each([
    ["https://user:secret@example.com/a", "https://example.com/a"],
    ["user:secret@example.com/a", "example.com/a"],
    ["me@example.com", "example.com"],
    ["https://a@b:c@example.com", "https://example.com"],
    ["https://@example.com", "https://example.com"],
  ])("%j loses its credentials everywhere and says so", (input, shown) => {
    const target = parsed(input);
    expect(target.input).toBe(shown);
    expect(target.credentialsRemoved).toBe(true);
    expect(JSON.stringify(target)).not.toMatch(/secret|a@b|me@/);
    expect(target.host).toBe("example.com");
  });

  test("an address of exactly the limit is taken", () => {
    const start = "https://example.com/";
    expect(parseTarget(start + "a".repeat(TARGET_LIMIT - start.length)).ok).toBe(true);
    expect(parseTarget(start + "a".repeat(TARGET_LIMIT - start.length + 1))).toEqual({ ok: false, error: "too-long" });
  });
});

describe("what cannot be checked is refused with the reason", () => {
  const cases: readonly (readonly [string, TargetError])[] = [
    ["", "empty"],
    ["   \n\t ", "empty"],
    ['""', "empty"],
    ["...", "empty"],
    ["a".repeat(70_000), "too-long"],
    [`https://example.com/${"a".repeat(70_000)}`, "too-long"],
    ["why is my site down", "spaces"],
    ["http://exa mple.com", "spaces"],
    ["https://example.com/a\nb", "spaces"],
    ["https://exam\u00a0ple.com", "spaces"],
    ["htp:/x", "scheme-misspelt"],
    ["-https://me:secret@example.com", "scheme-misspelt"],
    ["-https:/me:secret@example.com:-1/a", "scheme-misspelt"],
    ["htp://example.com", "scheme-misspelt"],
    ["htpps://example.com", "scheme-misspelt"],
    ["httsp://example.com", "scheme-misspelt"],
    ["hhttp://example.com", "scheme-misspelt"],
    ["http//example.com", "scheme-misspelt"],
    ["https;//example.com", "scheme-misspelt"],
    ["htps:example.com", "scheme-misspelt"],
    ["javascript:alert(1)", "scheme-not-supported"],
    ["JavaScript://example.com/%0aalert(1)", "scheme-not-supported"],
    ["file:///etc/passwd", "scheme-not-supported"],
    ["data:text/html,hello", "scheme-not-supported"],
    ["ftp://example.com/", "scheme-not-supported"],
    ["mailto:me@example.com", "scheme-not-supported"],
    ["tel:5551234", "scheme-not-supported"],
    ["about:blank", "scheme-not-supported"],
    ["chrome://net-internals/#dns", "scheme-not-supported"],
    ["ws://example.com/", "scheme-not-supported"],
    ["gibberish://example.com/", "scheme-not-supported"],
    ["gibberish:something", "scheme-not-supported"],
    ["gibberish:/something", "scheme-not-supported"],
    ["http://", "no-host"],
    ["https:///", "no-host"],
    ["http://:80", "no-host"],
    ["http://user@", "no-host"],
    ["?", "empty"],
    ["http://a..b", "bad-host"],
    ["http://224.0.0.1/", "bad-host"],
    ["http://255.255.255.255/", "bad-host"],
    ["http://0.0.0.0:8000/", "bad-host"],
    ["::", "bad-host"],
    ["http://[ff02::1]/", "bad-host"],
    ["http://[::ffff:224.0.0.1]/", "bad-host"],
    ["http://foo.onion/", "needs-tor"],
    ["FOO.Onion", "needs-tor"],
    ["http://256.256.256.256", "bad-host"],
    ["1.2.3.4.5", "bad-host"],
    ["http://[::1", "bad-host"],
    ["http://[fe80::1%eth0]/", "bad-host"],
    ["fe80::1%eth0", "bad-host"],
    ["http://exa$mple.com", "bad-host"],
    ["http://a<b>.com", "bad-host"],
    ["http://a'b.com", "bad-host"],
    ["*.example.com", "bad-host"],
    [`http://${"a".repeat(64)}.com`, "bad-host"],
    [`http://${"a.".repeat(127)}com`, "bad-host"],
    ["-", "bad-host"],
    ["http://exam\u200bple.com", "bad-host"],
    ["http://example.com/\u202egpj.exe", "bad-host"],
    ["http://example.com/\u0007", "bad-host"],
    ["http://\u00adexample.com", "bad-host"],
    ["example.com:0", "bad-port"],
    ["example.com:65536", "bad-port"],
    ["example.com:99999999", "bad-port"],
    ["http://example.com:80a", "bad-port"],
    ["example.com:abc", "bad-port"],
    ["localhost:abc", "bad-port"],
    ["http://[::1]:0", "bad-port"],
    ["http://example.com:22", "blocked-port"],
    ["example.com:25", "blocked-port"],
    ["http://example.com:6667/", "blocked-port"],
    ["0x80244021", "not-an-address"],
    ["0x80072EE7", "not-an-address"],
    ["502", "not-an-address"],
    ["ERR_NAME_NOT_RESOLVED", "not-an-address"],
    ["net::ERR_CONNECTION_REFUSED", "not-an-address"],
    ["DNS_PROBE_FINISHED_NXDOMAIN", "not-an-address"],
    ["C:\\Users\\me\\a.html", "not-an-address"],
    ["\\\\server\\share", "not-an-address"],
    ["/etc/hosts", "not-an-address"],
  ];

  test.each(cases)("%j: %s", (input, error) => {
    expect(parseTarget(input)).toEqual({ ok: false, error });
  });

  test("a number with a scheme is an address, the same number alone is an error code", () => {
    expect(parsed("http://0x80244021/").host).toBe("128.36.64.33");
    expect(parseTarget("0x80244021").ok).toBe(false);
  });
});

describe("whatever is typed", () => {
  // A fixed seed (mulberry32): the same texts in every run.
  let state = 20_311_104;
  function random(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const pieces = (
    String.raw`http https htp ftp javascript : // / \\ @ ? # [ ] % %00 .. - localhost example com 127 0x7f 1 65536 :: fe80::1` +
    ` " < > xn-- * ( ) , . user:pw b\u00fccher \u202e \u200b \ud800 \u{1f600} \uff0e \u3002 ${"a".repeat(70)}`
  )
    .split(" ")
    .concat(" ", "\n");
  const texts = Array.from({ length: 5_000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 8) }, () => pieces[Math.floor(random() * pieces.length)] ?? "").join(
      "",
    ),
  );

  test("it is a target or an error, never an exception, and a target is safe", () => {
    const targets = texts.flatMap((text) => {
      const result = parseTarget(text);
      return result.ok ? [result.value] : [];
    });
    expect(targets.length).toBeGreaterThan(100);
    for (const target of targets) {
      const url = new URL(target.url);
      expect([url.protocol, url.username, url.password, url.hash]).toEqual([`${target.scheme}:`, "", "", ""]);
      expect(target.host).toMatch(/^[a-z0-9_.:-]+$/);
      expect(target.port).toBeGreaterThanOrEqual(1);
      expect(target.port).toBeLessThanOrEqual(65_535);
    }
  });

  test("a target's own address gives the same target again", () => {
    for (const text of texts) {
      const first = parseTarget(text);
      // Marks at the end are taken for the sentence's, also where a fragment stood behind them.
      if (!first.ok || !/[\w/]$/.test(first.value.url)) continue;
      const again = parseTarget(first.value.url);
      expect(again.ok ? again.value.url : `${first.value.url}: ${again.error}`).toBe(first.value.url);
    }
  });
});
