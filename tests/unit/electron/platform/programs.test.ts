import { describe, expect, test } from "vitest";
import { decodeOutput } from "../../../../electron/platform/decode.ts";
import { fixedEnvironment, fixedFolder } from "../../../../electron/platform/process-environment.ts";
import { findProgram, knownOs, programsOf, windowsFolder } from "../../../../electron/platform/programs.ts";

describe("the tables of programs", () => {
  test("hold absolute paths only", () => {
    for (const os of ["linux", "macos"] as const) {
      for (const path of Object.values(programsOf(os)).flat()) expect(path).toMatch(/^\//);
    }
    for (const path of Object.values(programsOf("windows", {})).flat()) {
      expect(path).toMatch(/^C:\\Windows\\System32\\.*\.exe$/i);
    }
    expect(programsOf(null)).toEqual({});
  });

  test("take the first place where the program can be run", () => {
    expect(findProgram({ ip: ["/nonexistent/ip", "/etc/passwd", "/bin/sh"] }, "ip")).toEqual({
      found: true,
      path: "/bin/sh",
    });
    expect(findProgram({ ip: ["/nonexistent/ip"] }, "ip")).toEqual({ found: false, why: "not-found" });
    expect(findProgram({ ip: ["ip"] }, "ip")).toEqual({ found: false, why: "refused" });
  });

  test("know three systems", () => {
    expect(["win32", "darwin", "linux", "freebsd"].map((name) => knownOs(name as NodeJS.Platform))).toEqual([
      "windows",
      "macos",
      "linux",
      null,
    ]);
  });
});

describe("the Windows folder", () => {
  test("is taken from the variable only when it is a plain local folder", () => {
    expect(windowsFolder({ SystemRoot: "D:\\WINNT" })).toBe("D:\\WINNT");
    for (const SystemRoot of [
      String.raw`\\evil\share`,
      "C:\\Windows\\..\\Users",
      ".",
      "C:Windows",
      "C:\\a;b",
      "",
      "C:\\",
    ]) {
      expect(windowsFolder({ SystemRoot })).toBe("C:\\Windows");
    }
    expect(windowsFolder({})).toBe("C:\\Windows");
  });

  test("is where programs start and are searched", () => {
    const own = {
      SystemRoot: "D:\\WINNT",
      PATH: "C:\\evil",
      TEMP: "C:\\t",
      NODE_OPTIONS: "--require evil",
      PSModulePath: "C:\\evil",
    };
    const environment = fixedEnvironment("win32", own);
    expect(environment).toMatchObject({ SystemRoot: "D:\\WINNT", SystemDrive: "D:", TEMP: "C:\\t" });
    expect(environment["PATH"]).toBe("D:\\WINNT\\System32;D:\\WINNT;D:\\WINNT\\System32\\Wbem");
    expect(JSON.stringify(environment)).not.toContain("evil");
    expect(fixedFolder("win32", own)).toBe("D:\\WINNT\\System32");
    expect(fixedFolder("darwin", own)).toBe("/");
  });
});

describe("decoding", () => {
  test("reads UTF-8, with and without a byte order mark, and UTF-16", () => {
    expect(decodeOutput(Buffer.from("以太网"))).toBe("以太网");
    expect(decodeOutput(Buffer.from("\uFEFFabc"))).toBe("abc");
    expect(decodeOutput(Buffer.from("\uFEFFäb", "utf16le"))).toBe("äb");
  });

  test("keeps digits and ASCII of an old code page and loses no byte", () => {
    const bytes = Buffer.from([0x5a, 0x84, 0x68, 0x6c, 0x20, 0x31, 0x32, 0xff]);
    expect(decodeOutput(bytes)).toMatch(/^Z.hl 12ÿ$/);
  });
});
