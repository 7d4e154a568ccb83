import { describe, expect, test } from "vitest";
import { addressScope, isIpLiteral, isPublicAddress } from "../../../../shared/lib/ip.ts";

describe("isIpLiteral", () => {
  test.each(["1.2.3.4", "0.0.0.0", "::", "::1", "fe80::1%eth0", "2606:4700::1111", "::ffff:10.0.0.1"])(
    "takes %s for a literal",
    (text) => {
      expect(isIpLiteral(text)).toBe(true);
    },
  );

  test.each([
    "",
    "example.com",
    "1.2.3",
    "010.0.0.1",
    "0x7f.0.0.1",
    "2130706433",
    "256.1.1.1",
    "[::1]",
    "1.2.3.4:80",
    ":::",
  ])("does not take %s for a literal", (text) => {
    expect(isIpLiteral(text)).toBe(false);
  });
});

describe("addressScope", () => {
  test.each([
    ["127.0.0.1", "loopback"],
    ["127.255.0.9", "loopback"],
    ["::1", "loopback"],
    ["::ffff:127.0.0.1", "loopback"],
    ["::127.0.0.1", "loopback"],
    ["64:ff9b::7f00:1", "loopback"],
    ["2002:7f00:1::", "loopback"],
    ["0.0.0.0", "loopback"],
    ["::", "loopback"],
    ["10.1.2.3", "private"],
    ["172.16.0.1", "private"],
    ["172.31.255.255", "private"],
    ["192.168.1.1", "private"],
    ["::ffff:192.168.1.1", "private"],
    ["fd00::1", "private"],
    ["fec0::1", "private"],
    ["64:ff9b:1::a00:1", "private"],
    ["198.18.0.5", "private"],
    ["100.64.0.1", "shared"],
    ["100.127.255.255", "shared"],
    ["169.254.169.254", "link-local"],
    ["fe80::1", "link-local"],
    ["fe80::1%eth0", "link-local"],
    ["::ffff:169.254.1.1", "link-local"],
    ["1.1.1.1", "public"],
    ["172.32.0.1", "public"],
    ["100.128.0.1", "public"],
    ["2606:4700:4700::1111", "public"],
    ["2002:101:101::", "public"],
    ["64:ff9b::101:101", "public"],
    ["203.0.113.53", "public"],
    ["not-an-address", "private"],
  ])("calls %s %s", (address, scope) => {
    expect(addressScope(address)).toBe(scope);
  });
});

describe("isPublicAddress", () => {
  test.each([
    "1.1.1.1",
    "23.45.67.10",
    "192.175.48.1",
    "2606:4700:4700::1111",
    "2a00:1450::5",
    "::ffff:8.8.8.8",
    "2002:808:808::",
    "64:ff9b::808:808",
  ])("is true for %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    "127.0.0.1",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.1.1",
    "169.254.169.254",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd12::1",
    "ff02::1",
    "2001:db8::1",
    "2001::1",
    "100::1",
    "4000::1",
    "::ffff:10.0.0.1",
    "::10.0.0.1",
    "2002:a00:1::",
    "2002:c0a8:101::1",
    "64:ff9b::a00:1",
    "64:ff9b:1::808:808",
    "::ffff:0:7f00:1",
    "example.com",
    "010.8.8.8",
    "",
  ])("is false for %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
