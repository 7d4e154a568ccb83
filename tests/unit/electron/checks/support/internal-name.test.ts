import { expect, test } from "vitest";
import { isInternalName, isLinkName, isOnionName } from "../../../../../electron/checks/support/internal-name.ts";

test.each(["intranet", "printer.local", "fritz.lan", "a.b.home.arpa", "wiki.corp", "db.internal"])(
  "%s is internal",
  (name) => {
    expect(isInternalName(name)).toBe(true);
  },
);

test.each(["example.com", "local.example", "shop.test", "mylan.example", "notlocal.org"])("%s is not", (name) => {
  expect(isInternalName(name)).toBe(false);
});

test("names of Tor and of the link are told by their last label only", () => {
  expect(["a.onion", "A.Onion", "onion"].map(isOnionName)).toEqual([true, true, true]);
  expect(["onion.example", "notonion", "a.onions"].map(isOnionName)).toEqual([false, false, false]);
  expect(["printer.local", "Printer.LOCAL"].map(isLinkName)).toEqual([true, true]);
  expect(["local", "local.example", "a.lan"].map(isLinkName)).toEqual([false, false, false]);
});
