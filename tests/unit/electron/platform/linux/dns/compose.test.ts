import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { composeFile, serversForFile } from "../../../../../../electron/platform/linux/dns/compose.ts";
import { DNS_SCRIPT } from "../../../../../../electron/platform/linux/dns/script/script.ts";

const SERVERS = ["1.1.1.1", "2606:4700:4700::1111"];

describe("a file with other servers", () => {
  test.each([
    [
      "ours stand where the first one stood",
      "search a\nnameserver 9.9.9.9\noptions x\nnameserver 8.8.8.8\n",
      "search a\nnameserver 1.1.1.1\nnameserver 2606:4700:4700::1111\noptions x\n",
    ],
    [
      "without one they come last",
      "# by hand\nsearch a\n",
      "# by hand\nsearch a\nnameserver 1.1.1.1\nnameserver 2606:4700:4700::1111\n",
    ],
    [
      "a last line without its end gets one",
      "search a",
      "search a\nnameserver 1.1.1.1\nnameserver 2606:4700:4700::1111\n",
    ],
    ["an empty file gets them alone", "", "nameserver 1.1.1.1\nnameserver 2606:4700:4700::1111\n"],
    [
      "a comment that names a server stays",
      "#nameserver 9.9.9.9\n",
      "#nameserver 9.9.9.9\nnameserver 1.1.1.1\nnameserver 2606:4700:4700::1111\n",
    ],
  ])("%s", (_name, before, after) => {
    expect(composeFile(Buffer.from(before), SERVERS).toString()).toBe(after);
  });

  test
    .skipIf(process.platform !== "linux")
    .each([
      "",
      "\n",
      "\n\n",
      "nameserver 9.9.9.9",
      "nameserver\t9.9.9.9 # x\r\nsearch b\r\n",
      " nameserver 9.9.9.9\n",
      "options ä\xff\nnameserver ::1\n\nnameserver 1::\n",
    ])("the script writes the same bytes for %j", (text) => {
    const before = Buffer.from(text, "latin1");
    const compose = /^file_compose\(\) \{[\s\S]*?^\}/m.exec(DNS_SCRIPT)?.[0] ?? "";
    const ran = spawnSync("/bin/sh", ["-c", `${compose}\nLC_ALL=C file_compose`], {
      input: before,
      env: { SERVERS: SERVERS.join(" "), PATH: "/usr/bin:/bin", LC_ALL: "C" },
    });
    expect(ran.stderr.toString()).toBe("");
    expect(ran.stdout).toStrictEqual(composeFile(before, SERVERS));
  });

  test("holds at most three servers, both families first", () => {
    expect(serversForFile(["1.1.1.1", "1.0.0.1", "2606:4700:4700::1111", "2606:4700:4700::1001"])).toStrictEqual([
      "1.1.1.1",
      "2606:4700:4700::1111",
      "1.0.0.1",
    ]);
    expect(serversForFile(["2620:fe::fe", "9.9.9.9"])).toStrictEqual(["2620:fe::fe", "9.9.9.9"]);
    expect(serversForFile([])).toStrictEqual([]);
  });
});
