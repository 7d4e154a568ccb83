import { describe, expect, test } from "vitest";
import { linkPath, parseResolvectlDns } from "../../../../../../electron/platform/linux/dns/kind-resolved.ts";
import {
  deviceText,
  nmcliFields,
  parseAppliedConnection,
  profileText,
} from "../../../../../../electron/platform/linux/dns/nm-settings.ts";

describe("resolvectl's servers", () => {
  test.each([
    ["Link 2 (eth0):\n", ""],
    ["Link 2 (eth0): 192.0.2.1 2001:db8::1\n", "192.0.2.1 2001:db8::1"],
    [
      "Link 2 (eth0): 1.1.1.1#cloudflare-dns.com\n        2606:4700:4700::1111#cloudflare-dns.com\n",
      "1.1.1.1#cloudflare-dns.com 2606:4700:4700::1111#cloudflare-dns.com",
    ],
    ["Link 12 (a)b(c): fe80::1%12\n", "fe80::1%12"],
  ])("%j", (text, servers) => {
    expect(parseResolvectlDns(text)).toBe(servers);
  });

  test.each(["", "Global: 1.1.1.1", 'Failed to resolve interface "nosuch0": No such device'])(
    "%j is none of it",
    (text) => {
      expect(parseResolvectlDns(text)).toBeNull();
    },
  );

  test("a link's path writes its first digit as a code", () => {
    expect([linkPath("2"), linkPath("12")]).toStrictEqual([
      "/org/freedesktop/resolve1/link/_32",
      "/org/freedesktop/resolve1/link/_312",
    ]);
  });
});

const variant = (type: string, data: unknown) => ({ type, data });
const applied = (ipv4: object, ipv6: object) => JSON.stringify({ type: "a{sa{sv}}t", data: [{ ipv4, ipv6 }, 7] });

describe("NetworkManager's running connection", () => {
  test("automatic stays automatic, and a family that is off is not named", () => {
    const text = applied({ method: variant("s", "auto") }, { method: variant("s", "disabled") });
    const connection = parseAppliedConnection(text);
    expect(connection?.v4).toStrictEqual({ method: "auto", dns: [], ignoreAuto: false, search: [] });
    expect(connection === null ? null : deviceText(connection)).toBe("|no||");
  });

  test("servers come as text from new ones and as numbers from old ones", () => {
    const octets = [0x26, 0x06, 0x47, 0, 0x47, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x11, 0x11];
    const old = applied(
      {
        method: variant("s", "auto"),
        dns: variant("au", [16843009, 134744072]),
        "ignore-auto-dns": variant("b", true),
      },
      { method: variant("s", "auto"), dns: variant("aay", [octets]) },
    );
    const fresh = applied(
      {
        method: variant("s", "auto"),
        "dns-data": variant("as", ["1.1.1.1", "8.8.8.8"]),
        "ignore-auto-dns": variant("b", true),
      },
      { method: variant("s", "auto"), "dns-data": variant("as", ["2606:4700:4700::1111"]) },
    );
    for (const text of [old, fresh]) {
      const connection = parseAppliedConnection(text);
      expect(connection === null ? null : deviceText(connection)).toBe("1.1.1.1,8.8.8.8|yes|2606:4700:4700::1111|no");
    }
  });

  test.each(["", "{}", '{"data":[]}', '{"data":[{"ipv6":{}}]}', "Call failed: x"])("%j is none", (text) => {
    expect(parseAppliedConnection(text)).toBeNull();
  });

  test("a profile's four lines become one text", () => {
    expect(
      profileText("ipv4.dns:1.1.1.1,1.0.0.1\nipv4.ignore-auto-dns:yes\nipv6.dns:\nipv6.ignore-auto-dns:no\n"),
    ).toBe("1.1.1.1,1.0.0.1|yes||no");
    expect(profileText("Error: nosuch - no such connection profile.\n")).toBeNull();
  });

  test("a name with colons stays whole", () => {
    const fields = nmcliFields('GENERAL.CONNECTION:Büro: LAN "1"\nIP4.DNS[1]:192.0.2.1\nIP4.DNS[2]:192.0.2.2\n');
    expect(fields.get("GENERAL.CONNECTION")).toStrictEqual(['Büro: LAN "1"']);
    expect(fields.get("IP4.DNS")).toStrictEqual(["192.0.2.1", "192.0.2.2"]);
  });
});
