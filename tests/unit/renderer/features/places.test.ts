import { describe, expect, it } from "vitest";
import { placesOf } from "../../../../renderer/features/path/places.ts";

const nodes = (places: ReturnType<typeof placesOf>): readonly string[] => places.map(({ node }) => node);

describe("placesOf", () => {
  it("shows seven stations, of which nothing is known at first", () => {
    const places = placesOf([], []);
    expect(nodes(places)).toEqual([
      "device",
      "browser",
      "local-network",
      "provider",
      "resolver",
      "site-edge",
      "site-origin",
    ]);
    expect(new Set(places.map(({ state }) => state))).toEqual(new Set(["unknown"]));
  });

  it("calls a broken proxy by its name and does not blame the network it stands in", () => {
    const places = placesOf(
      [
        { node: "local-network", state: "ok" },
        { node: "proxy", state: "fault" },
      ],
      [],
    );
    expect(places[2]).toEqual({ node: "proxy", state: "fault" });
  });

  it("does not blame the person's resolver for the site's own DNS", () => {
    const places = placesOf(
      [
        { node: "resolver", state: "ok" },
        { node: "site-dns", state: "fault" },
      ],
      [],
    );
    expect(places[4]).toEqual({ node: "resolver", state: "ok" });
    expect(places[5]).toEqual({ node: "site-dns", state: "fault" });
  });

  it("does not call a station fine because its companion is", () => {
    expect(placesOf([{ node: "site-dns", state: "ok" }], [])[5]).toEqual({ node: "site-edge", state: "unknown" });
  });

  it("shows a fault rather than a warning of the same station", () => {
    const places = placesOf(
      [
        { node: "site-edge", state: "warn" },
        { node: "site-dns", state: "fault" },
      ],
      [],
    );
    expect(places[5]).toEqual({ node: "site-dns", state: "fault" });
  });

  it("shows that a station is being looked at until something is known of it", () => {
    expect(placesOf([], ["tcp"])[5]?.state).toBe("looking");
    expect(placesOf([{ node: "site-edge", state: "ok" }], ["tcp"])[5]?.state).toBe("ok");
  });
});
