import { describe, expect, it } from "vitest";
import { createUpdatesRoom, type Updater, type UpdatesParts } from "../../../../../electron/main/updates/room.ts";
import type { UpdatesView, UpdateWay } from "../../../../../shared/model/updates.ts";

interface World {
  on: boolean;
  way: UpdateWay;
  now: number;
  last: Date | null;
  fails: "look" | "fetch" | "install" | null;
  readonly did: string[];
  readonly told: UpdatesView[];
}

function world(change: Partial<World> = {}) {
  const here: World = { on: true, way: "self", now: 0, last: null, fails: null, did: [], told: [], ...change };
  const deed = (name: "look" | "fetch" | "install"): void => {
    here.did.push(name);
    if (here.fails === name) throw new Error("no");
  };
  const updater: Updater = {
    look: async () => {
      deed("look");
      return { version: "2.0.0", size: 5 };
    },
    fetch: async (onPercent) => {
      deed("fetch");
      for (const percent of [10, 10.4, 50]) onPercent(percent);
    },
    install: async () => {
      deed("install");
      throw new Error("it came back");
    },
    failureOf: () => "unreachable",
  };
  const parts: UpdatesParts = {
    way: async () => here.way,
    on: () => here.on,
    place: async () => ({ hosts: ["releases.example"], page: "https://releases.example/" }),
    updater: async () => {
      here.did.push("load");
      return updater;
    },
    emit: (view) => void here.told.push(view),
    now: () => new Date(here.now),
    lastLook: { read: () => here.last, write: (at) => void (here.last = at) },
    log: () => {},
  };
  return { here, room: createUpdatesRoom(parts) };
}

const DAY = 24 * 60 * 60 * 1000;

describe("newer versions", () => {
  it("does nothing at all while the switch is off", async () => {
    const { here, room } = world({ on: false });
    await room.lookIfDue();
    expect(await room.look()).toEqual({ ok: false, error: "not-supported" });
    expect(await room.fetch()).toMatchObject({ ok: false });
    expect(await room.install()).toMatchObject({ ok: false });
    expect((await room.view()).state).toEqual({ kind: "not-looked" });
    expect(here.did).toEqual([]);
  });

  it.each(["managed", "source"] as const)(
    "does nothing in a copy that is %s, whatever the switch says",
    async (way) => {
      const { here, room } = world({ way });
      await room.lookIfDue();
      expect(await room.look()).toMatchObject({ ok: false });
      expect(here.did).toEqual([]);
    },
  );

  it("looks, fetches and installs, each only when asked", async () => {
    const { here, room } = world();
    expect(await room.look()).toMatchObject({ ok: true, value: { state: { kind: "found", version: "2.0.0" } } });
    expect(here.did).toEqual(["load", "look"]);
    expect(await room.fetch()).toMatchObject({ ok: true, value: { state: { kind: "ready" } } });
    expect(here.did).toEqual(["load", "look", "fetch"]);
    expect(here.told.map(({ state }) => (state.kind === "fetching" ? state.percent : state.kind))).toEqual(
      expect.arrayContaining(["looking", "found", 0, "ready"]),
    );
    expect(await room.install()).toMatchObject({ ok: true, value: { state: { kind: "failed", during: "install" } } });
  });

  it.each(["package", "by-hand"] as const)(
    "tells of a newer version, but does not fetch it, where it is %s",
    async (way) => {
      const { here, room } = world({ way });
      expect(await room.look()).toMatchObject({ ok: true, value: { state: { kind: "found" } } });
      expect(await room.fetch()).toEqual({ ok: false, error: "not-supported" });
      expect(here.did).toEqual(["load", "look"]);
    },
  );

  it("does not fetch what was not found, nor install what was not fetched", async () => {
    const { here, room } = world();
    expect(await room.fetch()).toMatchObject({ ok: false });
    await room.look();
    expect(await room.install()).toMatchObject({ ok: false });
    expect(here.did).toEqual(["load", "look"]);
  });

  it("says why it came to nothing, and can try again", async () => {
    const { here, room } = world({ fails: "look" });
    expect(await room.look()).toMatchObject({
      ok: true,
      value: { state: { kind: "failed", during: "look", code: "unreachable" } },
    });
    here.fails = null;
    expect(await room.look()).toMatchObject({ ok: true, value: { state: { kind: "found" } } });
  });

  it("looks by itself once a day, and not for ever after when a clock was set back", async () => {
    const { here, room } = world({ now: 10 * DAY });
    await room.lookIfDue();
    here.now += DAY - 1;
    await room.lookIfDue();
    expect(here.did).toEqual(["load", "look"]);
    here.now += 1;
    await room.lookIfDue();
    expect(here.did).toEqual(["load", "look", "look"]);
    here.now = DAY;
    await room.lookIfDue();
    expect(here.did).toEqual(["load", "look", "look", "look"]);
  });
});
