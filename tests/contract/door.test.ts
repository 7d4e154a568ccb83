import { describe, expect, it, vi } from "vitest";
import { answer, type Door, type Handlers } from "../../electron/ipc/answer.ts";
import type { Frame } from "../../electron/ipc/sender.ts";
import { limitOf } from "../../electron/ipc/size.ts";
import { calls, INPUT_LIMIT } from "../../shared/contract/calls.ts";
import { CALLS, type CallName } from "../../shared/contract/channels.ts";
import { SAVED_TEXT_LIMIT } from "../../shared/model/saved-page.ts";
import { fail } from "../../shared/lib/result.ts";
import { fakeHandlers, GOOD_INPUTS } from "./fake-handlers.ts";

const ORIGIN = "app://goodgateway";
const OWN: Frame = { url: `${ORIGIN}/index.html`, origin: ORIGIN, parent: null };

interface Setup {
  readonly handlers?: Partial<Handlers>;
  readonly own?: Frame | null;
}

function door({ handlers = {}, own = OWN }: Setup = {}): Door & { readonly reported: [CallName, unknown][] } {
  const reported: [CallName, unknown][] = [];
  return {
    gate: { origin: ORIGIN, ownFrame: () => own },
    handlers: { ...fakeHandlers(), ...handlers },
    report: (name, error) => reported.push([name, error]),
    reported,
  };
}

async function code(
  at: Door,
  name: CallName,
  sender: Frame | null,
  input: unknown = GOOD_INPUTS[name],
): Promise<string> {
  const outcome = await answer(at, name, { sender, input });
  return outcome.ok ? "ok" : outcome.error.code;
}

function start(input: string): unknown {
  return { ...(GOOD_INPUTS["checkup.start"] as object), input };
}

describe.each(CALLS)("the call %s (E9)", (name) => {
  it("is answered for our own page", async () => {
    expect(await answer(door(), name, { sender: OWN, input: GOOD_INPUTS[name] })).toMatchObject({ ok: true });
  });

  it("is refused for every other sender, and its handler hears nothing", async () => {
    const handler = vi.fn();
    const at = door({ handlers: { [name]: handler } });
    const child: Frame = { ...OWN, parent: OWN };
    const strangers: (Frame | null)[] = [
      null,
      { ...OWN },
      child,
      { url: "app://goodgateway.evil/index.html", origin: "app://goodgateway.evil", parent: null },
      { url: "https://example.com/", origin: "https://example.com", parent: null },
      { url: "about:blank", origin: "null", parent: null },
      { url: "data:text/html,x", origin: "null", parent: null },
      { url: "file:///tmp/index.html", origin: "file://", parent: null },
    ];
    for (const stranger of strangers) expect(await code(at, name, stranger)).toBe("refused");
    expect(handler).not.toHaveBeenCalled();
  });

  it("is refused while our own window shows something else", async () => {
    const elsewhere: Frame[] = [
      { url: "app://goodgateway.evil/index.html", origin: "app://goodgateway.evil", parent: null },
      { url: "app://goodgateway.evil/index.html", origin: ORIGIN, parent: null },
      { url: `${ORIGIN}/index.html`, origin: "null", parent: null },
      { ...OWN, parent: OWN },
    ];
    for (const frame of elsewhere) expect(await code(door({ own: frame }), name, frame)).toBe("refused");
  });

  it("is refused when the frame is gone before it can be looked at", async () => {
    const gone: Frame = {
      get url(): string {
        throw new Error("Render frame was disposed");
      },
      get origin(): string {
        throw new Error("Render frame was disposed");
      },
      parent: null,
    };
    expect(await code(door({ own: gone }), name, gone)).toBe("refused");
    expect(await code(door({ own: null }), name, null)).toBe("refused");
  });

  it("turns away what is too large before it is looked at closely", async () => {
    const big = { input: "x".repeat(limitOf(name) + 1) };
    expect(await code(door(), name, OWN, big)).toBe("too-large");
    const deep: unknown[] = [];
    for (let index = 0; index < limitOf(name) / 8; index += 1) deep.push([]);
    expect(await code(door(), name, OWN, deep)).toBe("too-large");
    expect(await code(door(), name, OWN, { input: new Map([["a", 1]]) })).toBe("too-large");
  });

  it("turns away what does not fit its schema", async () => {
    const bad: unknown[] = [null, 7, "text", [], { unknown: true }, { input: 7 }, { id: "" }, { id: "x".repeat(65) }];
    const codes = await Promise.all(bad.map(async (input) => code(door(), name, OWN, input)));
    expect(codes).toEqual(bad.map(() => "invalid"));
  });

  it("answers `crashed` and reports the cause when its handler breaks", async () => {
    const at = door({
      handlers: {
        [name]: async () => {
          throw new Error("boom");
        },
      },
    });
    expect(await code(at, name, OWN)).toBe("crashed");
    expect(at.reported).toEqual([[name, new Error("boom")]]);
  });

  it("passes a handler's own code on", async () => {
    expect(await code(door({ handlers: { [name]: async () => fail("busy") } }), name, OWN)).toBe("busy");
  });
});

describe("the door", () => {
  it("refuses keys that the contract does not know", async () => {
    const input = { ...(GOOD_INPUTS["checkup.start"] as object), path: "/bin/sh" };
    expect(await code(door(), "checkup.start", OWN, input)).toBe("invalid");
    const answers = { input: "a", privateMode: false, askVantage: false, answers: { vpn: "maybe" } };
    expect(await code(door(), "checkup.start", OWN, answers)).toBe("invalid");
  });

  it("takes a long address and names one that is too long", async () => {
    expect(await code(door(), "checkup.start", OWN, start("x".repeat(INPUT_LIMIT)))).toBe("ok");
    expect(await code(door(), "checkup.start", OWN, start("x".repeat(INPUT_LIMIT + 1)))).toBe("too-long");
    expect(await code(door(), "target.parse", OWN, { input: "x".repeat(INPUT_LIMIT + 1) })).toBe("too-long");
  });

  it("takes a long page and names one that is too large", async () => {
    const page = (length: number): unknown => ({ text: "x".repeat(length), status: null });
    expect(await code(door(), "page.classify", OWN, page(SAVED_TEXT_LIMIT))).toBe("ok");
    expect(await code(door(), "page.classify", OWN, page(SAVED_TEXT_LIMIT + 1))).toBe("too-large");
    for (const status of [0, 99, 600, 502.5, "502"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await code(door(), "page.classify", OWN, { text: "x", status })).toBe("invalid");
    }
  });

  it("follows what refers to itself only once", async () => {
    const round: Record<string, unknown> = { input: "a" };
    round["self"] = round;
    expect(await code(door(), "checkup.start", OWN, round)).toBe("invalid");
  });

  it("lets no answer out that its schema does not know", async () => {
    const at = door({
      handlers: { "clipboard.offer": async () => ({ ok: true, value: { url: 7 } }) as never },
    });
    expect(await code(at, "clipboard.offer", OWN)).toBe("crashed");
    expect(at.reported).toHaveLength(1);
  });

  it("has a schema for every name and a name for every schema", () => {
    expect(Object.keys(calls).toSorted()).toEqual([...CALLS].toSorted());
    expect(Object.keys(fakeHandlers()).toSorted()).toEqual([...CALLS].toSorted());
  });
});
