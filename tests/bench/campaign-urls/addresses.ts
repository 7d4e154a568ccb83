import type { Seeded } from "../lib/seeded.ts";

/** Stands in every made-up password; it may never come out anywhere. */
export const CANARY = "s3cretCanary";

const SCHEMES = [
  "",
  "http://",
  "https://",
  "HTTP://",
  "//",
  "http:",
  "https:/",
  "ftp://",
  "file:///",
  "javascript:",
  "data:text/html,",
  "ws://",
  "view-source:http://",
  "http:\\\\",
  " http://",
  "ht\ntp://",
];
const USERS = ["", "", "", `u:${CANARY}@`, `${CANARY}@`, `:${CANARY}@`, `u%40:${CANARY}%3A@`, `a:b@c:${CANARY}@`];

/** Hosts that mean this machine, a network of one's own or somebody's cloud, in the spellings that parsers differ on. */
export const INSIDE_HOSTS = [
  "127.0.0.1",
  "127.1",
  "0x7f.1",
  "0177.0.0.1",
  "2130706433",
  "0x7f000001",
  "127.0.0.1.",
  "①②⑦.0.0.1",
  "１２７.0.0.1",
  "localhost",
  "LOCALHOST.",
  "a.localhost",
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::]",
  "0.0.0.0",
  "0",
  "10.0.0.1",
  "012.0.0.1",
  "172.16.5.4",
  "192.168.0.1",
  "3232235521",
  "100.64.0.1",
  "169.254.169.254",
  "0xa9fea9fe",
  "[fd00:ec2::254]",
  "[fe80::1]",
  "[fc00::1]",
  "[::ffff:169.254.169.254]",
  "[64:ff9b::7f00:1]",
  "224.0.0.1",
  "255.255.255.255",
  "[ff02::1]",
];

const NAMES = [
  "example.com",
  "EXAMPLE.com.",
  "münchen.example",
  "xn--mnchen-3ya.example",
  "аррӏе.com",
  "exa\u00admple.com",
  "ex\u202eample.com",
  "a..b",
  "-x.example",
  "x_y.example",
  "a".repeat(70) + ".example",
  `${"a.".repeat(140)}example`,
  "example.com\\@evil.example",
  "example.com#@evil.example",
  "example.com?@evil.example",
  "exa\nmple.com",
  "exa\tmple.com",
  "exa mple.com",
  "%65xample.com",
  "example.com%00.evil.example",
  "x.onion",
  "printer.local",
  "[::1",
  "::1",
  "[fe80::1%25eth0]",
  "1.2.3",
  "1.2.3.4.5",
  "256.1.1.1",
];

const PORTS = ["", "", "", ":80", ":8080", ":0", ":65536", ":99999999999", ":-1", ":22", ":abc", ":", ":8 0", ":80:80"];
const TAILS = [
  "",
  "/",
  "/a?b=c#d",
  "/../../etc/passwd",
  "/%0d%0aSet-Cookie:x=y",
  "/\r\nHost: evil",
  "/\u0000",
  "/?q=" + "x".repeat(300),
  "/\u001b[2J",
  "/<script>alert(1)</script>",
  "/%2e%2e/",
  "?x",
  "#y",
  "\\..\\",
  "/💥",
];

/** One bad or odd address, as somebody might type, paste or plant it. */
export function oddAddress(random: Seeded): string {
  const host = random.below(2) === 0 ? random.pick(INSIDE_HOSTS) : random.pick(NAMES);
  const whole = `${random.pick(SCHEMES)}${random.pick(USERS)}${host}${random.pick(PORTS)}${random.pick(TAILS)}`;
  if (random.below(500) === 0) return whole + "/".repeat(70_000);
  return random.below(4) === 0 ? scrambled(whole, random) : whole;
}

/** One character changed, doubled or gone. */
function scrambled(text: string, random: Seeded): string {
  const at = random.below(text.length + 1);
  const odd = random.pick([
    "",
    "@",
    ":",
    "/",
    "\\",
    "%",
    "[",
    "]",
    "\u200b",
    "\u3002",
    "?",
    "#",
    ".",
    "\r",
    "-",
    "\ud800",
  ]);
  return text.slice(0, at) + odd + text.slice(at + random.below(2));
}
