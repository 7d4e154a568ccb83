import { describe, expect, test } from "vitest";
import { connectionsOf, parseLsof, parseNetstat } from "../../../../electron/browsers/connections.ts";
import { NEVER, worldOf } from "./browser-world.ts";

const HEAD = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

describe("where a browser is connected to", () => {
  test("is read on Linux from its own sockets only, in both families", async () => {
    const { deps } = worldOf("linux", {
      "/proc/net/tcp":
        HEAD +
        "   0: 0A0200C0:E3B2 020071CB:0050 01 00000000:00000000 02:000004E2 00000000  1000        0 111 2 0000000000000000 20 4 30 10 -1\n" +
        "   1: 0A0200C0:E3B3 030071CB:0050 06 00000000:00000000 03:000004E2 00000000     0        0 0 3 0000000000000000\n" +
        "   2: 0A0200C0:E3B4 040071CB:01BB 01 00000000:00000000 02:000004E2 00000000  1000        0 999 2 0000000000000000\n",
      "/proc/net/tcp6":
        HEAD +
        "   0: B80D0120000000000000000010000000:8AE0 B80D0120000000000000000002000000:01BB 01 00000000:00000000 00:00000000 00000000  1000        0 222 1 0\n" +
        "   1: 0000000000000000FFFF00000A0200C0:8AE1 0000000000000000FFFF0000050071CB:01BB 01 00000000:00000000 00:00000000 00000000  1000        0 333 1 0\n",
      "/proc/7/fd/3": { link: "socket:[111]" },
      "/proc/7/fd/4": { link: "/dev/null" },
      "/proc/8/fd/9": { link: "socket:[222]" },
      "/proc/8/fd/10": { link: "socket:[333]" },
      "/proc/9/fd/3": { link: "socket:[999]" },
    });
    expect(await connectionsOf(deps, [7, 8], NEVER)).toEqual([
      { address: "203.113.0.2", port: 80 },
      { address: "2001:db8::2", port: 443 },
      { address: "203.113.0.5", port: 443 },
    ]);
  });

  test("is read on macOS and Windows from what their tools print", async () => {
    expect(
      parseLsof("p501\nf23\nn192.168.1.5:50412->203.0.113.2:443\nn[2001:db8::5]:1->[2001:DB8:0::2]:443\nn*:5353\n"),
    ).toEqual([
      { address: "203.0.113.2", port: 443 },
      { address: "2001:db8::2", port: 443 },
    ]);
    const netstat = [
      "Aktive Verbindungen",
      "",
      "  Proto  Lokale Adresse         Remoteadresse          Status           PID",
      "  TCP    192.168.1.5:50412      203.0.113.2:443        HERGESTELLT      812",
      "  TCP    0.0.0.0:135            0.0.0.0:0              ABHÖREN          812",
      "  TCP    192.168.1.5:50413      203.0.113.9:443        HERGESTELLT      77",
      "  TCP    [2001:db8::5%4]:50414  [2001:db8::2]:443      HERGESTELLT      812",
      "",
    ].join("\r\n");
    expect(parseNetstat(netstat, new Set([812]))).toEqual([
      { address: "203.0.113.2", port: 443 },
      { address: "2001:db8::2", port: 443 },
    ]);
    const world = worldOf("windows", {}, { printed: { "netstat -ano -p TCP": netstat } });
    expect((await connectionsOf(world.deps, [77], NEVER))?.[0]).toEqual({ address: "203.0.113.9", port: 443 });
    const mac = worldOf("macos", {}, { printed: { "lsof -nP -a -p 5,6 ": "n1.2.3.4:5->6.7.8.9:80\n" } });
    expect(await connectionsOf(mac.deps, [5, 6], NEVER)).toEqual([{ address: "6.7.8.9", port: 80 }]);
  });

  test("is not known where the system cannot be asked, and nowhere for no process", async () => {
    expect(await connectionsOf(worldOf("linux", {}).deps, [1], NEVER)).toBeNull();
    expect(await connectionsOf(worldOf("windows", {}).deps, [1], NEVER)).toBeNull();
    expect(await connectionsOf(worldOf("windows", {}).deps, [], NEVER)).toEqual([]);
  });
});
