import { expect, test } from "vitest";
import {
  dohServer,
  overTcp,
  parseDotEntry,
  parseServerEntry,
  udpServers,
} from "../../../../../electron/checks/support/server-entry.ts";

test.each([
  ["1.1.1.1", { address: "1.1.1.1", port: 53 }],
  ["127.0.0.1:5353", { address: "127.0.0.1", port: 5_353 }],
  ["2606:4700::1111", { address: "2606:4700::1111", port: 53 }],
  ["[2606:4700::1111]", { address: "2606:4700::1111", port: 53 }],
  ["[2606:4700::1111]:5353", { address: "2606:4700::1111", port: 5_353 }],
  ["fe80::1%eth0", { address: "fe80::1%eth0", port: 53 }],
  ["[fe80::1%eth0]:53", { address: "fe80::1%eth0", port: 53 }],
  ["1.1.1.1:0", null],
  ["1.1.1.1:65536", null],
  ["[1.1.1.1]:53", null],
  ["dns.example:53", null],
  ["1.1.1", null],
  ["", null],
])("%s is read as %j", (text, expected) => {
  expect(parseServerEntry(text)).toEqual(expected);
});

test.each([
  ["1.1.1.1:853#one.one.one.one", { host: "1.1.1.1", port: 853, tlsName: "one.one.one.one" }],
  ["dns.example#dns.example", { host: "dns.example", port: 853, tlsName: "dns.example" }],
  ["dns.example:8853#other.example", { host: "dns.example", port: 8_853, tlsName: "other.example" }],
  ["[2001:db8::1]:853#dns.example", { host: "2001:db8::1", port: 853, tlsName: "dns.example" }],
  ["1.1.1.1:853", null],
  ["1.1.1.1:853#", null],
  ["a#b#c", null],
  ["dns.example:0#x", null],
  ["not a host#x", null],
])("the DoT entry %s is read as %j", (text, expected) => {
  expect(parseDotEntry(text)).toEqual(expected);
});

test("DoH connects to the address in its URL, or to the operator's plain one", () => {
  const resolver = { id: "x", name: "X", udp: ["nonsense", "192.0.2.53"] };
  expect(udpServers(resolver)).toEqual([{ transport: "udp", address: "192.0.2.53", port: 53 }]);
  expect(dohServer(resolver)).toBeNull();
  expect(dohServer({ ...resolver, doh: "https://[2001:db8::53]/q" })).toMatchObject({ address: "2001:db8::53" });
  expect(dohServer({ ...resolver, doh: "https://dns.example/q" })).toEqual({
    transport: "doh",
    url: "https://dns.example/q",
    address: "192.0.2.53",
  });
  expect(dohServer({ ...resolver, udp: [], doh: "https://dns.example/q" })).toBeNull();
  expect(dohServer({ ...resolver, doh: "nonsense" })).toBeNull();
  expect(overTcp({ address: "192.0.2.53", port: 53 })).toEqual({ transport: "tcp", address: "192.0.2.53", port: 53 });
});
