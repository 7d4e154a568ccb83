import { expect, test } from "vitest";
import { hostsFileCheck } from "../../../../electron/checks/hosts-file.ts";
import { ok } from "../../../../shared/lib/result.ts";
import { contextFor, factsOf, notReadable, sayOf } from "./fakes.ts";

const named = {
  machine: { hostsFile: async () => ok({ path: "/etc/hosts", text: "# mine\r\n10.0.0.9\twww.example.com # old\r\n" }) },
};

test.each([
  ["pass: not-named", {}],
  ["warn: named", named],
  ["unknown: not-readable", { machine: { hostsFile: notReadable("not-permitted") } }],
  ["skipped: literal-target", { target: "http://192.0.2.7/" }],
  ["skipped: loopback-target", { target: "http://localhost/" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(hostsFileCheck, parts)).toBe(expected);
});

test("shows the line as it stands in the file", async () => {
  expect(factsOf(await hostsFileCheck.run(contextFor(named))).entries).toEqual([
    { address: "10.0.0.9", line: 2, text: "10.0.0.9\twww.example.com # old" },
  ]);
});
