import { describe, expect, it } from "vitest";
import { parseDiagnoseArguments } from "../../../../../electron/cli/diagnose/diagnose-arguments.ts";

const parsed = (line: string) => parseDiagnoseArguments(line.split(" ").filter((word) => word !== ""));

describe("the words after diagnose", () => {
  it("are an address and nothing else by default", () => {
    expect(parsed("example.com")).toEqual({
      ok: true,
      value: {
        input: "example.com",
        practice: null,
        output: "human",
        timeoutMs: null,
        referencesFile: null,
        privateMode: false,
        askVantage: false,
        history: true,
        answers: {},
      },
    });
  });

  it("may ask for everything at once", () => {
    const result = parsed(
      "https://a.example/ --events --timeout 9000 --references r.json --elsewhere --answer browser-fails=yes --answer vpn=on",
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        output: "events",
        timeoutMs: 9000,
        referencesFile: "r.json",
        privateMode: false,
        askVantage: true,
        answers: { "browser-fails": "yes", vpn: "on" },
      },
    });
  });

  it.each([
    ["", "Say which address"],
    ["a b", 'One address at a time, please: "b"'],
    ["a --json --events", "Choose one"],
    ["a --jsn", "Unknown option '--jsn'"],
    ["a --timeout soon", "--timeout takes milliseconds"],
    ["a --timeout 10", "--timeout takes milliseconds"],
    ["a --timeout 1e3", "--timeout takes milliseconds"],
    ["a --timeout 0x400", "--timeout takes milliseconds"],
    ["a --timeout -5", "--timeout"],
    ["a --private --elsewhere", "choose one"],
    ["a --answer vpn=on --answer vpn=off", "given twice"],
    ["a --timeout NaN", "--timeout takes milliseconds"],
    ["a --answer mood=good", '--answer does not know "mood"'],
    ["a --answer vpn=maybe", "--answer vpn takes on or off"],
    ["a --answer vpn", "--answer vpn takes on or off"],
    ["a --practice healthy", "not both"],
  ])("%j is answered with one sentence", (line, sentence) => {
    const result = parsed(line);
    expect(result.ok).toBe(false);
    expect(result.ok ? "" : result.error).toContain(sentence);
    expect(result.ok ? "" : result.error).not.toContain("\n");
  });
});
