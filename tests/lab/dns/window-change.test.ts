import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedOf, missingForBoxes, startBox, type Box } from "./boxes.ts";
import { atWindow, windowDriver } from "./window.ts";

const missing = missingForBoxes(["Xvfb", "xvfb-run"]);

describe.skipIf(missing.length > 0)("a switch of DNS in the real window, on a throw-away machine", () => {
  let box: Box;
  let seen: Readonly<Record<string, unknown>>;

  beforeAll(() => {
    const driver = windowDriver();
    box = startBox("gge-window", "file");
    seen = atWindow(box, driver, "change");
  }, 300_000);

  afterAll(() => box.down());

  it("shows the exact commands before anything is done", () => {
    expect(seen["plan Cloudflare"]).toEqual(expect.arrayContaining([expect.stringContaining("/etc/resolv.conf")]));
  });

  it("is kept by Keep, and undone from the history to the last byte", () => {
    expect(seen["before"]).toContain("nameserver 192.0.2.53");
    expect(seen["while asked"]).toContain("nameserver 1.1.1.1");
    expect(seen["kept"]).toContain("nameserver 1.1.1.1");
    expect(seen["undone"]).toBe(seen["before"]);
  });

  it("is really asked for names while it stands", () => {
    expect(askedOf(box, "cloudflare")).toContain("where.test");
  });

  it("goes back when the program is lost, and the next start says so", () => {
    expect(seen["before the loss"]).toContain("nameserver 8.8.8.8");
    expect(seen["after the loss"]).toBe(seen["before"]);
    expect(seen["notice"]).toContain("I put your DNS back");
  });
});
