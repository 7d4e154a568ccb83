import { describe, expect, it } from "vitest";
import { handedFile, refusedSwitch, terminalWords } from "../../../../electron/main/launch.ts";

describe("the words of a terminal command", () => {
  it.each([
    [["goodgateway"], null],
    [["goodgateway", "--disable-gpu"], null],
    [
      ["goodgateway", "diagnose", "https://a.test", "--json"],
      ["diagnose", "https://a.test", "--json"],
    ],
    [
      ["goodgateway", "--no-sandbox", "diagnose", "--json"],
      ["diagnose", "--json"],
    ],
    [["goodgateway", "--help"], ["--help"]],
    [["goodgateway", "--no-sandbox", "-v"], ["-v"]],
    [["goodgateway", "mistyped"], ["mistyped"]],
  ])("of the installed program %j are %j", (argv, expected) => {
    expect(terminalWords(argv, true)).toEqual(expected);
  });

  it.each([
    [["electron", "/app"], null],
    [["electron", "--no-sandbox", "--inspect=0", "/app"], null],
    [
      ["electron", "--no-sandbox", "/app", "diagnose", "a.test"],
      ["diagnose", "a.test"],
    ],
    [["electron", "--version"], null],
  ])("of a run from the sources %j are %j", (argv, expected) => {
    expect(terminalWords(argv, false)).toEqual(expected);
  });
});

describe("a report that the file manager hands over", () => {
  it.each([
    [["/home/a/r.goodgateway.json"], "/home/a/r.goodgateway.json"],
    [["file:///home/a/my%20report.JSON"], "/home/a/my report.JSON"],
    [["file://elsewhere/r.json"], null],
    [["r.json"], null],
    [["/home/a/r.html"], null],
    [["diagnose"], null],
    [["classify", "/home/a/r.json"], null],
    [[], null],
    [null, null],
  ])("is in %j: %s", (words, path) => {
    expect(handedFile(words)).toBe(path);
  });
});

describe("a switch that opens the window to others", () => {
  it("is refused by the shipped program", () => {
    expect(refusedSwitch(true, (name) => name === "remote-debugging-port")).toBe("remote-debugging-port");
    expect(refusedSwitch(true, (name) => name === "no-sandbox")).toBe("no-sandbox");
    expect(refusedSwitch(true, (name) => name === "disable-gpu")).toBeNull();
  });

  it("is allowed while developing", () => {
    expect(refusedSwitch(false, () => true)).toBeNull();
  });
});
