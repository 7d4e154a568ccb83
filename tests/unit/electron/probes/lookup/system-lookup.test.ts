import type { LookupAddress } from "node:dns";
import { describe, expect, it } from "vitest";
import { createSlots } from "../../../../../electron/probes/lookup/lookup-slots.ts";
import { createSystemLookup, systemLookup } from "../../../../../electron/probes/lookup/system-lookup.ts";

const live = (timeoutMs = 20_000) => ({ signal: new AbortController().signal, timeoutMs });

type Answered = (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void;

/** A system whose answers the test gives. */
function fakeSystem(): {
  readonly asked: { name: string; answered: Answered }[];
  readonly ask: (name: string, answered: Answered) => void;
} {
  const asked: { name: string; answered: Answered }[] = [];
  return { asked, ask: (name, answered) => void asked.push({ name, answered }) };
}

const ADDRESSES: readonly LookupAddress[] = [
  { address: "2001:db8::1", family: 6 },
  { address: "192.0.2.1", family: 4 },
  { address: "192.0.2.1", family: 4 },
];

const lookupError = (errno: number, code: string): NodeJS.ErrnoException =>
  Object.assign(new Error("getaddrinfo"), { errno, code });

describe("the system's look-up", () => {
  it("answers for localhost and for literals", async () => {
    const local = await systemLookup("localhost", live());
    expect(local.outcome).toBe("answer");
    expect(local.addresses).toContain("127.0.0.1");
    expect(await systemLookup("192.0.2.7", live())).toMatchObject({ outcome: "answer", addresses: ["192.0.2.7"] });
    expect(await systemLookup("2001:db8::7", live())).toMatchObject({ addresses: ["2001:db8::7"], errno: null });
  });

  it("gives the addresses in the system's order, doubles out", async () => {
    const { asked, ask } = fakeSystem();
    const pending = createSystemLookup(ask)("www.example", live());
    asked[0]?.answered(null, ADDRESSES);
    expect(await pending).toEqual({
      name: "www.example",
      outcome: "answer",
      addresses: ["2001:db8::1", "192.0.2.1"],
      errno: null,
      ms: expect.any(Number) as number,
    });
  });

  it.each([
    [-3008, "ENOTFOUND", "not-found", "EAI_NONAME"],
    [-3007, "ENOTFOUND", "not-found", "EAI_NODATA"],
    [-3001, "EAI_AGAIN", "temporary-failure", "EAI_AGAIN"],
    [-3004, "EAI_FAIL", "error", "EAI_FAIL"],
    [-3006, "ENOTFOUND", "error", "EAI_MEMORY"],
    [-24, "EMFILE", "error", "EMFILE"],
    [1, "ENOTFOUND", "not-found", "ENOTFOUND"],
  ])("reads error %i (%s) as %s with its own name", async (errno, code, outcome, name) => {
    const { asked, ask } = fakeSystem();
    const pending = createSystemLookup(ask)("www.example", live());
    asked[0]?.answered(lookupError(errno, code), []);
    expect(await pending).toMatchObject({ outcome, errno: name, addresses: [] });
  });

  it("is not-found when the system names no address and no error", async () => {
    const { asked, ask } = fakeSystem();
    const pending = createSystemLookup(ask)("www.example", live());
    asked[0]?.answered(null, []);
    expect(await pending).toMatchObject({ outcome: "not-found", errno: "EAI_NODATA" });
  });

  it("is an error with nothing asked for an empty name, and when asking throws", async () => {
    expect(await systemLookup("", live())).toMatchObject({ outcome: "error", errno: "ERR_INVALID_NAME" });
    const throwing = createSystemLookup(() => {
      throw Object.assign(new TypeError("no"), { code: "ERR_INVALID_ARG_VALUE" });
    });
    for (let round = 0; round < 3; round += 1) {
      expect(await throwing("a\0b", live())).toMatchObject({ outcome: "error", errno: "ERR_INVALID_ARG_VALUE" });
    }
  });

  it("stops waiting at its limit and when called off, and takes no late answer", async () => {
    const { asked, ask } = fakeSystem();
    const look = createSystemLookup(ask);
    expect(await look("slow.example", live(50))).toMatchObject({ outcome: "timeout", errno: null, addresses: [] });
    asked[0]?.answered(null, ADDRESSES);
    const abort = new AbortController();
    const pending = look("other.example", { signal: abort.signal });
    abort.abort();
    expect((await pending).outcome).toBe("cancelled");
    expect((await look("third.example", { signal: abort.signal })).outcome).toBe("cancelled");
    expect(asked.map(({ name }) => name)).toEqual(["slow.example", "other.example"]);
  });

  it("hands at most two look-ups to the system, the rest in order as slots come free", async () => {
    const { asked, ask } = fakeSystem();
    const look = createSystemLookup(ask);
    const pending = ["a", "b", "c", "d"].map(async (name) => look(name, live()));
    expect(asked.map(({ name }) => name)).toEqual(["a", "b"]);
    asked[1]?.answered(null, ADDRESSES);
    expect(asked.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    asked[0]?.answered(null, ADDRESSES);
    asked[2]?.answered(null, ADDRESSES);
    asked[3]?.answered(null, ADDRESSES);
    expect((await Promise.all(pending)).map(({ outcome }) => outcome)).toEqual([
      "answer",
      "answer",
      "answer",
      "answer",
    ]);
  });

  it("says that the system is stuck when the limit comes before a slot, and never asks for what was given up", async () => {
    const { asked, ask } = fakeSystem();
    const look = createSystemLookup(ask);
    await Promise.all([look("a", live(20)), look("b", live(20))]);
    expect(await look("c", live(50))).toMatchObject({ outcome: "timeout", errno: "LOOKUPS_STUCK" });
    const abort = new AbortController();
    const calledOff = look("d", { signal: abort.signal });
    abort.abort();
    expect((await calledOff).outcome).toBe("cancelled");
    const last = look("e", live());
    asked[0]?.answered(lookupError(-3001, "EAI_AGAIN"), []);
    expect(asked.map(({ name }) => name)).toEqual(["a", "b", "e"]);
    asked[2]?.answered(null, ADDRESSES);
    expect((await last).outcome).toBe("answer");
  });
});

describe("slots", () => {
  it("are given out again and again, and withdrawing twice or late does nothing", () => {
    const slots = createSlots(1);
    const started: string[] = [];
    const late = slots.take(() => started.push("a"));
    const withdraw = slots.take(() => started.push("b"));
    slots.take(() => started.push("c"));
    withdraw();
    withdraw();
    late();
    slots.free();
    slots.free();
    slots.take(() => started.push("d"));
    slots.take(() => started.push("e"));
    expect(started).toEqual(["a", "c", "d"]);
  });
});
