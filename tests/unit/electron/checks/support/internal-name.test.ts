import { expect, test } from "vitest";
import { isInternalName } from "../../../../../electron/checks/support/internal-name.ts";

test.each(["intranet", "printer.local", "fritz.lan", "a.b.home.arpa", "wiki.corp", "db.internal"])(
  "%s is internal",
  (name) => {
    expect(isInternalName(name)).toBe(true);
  },
);

test.each(["example.com", "local.example", "shop.test", "mylan.example", "notlocal.org"])("%s is not", (name) => {
  expect(isInternalName(name)).toBe(false);
});
