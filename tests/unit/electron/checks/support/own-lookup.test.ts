import { expect, test } from "vitest";
import { ownAddresses } from "../../../../../electron/checks/support/own-lookup.ts";
import { contextFor, lookupSeen } from "../fakes.ts";

function looking() {
  const asked: string[] = [];
  const context = contextFor({
    probes: {
      systemLookup: async (name) => {
        asked.push(name);
        return lookupSeen(name, ["203.0.113.7"]);
      },
    },
  });
  return { asked, context };
}

test("a name is looked up as this machine does", async () => {
  const { asked, context } = looking();
  expect(await ownAddresses(context, "next.example")).toEqual(["203.0.113.7"]);
  expect(asked).toEqual(["next.example"]);
});

test("a literal is itself", async () => {
  expect(await ownAddresses(looking().context, "[2001:db8::1]")).toEqual(["2001:db8::1"]);
});

test("a name of the Tor network is never asked of anybody, even when a page leads there", async () => {
  const { asked, context } = looking();
  expect(await ownAddresses(context, "abc.onion")).toEqual([]);
  expect(asked).toEqual([]);
});
